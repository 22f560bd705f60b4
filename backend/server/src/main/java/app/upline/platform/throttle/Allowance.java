package app.upline.platform.throttle;

import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Where a caller stands after a request.
 *
 * @param remaining how many requests are left
 * @param whole after how many seconds all are there again
 * @param retryAfter after how many seconds the same request is taken; null when it was taken now
 */
public record Allowance(
    int quota, Duration window, long remaining, long whole, @Nullable Integer retryAfter) {
  private static final String NAME = "requests";

  static Allowance of(int quota, Duration window, ConsumptionProbe probe) {
    return new Allowance(
        quota,
        window,
        probe.getRemainingTokens(),
        seconds(probe.getNanosToWaitForReset()),
        probe.isConsumed()
            ? null
            : Math.toIntExact(Math.max(1, seconds(probe.getNanosToWaitForRefill()))));
  }

  /** The header {@code RateLimit} (draft-ietf-httpapi-ratelimit-headers). */
  public String rateLimit() {
    return "\"%s\";r=%d;t=%d".formatted(NAME, remaining, whole);
  }

  /** The header {@code RateLimit-Policy}. */
  public String policy() {
    return "\"%s\";q=%d;w=%d".formatted(NAME, quota, window.toSeconds());
  }

  /** Rounded up, so that a caller who waits so long is not refused again. */
  private static long seconds(long nanos) {
    return Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1));
  }
}
