package app.upline.platform.throttle;

import java.time.Duration;

/**
 * How much is allowed.
 *
 * @param name what callers read in {@code RateLimit-Policy}
 * @param burst how many at once
 * @param every after how long there is one more
 */
public record Limit(String name, int burst, Duration every) {
  public Limit {
    if (burst < 1 || every.isNegative() || every.isZero()) {
      throw new IllegalArgumentException("A limit allows something, and regains it in time");
    }
  }

  /** The attempts of one subject, such as an account or an address, under this limit. */
  public LimitedAttempt by(String subject) {
    return new LimitedAttempt(this, subject);
  }

  /** What may be owed before the next one is refused. */
  Duration tolerance() {
    return every.multipliedBy(burst - 1L);
  }

  long windowSeconds() {
    return every.multipliedBy(burst).toSeconds();
  }
}
