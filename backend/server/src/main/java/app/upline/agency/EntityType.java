package app.upline.agency;

import app.upline.platform.code.CodeList;
import app.upline.platform.code.Coded;
import java.util.List;

/** What a subcontracted entity is (DOMAIN code list 6.1). */
public enum EntityType implements Coded {
  FMO("Field Marketing Organization"),
  IMO("Independent Marketing Organization"),
  NMA("National Marketing Alliance"),
  SGA("Senior General Agency"),
  MGA("Managing General Agency"),
  GA("General Agency"),
  AGENCY("Agency", "Insurance Agency"),
  AGENT("Independent Agent", "Broker", "Insurance Agent"),
  SOLICITOR("Solicitor"),
  CALL_CENTER("Call Center", "Call Centre"),
  LEAD_GENERATOR("Lead Generator", "Lead Vendor", "Lead Generation"),
  LEAD_AGGREGATOR("Lead Aggregator"),
  MARKETING_AGENCY("Marketing Agency", "Advertising Agency"),
  SOCIAL_MEDIA_MANAGER("Social Media Manager"),
  CRM_MARKETING_VENDOR("CRM or Marketing Vendor", "CRM Vendor", "CRM/Marketing Vendor"),
  APPOINTMENT_SETTER("Appointment Setter"),
  VIRTUAL_ASSISTANT("Virtual Assistant"),
  ENROLLMENT_SUPPORT_STAFF("Enrollment Support Staff"),
  PRINT_MAIL_HOUSE("Print/Mail House", "Printer", "Mail House"),
  OTHER("Other");

  public static final CodeList<EntityType> CODES = CodeList.of(EntityType.class);

  private final String label;
  private final List<String> aliases;

  EntityType(String label, String... aliases) {
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
