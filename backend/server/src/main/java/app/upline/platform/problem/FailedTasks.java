package app.upline.platform.problem;

import app.upline.platform.persistence.DatabaseFailure;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.scheduling.DefaultTaskExceptionHandler;
import io.micronaut.scheduling.TaskExceptionHandler;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of what is done again and again and failed: in the words of {@link FailureTrace}, and of a
 * database that is away, full or read-only not each time.
 */
@Singleton
@Primary
@Replaces(DefaultTaskExceptionHandler.class)
final class FailedTasks implements TaskExceptionHandler<Object, Throwable> {
  private static final Logger LOG = LoggerFactory.getLogger(FailedTasks.class);
  private static final Duration QUIET = Duration.ofMinutes(10);

  private final Clock clock;
  private final Map<Said, Instant> said = new ConcurrentHashMap<>();

  FailedTasks(Clock clock) {
    this.clock = clock;
  }

  private record Said(String task, DatabaseFailure met) {}

  @Override
  public void handle(@Nullable Object bean, Throwable failure) {
    String task = bean == null ? "A task" : bean.getClass().getSimpleName();
    Optional<DatabaseFailure> met = DatabaseFailure.of(failure);
    if (met.isEmpty()) {
      LOG.error("{} failed: {}", task, FailureTrace.of(failure));
    } else if (isNews(new Said(task, met.get()))) {
      LOG.warn("{} {}, and goes on as soon as it can", task, met.get().what());
    }
  }

  private boolean isNews(Said what) {
    Instant now = clock.instant();
    Instant before = said.get(what);
    if (before != null && now.isBefore(before.plus(QUIET))) {
      return false;
    }
    said.put(what, now);
    return true;
  }
}
