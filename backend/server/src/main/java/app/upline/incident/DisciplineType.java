package app.upline.incident;

import app.upline.platform.code.CodeList;
import app.upline.platform.code.Coded;
import java.util.List;

/** What was done about an incident (DOMAIN code list 6.4). */
public enum DisciplineType implements Coded {
  COACHING("Coaching", "Coached", "Counseling", "Counselled"),
  VERBAL_WARNING("Verbal warning", "Oral warning", "Verbal"),
  WRITTEN_WARNING("Written warning", "Warning letter", "Warning"),
  FINAL_WRITTEN_WARNING("Final written warning", "Final warning"),
  RETRAINING("Retraining", "Re-training", "Training", "Additional training"),
  MONITORING("Monitoring", "Increased monitoring", "Call monitoring"),
  PROBATION("Probation"),
  CORRECTIVE_ACTION_PLAN("Corrective action plan", "CAP"),
  LEADS_SUSPENDED("Leads suspended", "No leads", "Lead suspension"),
  SELLING_SUSPENDED("Selling suspended", "Suspended", "Suspension", "Sales suspended"),
  COMMISSION_WITHHELD("Commission withheld", "Withheld commission", "Pay withheld"),
  COMMISSION_CHARGEBACK(
      "Commission chargeback", "Chargeback", "Charge back", "Commission charged back"),
  APPOINTMENT_TERMINATED("Appointment terminated", "Appointment termination"),
  CONTRACT_TERMINATED("Contract terminated", "Contract termination", "Terminated", "Termination"),
  TERMINATED_FOR_CAUSE(
      "Terminated for cause", "For-cause termination", "Termination for cause", "Fired for cause"),
  VENDOR_CONTRACT_ENDED("Vendor contract ended", "Vendor terminated"),
  REFERRED_TO_STATE("Referred to state", "State referral", "Referred to DOI"),
  REFERRED_TO_CMS_OR_LAW_ENFORCEMENT(
      "Referred to CMS or law enforcement",
      "Referred to CMS",
      "Referred to law enforcement",
      "Police report"),
  NONE_WARRANTED("None warranted", "None", "No action", "No action warranted", "N/A"),
  OTHER("Other");

  public static final CodeList<DisciplineType> CODES = CodeList.of(DisciplineType.class);

  private final String label;
  private final List<String> aliases;

  DisciplineType(String label, String... aliases) {
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
