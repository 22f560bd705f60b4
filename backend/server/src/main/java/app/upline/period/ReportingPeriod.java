package app.upline.period;

import app.upline.agency.Due;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A month of an agency with a carrier.
 *
 * @param why a sentence for people
 * @param nilReportPossible whether the agency can declare now that there was nothing
 * @param dueInDays while something is owed and not late: days to the due date where the carrier is,
 *     negative within the grace
 * @param counts what the caller may know
 */
public record ReportingPeriod(
    Side agency,
    Side carrier,
    PeriodStatus status,
    String why,
    Due due,
    boolean nilReportOwed,
    boolean nilReportPossible,
    @Nullable Integer dueInDays,
    Counts counts) {

  /** One of the two organizations. */
  public record Side(UUID id, String name) {}

  /**
   * How many; the first four are the agency's own affair and null for the carrier.
   *
   * @param undisclosed recorded and never submitted
   * @param followUps submitted, and changed since
   */
  public record Counts(
      @Nullable Integer recorded,
      @Nullable Integer undisclosed,
      @Nullable Integer followUps,
      @Nullable Integer inDraft,
      int submissions,
      int submitted,
      int late,
      int returned,
      int acknowledged) {

    /** Whether the agency knows that there is nothing, and nothing was declared. */
    boolean areNone() {
      return recorded != null && recorded == 0 && submissions == 0;
    }
  }
}
