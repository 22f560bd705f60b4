package app.upline.incident;

import static app.upline.incident.Severity.*;
import static app.upline.incident.ViolationCategory.*;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;

/**
 * How serious an incident is unless its agency says otherwise: by its worst category. CMS gives no
 * such scale; this one orders categories by what a beneficiary stands to lose.
 */
public final class SeverityDefaults {

  /** A severity, and why. */
  public record Default(Severity severity, String reason) {}

  private static final Map<ViolationCategory, Default> TABLE = table();

  private SeverityDefaults() {}

  /** The default of the worst of the categories, of which there is at least one. */
  public static Severity of(Collection<ViolationCategory> categories) {
    return categories.stream()
        .map(category -> of(category).severity())
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  public static Default of(ViolationCategory category) {
    return TABLE.get(category);
  }

  private static Map<ViolationCategory, Default> table() {
    Map<ViolationCategory, Default> table = new EnumMap<>(ViolationCategory.class);
    set(table, ENROLLED_WITHOUT_CONSENT, CRITICAL, "Coverage was changed against a person's will.");
    set(table, ILLEGAL_BEHAVIOR, CRITICAL, "The law may have been broken.");
    set(table, FRAUD, CRITICAL, "A crime may have been committed.");
    set(table, HIGH_PRESSURE_SALES, MEDIUM, "A choice may not have been free.");
    set(table, EGREGIOUS_BEHAVIOR, HIGH, "Conduct no beneficiary should meet again.");
    set(table, UNETHICAL_BEHAVIOR, MEDIUM, "Trust was abused.");
    set(table, MISREPRESENTATION_BENEFITS, HIGH, "A plan was chosen for what it does not cover.");
    set(table, MISREPRESENTATION_NETWORK, HIGH, "A person may lose doctors.");
    set(table, IMPERSONATED_GOVERNMENT, HIGH, "Consent was won by a false authority.");
    set(table, UNSOLICITED_CONTACT, MEDIUM, "A person was contacted without permission.");
    set(table, NO_SCOPE_OF_APPOINTMENT, MEDIUM, "More was sold than was agreed to be discussed.");
    set(table, TPMO_DISCLAIMER_MISSING, LOW, "A required statement was left out.");
    set(table, CALL_NOT_RECORDED, LOW, "What was said cannot be checked.");
    set(table, RECORDING_NOT_RETAINED, MEDIUM, "Evidence to be kept ten years is lost.");
    set(table, LEAD_DISCLOSURE_MISSING, MEDIUM, "A person did not know who would call.");
    set(table, DATA_SHARED_WITHOUT_CONSENT, HIGH, "Personal data left without permission.");
    set(table, UNAPPROVED_MATERIAL, MEDIUM, "Many may have seen what nobody had checked.");
    set(table, PROHIBITED_GIFT, MEDIUM, "A choice may have been bought.");
    set(table, UNLICENSED_OR_UNAPPOINTED, HIGH, "The enrollments may not stand.");
    set(table, UNDISCLOSED_SUBCONTRACTOR, MEDIUM, "The chain of enrollment is not fully known.");
    set(table, PRIVACY_BREACH, HIGH, "Health information was exposed.");
    set(table, IMPROPER_COMPENSATION, MEDIUM, "Pay may have steered advice.");
    set(table, EVENT_VIOLATION, LOW, "A rule of events was not kept.");
    set(table, OTHER, MEDIUM, "Not known before it is looked into.");
    return table;
  }

  private static void set(
      Map<ViolationCategory, Default> table,
      ViolationCategory category,
      Severity severity,
      String reason) {
    table.put(category, new Default(severity, reason));
  }
}
