package app.upline.disclosure;

import app.upline.incident.IncidentSource;
import app.upline.incident.InvestigationOutcome;
import app.upline.incident.Severity;
import app.upline.incident.ViolationCategory;
import app.upline.relationship.UsState;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of the incidents that a carrier holds are wanted; what is null does not matter.
 *
 * @param upline words of the name of the agency above the one it comes from
 * @param category the primary one, or a further one
 * @param npn of the subject
 * @param asOf as the carrier had been told by the end of this day, in its time zone; null for now
 * @param since the carrier has held what it holds since then or later
 * @param until the same, before
 */
public record DisclosedIncidentFilter(
    @Nullable String query,
    @Nullable YearMonth period,
    @Nullable UUID agencyId,
    @Nullable String upline,
    @Nullable ViolationCategory category,
    @Nullable Severity severity,
    @Nullable String npn,
    @Nullable UsState state,
    @Nullable IncidentSource source,
    @Nullable InvestigationOutcome outcome,
    @Nullable Boolean harm,
    @Nullable Boolean repeat,
    @Nullable Boolean late,
    @Nullable LocalDate asOf,
    @Nullable Instant since,
    @Nullable Instant until) {

  /** All that these words find. */
  static DisclosedIncidentFilter of(String query) {
    return new DisclosedIncidentFilter(
        query, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
        null);
  }

  /** Everything that the carrier held at the end of that day, or holds. */
  static DisclosedIncidentFilter all(@Nullable LocalDate asOf) {
    return new DisclosedIncidentFilter(
        null, null, null, null, null, null, null, null, null, null, null, null, null, asOf, null,
        null);
  }

  /** The order of a list for which none is asked. */
  public DisclosedIncidentSort usualSort() {
    return since == null && until == null
        ? DisclosedIncidentSort.REFERENCE
        : DisclosedIncidentSort.RECEIVED_AT;
  }
}
