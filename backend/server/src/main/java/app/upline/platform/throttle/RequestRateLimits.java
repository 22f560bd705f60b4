package app.upline.platform.throttle;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Counts requests, in the memory of this instance: a count in the database would cost every request
 * a write. Callers and addresses are remembered apart, so that a flood from ever new addresses
 * never makes it forget a caller who signed in.
 */
@Singleton
public class RequestRateLimits {
  private final Buckets callers;
  private final Buckets sources;

  @Inject
  RequestRateLimits(RateSettings settings) {
    this(settings, TimeMeter.SYSTEM_NANOTIME);
  }

  RequestRateLimits(RateSettings settings, TimeMeter time) {
    callers = new Buckets(settings.caller(), settings.window(), settings.remembered(), time);
    sources = new Buckets(settings.source(), settings.window(), settings.remembered(), time);
  }

  /**
   * Counts a request of a caller who signed in; one that is refused costs nothing.
   *
   * @param id the person or the service account
   * @param cost as how many requests it counts
   */
  public Allowance ofCaller(String id, int cost) {
    return callers.take(id, cost);
  }

  /**
   * Counts a request of an unknown caller.
   *
   * @param network the address, or of version 6 the network, that it came from
   */
  public Allowance ofSource(String network, int cost) {
    return sources.take(network, cost);
  }

  private record Buckets(
      int quota, Duration window, TimeMeter time, Cache<String, Bucket> byOwner) {

    /** After a window without requests a bucket is full again: forgetting it loses nothing. */
    Buckets(int quota, Duration window, int remembered, TimeMeter time) {
      this(
          quota,
          window,
          time,
          Caffeine.newBuilder().maximumSize(remembered).expireAfterAccess(window).build());
    }

    Allowance take(String owner, int cost) {
      Bucket bucket = byOwner.get(owner, key -> full());
      // What costs more than there can ever be is allowed to a caller after a pause.
      long tokens = Math.min(cost, quota);
      return Allowance.of(quota, window, bucket.tryConsumeAndReturnRemaining(tokens));
    }

    private Bucket full() {
      return Bucket.builder()
          .withCustomTimePrecision(time)
          .addLimit(limit -> limit.capacity(quota).refillGreedy(quota, window))
          .build();
    }
  }
}
