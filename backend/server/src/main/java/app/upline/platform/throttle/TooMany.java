package app.upline.platform.throttle;

import java.time.Duration;

/**
 * A limit that was met.
 *
 * @param after after how long the next attempt is allowed
 */
public record TooMany(Limit limit, Duration after) {

  /** For {@code Retry-After}: rounded up, so that a caller who waits is not refused again. */
  public int seconds() {
    return Math.toIntExact(Math.max(1, after.plusMillis(999).toSeconds()));
  }

  /** The header {@code RateLimit} (draft-ietf-httpapi-ratelimit-headers). */
  public String rateLimit() {
    return "\"%s\";r=0;t=%d".formatted(limit.name(), seconds());
  }

  /** The header {@code RateLimit-Policy}. */
  public String policy() {
    return "\"%s\";q=%d;w=%d".formatted(limit.name(), limit.burst(), limit.windowSeconds());
  }
}
