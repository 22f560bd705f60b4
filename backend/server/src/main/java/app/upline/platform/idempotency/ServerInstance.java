package app.upline.platform.idempotency;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This server, as others know it. While it works on requests with a key it says every two seconds
 * that it lives, in one statement for all of them: so they keep their claims for as long as they
 * take, and lose them soon after a crash. A server that was started again is another one.
 */
@Singleton
class ServerInstance {

  /** How often it says that it lives. */
  static final Duration EVERY = Duration.ofSeconds(2);

  private static final Logger LOG = LoggerFactory.getLogger(ServerInstance.class);

  private final UUID id = UUID.randomUUID();
  private final ServerInstances rows;
  private final Clock clock;
  private final AtomicInteger claims = new AtomicInteger();

  ServerInstance(ServerInstances rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  UUID id() {
    return id;
  }

  /** It works on one request more. */
  void begin() {
    claims.incrementAndGet();
  }

  /** The request was answered, or its claim is given back. */
  void end() {
    claims.decrementAndGet();
  }

  @Scheduled(fixedDelay = "2s")
  void sayThatItLives() {
    if (claims.get() == 0) {
      return;
    }
    try {
      if (rows.renew(id, clock.instant()) == 0) {
        rows.begin(id, clock.instant());
      }
    } catch (RuntimeException e) {
      LOG.warn("Claims of requests under way could not be renewed: {}", e.getClass());
    }
  }
}
