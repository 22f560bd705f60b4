package app.upline.relationship;

import app.upline.platform.code.CodeList;
import app.upline.platform.code.Coded;
import java.util.List;

/** How leads are obtained (DOMAIN code list 6.2). */
public enum LeadChannel implements Coded {
  TV("TV", "Television"),
  RADIO("Radio"),
  DIRECT_MAIL("Direct Mail", "Mail", "Mailer"),
  WEB_FORM("Web Form", "Website", "Web", "Online Form"),
  PAID_SEARCH("Paid Search", "PPC", "Search Ads"),
  SOCIAL("Social Media", "Facebook"),
  INBOUND_CALL("Inbound Call", "Inbound"),
  LIVE_TRANSFER("Live Transfer", "Warm Transfer"),
  PURCHASED_LIST("Purchased List", "Bought List", "List"),
  EVENT("Event", "Seminar"),
  REFERRAL("Referral"),
  TEXT("Text Message", "SMS"),
  OTHER("Other");

  public static final CodeList<LeadChannel> CODES = CodeList.of(LeadChannel.class);

  private final String label;
  private final List<String> aliases;

  LeadChannel(String label, String... aliases) {
    this.label = label;
    this.aliases = List.of(aliases);
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public List<String> aliases() {
    return aliases;
  }
}
