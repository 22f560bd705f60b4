package app.upline.platform.idempotency;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpResponse;
import io.micronaut.json.JsonMapper;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Decides who answers a request with a key, and remembers the answer. Every statement commits by
 * itself, except that {@link #complete} joins the transaction of the effect that it belongs to.
 */
@Singleton
class IdempotencyLedger {
  private static final Argument<Map<String, String>> HEADERS =
      Argument.mapOf(String.class, String.class);
  private static final int ATTEMPTS = 3;

  /** Most requests are done by then. */
  static final int SOON_SECONDS = 2;

  private final RememberedRequests requests;
  private final IdempotencySettings settings;
  private final JsonMapper json;
  private final Clock clock;

  IdempotencyLedger(
      RememberedRequests requests, IdempotencySettings settings, JsonMapper json, Clock clock) {
    this.requests = requests;
    this.settings = settings;
    this.json = json;
    this.clock = clock;
  }

  Claim claim(KeyedCall call) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      String claim = UUID.randomUUID().toString();
      if (insert(call, claim) == 1) {
        return new Claim.Granted(claim);
      }
      Optional<RememberedRequest> earlier = requests.find(call.userId(), call.key());
      if (earlier.isPresent()) {
        return claimAfter(earlier.get(), call, claim);
      }
      // It failed and was forgotten between our two looks: the key is free again.
    }
    return new Claim.InFlight(SOON_SECONDS);
  }

  private int insert(KeyedCall call, String claim) {
    return requests.claim(
        call.userId(), call.key(), call.operation(), call.requestSha256(), claim, clock.instant());
  }

  private Claim claimAfter(RememberedRequest earlier, KeyedCall call, String claim) {
    if (!call.isSameRequestAs(earlier)) {
      return new Claim.KeyReused();
    }
    if (earlier.status() instanceof Integer status) {
      return new Claim.Answered(new RememberedAnswer(status, headers(earlier), body(earlier)));
    }
    Instant now = clock.instant();
    Instant over = earlier.claimedAt().plus(settings.leaseOf(call));
    boolean dead = !over.isAfter(now);
    boolean ours =
        dead && requests.takeOver(call.userId(), call.key(), earlier.claim(), claim, now) == 1;
    return ours ? new Claim.Granted(claim) : new Claim.InFlight(retryAfter(earlier, over, now));
  }

  /**
   * As long again as it has taken, since whoever is at it may be dead, but not beyond the end of
   * its lease: then the request is taken for certain.
   */
  private static int retryAfter(RememberedRequest earlier, Instant over, Instant now) {
    long taken = Duration.between(earlier.claimedAt(), now).toSeconds();
    long left = Duration.between(now, over).plusMillis(999).toSeconds();
    return Math.toIntExact(Math.clamp(Math.max(SOON_SECONDS, taken), 1, Math.max(1, left)));
  }

  /** The body of an answer, as the method would have answered it. */
  <T> @Nullable T body(RememberedAnswer answer, Argument<T> type) {
    try {
      return answer.body() == null ? null : json.readValue(answer.body(), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Remembers the answer; false when another has taken the request over meanwhile. */
  boolean complete(KeyedCall call, String claim, HttpResponse<?> response) {
    try {
      String headers =
          new String(
              json.writeValueAsBytes(HEADERS, RememberedAnswer.headersOf(response)),
              StandardCharsets.UTF_8);
      Object body = response.body();
      byte @Nullable [] bytes = body == null ? null : json.writeValueAsBytes(body);
      return requests.complete(call.userId(), call.key(), claim, response.code(), headers, bytes)
          == 1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** When a claim that is made now is over. */
  Instant endOf(KeyedCall call) {
    return clock.instant().plus(settings.leaseOf(call));
  }

  boolean isOver(Instant end) {
    return !end.isAfter(clock.instant());
  }

  /** Forgets a request that failed, so that it can be mended and sent with the same key. */
  void release(KeyedCall call, String claim) {
    requests.release(call.userId(), call.key(), claim);
  }

  /** Forgets what has been kept long enough, a little at a time so that nobody waits for it. */
  @Scheduled(initialDelay = "1m", fixedDelay = "10m")
  void forgetOld() {
    Instant before = clock.instant().minus(settings.kept());
    int forgotten;
    do {
      forgotten = requests.forgetSomeBefore(before);
    } while (forgotten > 0);
  }

  private Map<String, String> headers(RememberedRequest request) {
    try {
      return request.headers() == null ? Map.of() : json.readValue(request.headers(), HEADERS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable String body(RememberedRequest request) {
    return request.body() == null ? null : new String(request.body(), StandardCharsets.UTF_8);
  }
}
