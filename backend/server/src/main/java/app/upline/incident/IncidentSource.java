package app.upline.incident;

import app.upline.platform.code.CodeList;
import app.upline.platform.code.Coded;
import java.util.List;

/** Who or what raised the issue (DOMAIN code list 6.5). */
public enum IncidentSource implements Coded {
  BENEFICIARY("Beneficiary", "Member", "Customer", "Client", "Beneficiary complaint"),
  CARRIER_ALLEGATION("Carrier allegation", "Carrier", "Plan", "Health plan", "Plan allegation"),
  CTM(
      "Complaint Tracking Module (CTM)",
      "Complaint tracking module",
      "CMS complaint",
      "CMS",
      "1-800-MEDICARE"),
  CALL_MONITORING("Call monitoring", "Call review", "QA", "Quality assurance", "Recording review"),
  SECRET_SHOP("Secret shop", "Secret shopper", "Mystery shop", "Mystery shopper"),
  INTERNAL_AUDIT("Internal audit", "Audit", "Internal review", "Compliance review"),
  RAPID_DISENROLLMENT_REVIEW(
      "Rapid disenrollment review", "Rapid disenrollment", "Disenrollment review"),
  HOTLINE("Hotline", "Compliance hotline", "Ethics line"),
  STATE_DOI("State department of insurance", "State DOI", "DOI", "Department of insurance"),
  SHIP(
      "State Health Insurance Assistance Program (SHIP)",
      "State health insurance assistance program"),
  OTHER_CARRIER("Another carrier", "Other carrier"),
  SELF_REPORT("Self-report", "Self reported", "Agent self-report"),
  PROVIDER_OR_FAMILY(
      "Provider or family", "Provider", "Family", "Family member", "Caregiver", "Doctor");

  public static final CodeList<IncidentSource> CODES = CodeList.of(IncidentSource.class);

  private final String label;
  private final List<String> aliases;

  IncidentSource(String label, String... aliases) {
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
