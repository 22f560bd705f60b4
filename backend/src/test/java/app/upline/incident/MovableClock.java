package app.upline.incident;

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
final class MovableClock extends Clock {
  static final String WANTED = "upline.test.movable-clock";

  private volatile Instant now = Instant.parse("2026-11-24T12:00:00Z");

  void set(String instant) {
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
    throw new UnsupportedOperationException("Nobody asks for another zone");
  }
}
