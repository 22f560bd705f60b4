package app.upline.platform.time;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Provides the clock. */
@Factory
final class ClockFactory {
  /** The database keeps microseconds: a finer instant would not be equal to itself once stored. */
  private static final Duration RESOLUTION = Duration.ofNanos(1_000);

  @Singleton
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), RESOLUTION);
  }
}
