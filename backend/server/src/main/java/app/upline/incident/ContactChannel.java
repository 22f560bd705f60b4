package app.upline.incident;

import app.upline.platform.code.CodeList;
import app.upline.platform.code.Coded;
import java.util.List;

/** How the contact with the beneficiary took place. */
public enum ContactChannel implements Coded {
  PHONE_INBOUND(
      "Inbound call", "Phone inbound", "Phone (inbound)", "Inbound", "Incoming call", "Call in"),
  PHONE_OUTBOUND(
      "Outbound call",
      "Phone outbound",
      "Phone (outbound)",
      "Outbound",
      "Outgoing call",
      "Telemarketing"),
  IN_PERSON("In person", "Face to face", "Home visit", "Home appointment", "Personal appointment"),
  EVENT("Event", "Sales event", "Marketing event", "Educational event", "Seminar"),
  WEB("Web", "Website", "Online", "Internet", "Web form"),
  EMAIL("E-mail", "Mail (electronic)"),
  TEXT("Text message", "SMS", "Texting"),
  MAIL("Mail", "Postal mail", "Direct mail", "Letter", "USPS"),
  SOCIAL("Social media", "Facebook", "Instagram");

  public static final CodeList<ContactChannel> CODES = CodeList.of(ContactChannel.class);

  private final String label;
  private final List<String> aliases;

  ContactChannel(String label, String... aliases) {
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
