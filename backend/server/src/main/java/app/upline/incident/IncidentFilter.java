package app.upline.incident;

import app.upline.relationship.UsState;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which incidents are wanted; what is null does not matter.
 *
 * @param query words of the subject's name, or beginnings of an NPN, reference, contract number or
 *     CTM id
 * @param category the primary one or another
 * @param repeated whether it is a repeat
 * @param late whether it was first submitted late; those never submitted are neither
 * @param voided whether it was recorded by mistake
 * @param undisclosed whether the carrier concerned has not received its newest revision
 */
public record IncidentFilter(
    @Nullable String query,
    @Nullable YearMonth period,
    @Nullable UUID carrierId,
    @Nullable ViolationCategory category,
    @Nullable Severity severity,
    @Nullable String npn,
    @Nullable UsState state,
    @Nullable IncidentSource source,
    @Nullable InvestigationOutcome outcome,
    @Nullable Boolean harm,
    @Nullable Boolean repeated,
    @Nullable Boolean late,
    @Nullable Boolean undisclosed,
    @Nullable Boolean voided,
    @Nullable Instant changedSince) {

  public static final IncidentFilter NONE =
      new IncidentFilter(
          null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);

  /** The same, without what was voided unless that is asked for: a file travels. */
  public IncidentFilter forFile() {
    return new IncidentFilter(
        query,
        period,
        carrierId,
        category,
        severity,
        npn,
        state,
        source,
        outcome,
        harm,
        repeated,
        late,
        undisclosed,
        voided != null && voided,
        changedSince);
  }

  /** All that these words find. */
  static IncidentFilter of(String query) {
    return new IncidentFilter(
        query, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
  }

  boolean wants(@Nullable Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }
}
