package app.upline.agency;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier asks of its agencies from a day on (DOMAIN section 1): never a constant, always
 * the carrier's own.
 *
 * @param incidentDueDay {@code LAST_DAY} of the month, or the day 1 to 28 of the month after
 * @param relationshipNoticeDays only with {@link Notice#WITHIN_DAYS}
 * @param graceDays for so many days after the due date nothing counts as late
 * @param reminderDays how many days before the due date agencies are reminded, furthest first
 * @param mailbox where the carrier's people read mail about reports
 * @param attestationVersion names the wording, so that what was attested stays known
 */
public record ReportingPolicy(
    LocalDate effectiveFrom,
    String incidentDueDay,
    boolean nilIncidentReportWanted,
    Notice relationshipNotice,
    @Nullable Integer relationshipNoticeDays,
    boolean noRelationshipsDeclarationWanted,
    int graceDays,
    List<Integer> reminderDays,
    @Nullable String mailbox,
    String attestationVersion,
    String attestationWording) {

  public ReportingPolicy {
    reminderDays = List.copyOf(reminderDays);
  }

  /** Without grace, reminders and mailbox. */
  public ReportingPolicy(
      LocalDate effectiveFrom,
      String incidentDueDay,
      boolean nilIncidentReportWanted,
      Notice relationshipNotice,
      @Nullable Integer relationshipNoticeDays,
      boolean noRelationshipsDeclarationWanted,
      String attestationVersion,
      String attestationWording) {
    this(
        effectiveFrom,
        incidentDueDay,
        nilIncidentReportWanted,
        relationshipNotice,
        relationshipNoticeDays,
        noRelationshipsDeclarationWanted,
        0,
        List.of(),
        null,
        attestationVersion,
        attestationWording);
  }

  /** When a carrier wants to hear of a change in relationships. */
  public enum Notice {
    AS_CHANGES_OCCUR,
    WITHIN_DAYS
  }

  /** By which day the incidents of a period are due. */
  MonthDue due(YearMonth period) {
    return MonthDue.of(period, DueDay.parse(incidentDueDay), graceDays);
  }
}
