package app.upline.platform.idempotency;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpResponse;
import io.micronaut.json.JsonMapper;
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

  /** A server that lives and reaches the database says so more often. */
  private static final Duration SILENCE = ServerInstance.EVERY.multipliedBy(3);

  /** Most requests are done by then. */
  static final int SOON_SECONDS = 2;

  private final RememberedRequests requests;
  private final ServerInstance instance;
  private final IdempotencySettings settings;
  private final JsonMapper json;
  private final Clock clock;

  IdempotencyLedger(
      RememberedRequests requests,
      ServerInstance instance,
      IdempotencySettings settings,
      JsonMapper json,
      Clock clock) {
    this.requests = requests;
    this.instance = instance;
    this.settings = settings;
    this.json = json;
    this.clock = clock;
  }

  IdempotencyLock claim(KeyedCall call) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      UUID claim = UUID.randomUUID();
      if (insert(call, claim) == 1) {
        return new IdempotencyLock.Granted(claim);
      }
      Optional<RememberedRequest> earlier = requests.find(call.userId(), call.key());
      if (earlier.isPresent()) {
        return claimAfter(earlier.get(), call, claim);
      }
      // It failed and was forgotten between our two looks: the key is free again.
    }
    return new IdempotencyLock.InFlight(SOON_SECONDS);
  }

  private int insert(KeyedCall call, UUID claim) {
    return requests.claim(
        call.userId(),
        call.key(),
        call.operation(),
        call.requestSha256(),
        claim,
        instance.id(),
        clock.instant());
  }

  private IdempotencyLock claimAfter(RememberedRequest earlier, KeyedCall call, UUID claim) {
    if (!call.isSameRequestAs(earlier)) {
      return new IdempotencyLock.KeyReused();
    }
    if (earlier.status() instanceof Integer status) {
      return new IdempotencyLock.Answered(
          new RememberedAnswer(status, headers(earlier), body(earlier)));
    }
    Instant now = clock.instant();
    boolean dead = !lastSign(earlier).plus(settings.lease()).isAfter(now);
    boolean ours =
        dead
            && requests.takeOver(
                    call.userId(), call.key(), earlier.claimId(), claim, instance.id(), now)
                == 1;
    return ours
        ? new IdempotencyLock.Granted(claim)
        : new IdempotencyLock.InFlight(retryAfter(earlier, now));
  }

  /** When the server that works on it was last heard of. */
  private static Instant lastSign(RememberedRequest earlier) {
    Instant alive = earlier.aliveAt();
    return alive != null && alive.isAfter(earlier.claimedAt()) ? alive : earlier.claimedAt();
  }

  /**
   * When the request can certainly be taken over, if its server was not heard of for a while; else
   * as long again as it has taken, but not beyond that.
   */
  private int retryAfter(RememberedRequest earlier, Instant now) {
    Instant sign = lastSign(earlier);
    Instant over = sign.plus(settings.lease());
    long left = Math.max(1, Duration.between(now, over).plusMillis(999).toSeconds());
    long taken = Duration.between(earlier.claimedAt(), now).toSeconds();
    boolean silent = sign.plus(SILENCE).isBefore(now);
    return Math.toIntExact(silent ? left : Math.min(left, Math.max(SOON_SECONDS, taken)));
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
  boolean complete(KeyedCall call, UUID claim, HttpResponse<?> response) {
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

  /** Forgets a request that failed, so that it can be fixed and sent with the same key. */
  void release(KeyedCall call, UUID claim) {
    requests.release(call.userId(), call.key(), claim);
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
