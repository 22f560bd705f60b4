package app.upline.testing;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands wherever a test puts it; in place of ours where a test wants it. */
@Singleton
@Replaces(Clock.class)
@Requires(property = MovableClock.WANTED, value = "true")
public final class MovableClock extends Clock {
  public static final String WANTED = "upline.test.movable-clock";

  private volatile Instant now = Instant.parse("2026-11-24T12:00:00Z");

  public void set(String instant) {
    now = Instant.parse(instant);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return new Elsewhere(this, zone);
  }

  /** The same clock on another wall. */
  private static final class Elsewhere extends Clock {
    private final Clock clock;
    private final ZoneId zone;

    Elsewhere(Clock clock, ZoneId zone) {
      this.clock = clock;
      this.zone = zone;
    }

    @Override
    public Instant instant() {
      return clock.instant();
    }

    @Override
    public ZoneId getZone() {
      return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
      return new Elsewhere(clock, other);
    }
  }
}
