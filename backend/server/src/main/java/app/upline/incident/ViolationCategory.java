package app.upline.incident;

import app.upline.platform.code.CodeList;
import app.upline.platform.code.Coded;
import java.util.List;

/** What was violated (DOMAIN code list 6.3). The citations stand in the contract. */
public enum ViolationCategory implements Coded {
  ENROLLED_WITHOUT_CONSENT(
      "Enrolled without consent",
      "Enrollment without consent",
      "Unauthorized enrollment",
      "No consent"),
  ILLEGAL_BEHAVIOR("Illegal behavior", "Illegal", "Illegal activity", "Criminal behavior"),
  FRAUD("Fraud", "Forgery", "Forged signature", "Fraud waste and abuse", "FWA"),
  HIGH_PRESSURE_SALES(
      "High-pressure sales", "High pressure", "Pressure tactics", "Aggressive sales"),
  EGREGIOUS_BEHAVIOR("Egregious behavior", "Egregious"),
  UNETHICAL_BEHAVIOR("Unethical behavior", "Unethical"),
  MISREPRESENTATION_BENEFITS(
      "Misrepresentation of benefits",
      "Misrepresented benefits",
      "Benefits misrepresented",
      "Misleading benefits",
      "Misrepresentation"),
  MISREPRESENTATION_NETWORK(
      "Misrepresentation of the network",
      "Misrepresentation of network",
      "Misrepresented network",
      "Provider network misrepresented"),
  IMPERSONATED_GOVERNMENT(
      "Impersonated government",
      "Impersonated Medicare",
      "Government impersonation",
      "Claimed to be Medicare"),
  UNSOLICITED_CONTACT(
      "Unsolicited contact", "Cold call", "Cold calling", "Unsolicited call", "Door to door"),
  NO_SCOPE_OF_APPOINTMENT(
      "No scope of appointment", "Scope of appointment", "SOA missing", "Missing SOA", "No SOA"),
  TPMO_DISCLAIMER_MISSING(
      "TPMO disclaimer missing",
      "Missing disclaimer",
      "TPMO disclaimer",
      "Disclaimer not read",
      "Disclaimer missing"),
  CALL_NOT_RECORDED("Call not recorded", "No recording", "Unrecorded call", "Recording missing"),
  RECORDING_NOT_RETAINED("Recording not retained", "Recording lost", "Recording deleted"),
  LEAD_DISCLOSURE_MISSING("Lead disclosure missing", "Lead disclosure", "Missing lead disclosure"),
  DATA_SHARED_WITHOUT_CONSENT(
      "Data shared without consent", "Shared data without consent", "Lead sold without consent"),
  UNAPPROVED_MATERIAL(
      "Unapproved material",
      "Unapproved marketing material",
      "Unapproved marketing",
      "Non-compliant material"),
  PROHIBITED_GIFT("Prohibited gift", "Gift", "Gifts", "Meal", "Inducement"),
  UNLICENSED_OR_UNAPPOINTED(
      "Unlicensed or unappointed",
      "Unlicensed",
      "Unappointed",
      "Not licensed",
      "Not appointed",
      "Unlicensed sales"),
  UNDISCLOSED_SUBCONTRACTOR("Undisclosed subcontractor", "Undisclosed TPMO", "Undisclosed vendor"),
  PRIVACY_BREACH("Privacy breach", "HIPAA", "HIPAA breach", "PHI breach", "Privacy"),
  IMPROPER_COMPENSATION(
      "Improper compensation", "Compensation", "Commission violation", "Rebating"),
  EVENT_VIOLATION(
      "Event violation", "Sales event violation", "Event not reported", "Unreported event"),
  OTHER("Other");

  public static final CodeList<ViolationCategory> CODES = CodeList.of(ViolationCategory.class);

  private final String label;
  private final List<String> aliases;

  ViolationCategory(String label, String... aliases) {
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
