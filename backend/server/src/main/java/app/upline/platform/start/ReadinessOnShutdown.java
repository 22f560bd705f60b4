package app.upline.platform.start;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.reactivestreams.Publisher;

/**
 * Says that the service is not ready any more as soon as it is told to stop, and waits until load
 * balancers have noticed; only then are requests refused, and those under way finished.
 */
@Singleton
@Readiness
final class ReadinessOnShutdown implements HealthIndicator {
  private static final String NAME = "serving";

  private final Duration notice;
  private volatile boolean going;

  ReadinessOnShutdown(@Value("${upline.shutdown.notice:0s}") Duration notice) {
    this.notice = notice;
  }

  /** Gives notice, and returns when it has been given for long enough. */
  void begin() {
    going = true;
    try {
      Thread.sleep(notice);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Publisher<HealthResult> getResult() {
    HealthStatus status = going ? HealthStatus.DOWN : HealthStatus.UP;
    return Publishers.just(HealthResult.builder(NAME, status).build());
  }
}
