package app.upline.retention;

import app.upline.platform.start.StartFailure;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.env.Environment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;

/** How long things are kept; what the law forbids is refused at the start. */
@Context
final class Retention {
  /** What 42 CFR 422.504(d) asks of carriers and of those who work for them. */
  static final int YEARS_BY_LAW = 10;

  private static final int MOST = 100;

  /** Where there is no real data to be kept. */
  private static final Set<String> PLAYGROUNDS = Set.of("local", Environment.TEST);

  private final int years;

  Retention(RetentionSettings settings, Environment environment) {
    boolean playground = environment.getActiveNames().stream().anyMatch(PLAYGROUNDS::contains);
    int least = playground ? 1 : YEARS_BY_LAW;
    if (settings.years() < least || settings.years() > MOST) {
      throw new StartFailure(
          "UPLINE_RETENTION_YEARS is %d: records are kept for %d to %d years (42 CFR 422.504(d))."
              .formatted(settings.years(), least, MOST));
    }
    years = settings.years();
  }

  int years() {
    return years;
  }

  /** What was last touched before this is old enough to go. */
  Instant cutoff(Instant now) {
    return now.atOffset(ZoneOffset.UTC).minusYears(years).toInstant();
  }
}
