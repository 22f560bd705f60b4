package app.upline.incident;

import app.upline.agency.Due;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An incident as its agency sees it.
 *
 * @param standing how it stands, which no revision says
 * @param due when its period is due
 */
public record IncidentView(Incident incident, IncidentDerivedState standing, Due due) {

  /**
   * Days from discovery to the first submission, both as a calendar on the carrier's wall shows
   * them; null until then.
   */
  public @Nullable Integer daysToReport() {
    Instant submitted = standing.firstSubmittedAt();
    return submitted == null
        ? null
        : Math.toIntExact(
            ChronoUnit.DAYS.between(
                incident.details().discoveryDate(),
                LocalDate.ofInstant(submitted, due.timeZone())));
  }
}
