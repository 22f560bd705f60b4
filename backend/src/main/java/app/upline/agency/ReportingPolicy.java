package app.upline.agency;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier asks of its agencies from a day on (DOMAIN section 1): never a constant, always
 * the carrier's own.
 *
 * @param incidentDueDay {@code LAST_DAY} of the month, or the day 1 to 28
 * @param relationshipNoticeDays only with {@link Notice#WITHIN_DAYS}
 * @param attestationVersion names the wording, so that what was attested stays known
 */
public record ReportingPolicy(
    LocalDate effectiveFrom,
    String incidentDueDay,
    boolean nilIncidentReportWanted,
    Notice relationshipNotice,
    @Nullable Integer relationshipNoticeDays,
    boolean noRelationshipsDeclarationWanted,
    String attestationVersion,
    String attestationWording) {

  /** When a carrier wants to hear of a change in relationships. */
  public enum Notice {
    AS_CHANGES_OCCUR,
    WITHIN_DAYS
  }
}
