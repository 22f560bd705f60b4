package app.upline.platform.throttle;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.testing.Simultaneously;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("engine")
@MicronautTest(transactional = false)
class ThrottleTest {
  private static final Limit THREE_A_MINUTE = new Limit("test", 3, Duration.ofSeconds(20));

  @Inject AttemptLimitRows rows;
  @Inject Database database;

  private final Wound clock = new Wound();
  private AttemptLimiter throttle;
  private LimitedAttempt attempt;

  @BeforeEach
  void aNewSubject() {
    throttle = new AttemptLimiter(rows, database, clock);
    attempt = THREE_A_MINUTE.by(UUID.randomUUID().toString());
  }

  @Test
  void theBurstIsAllowedAndTheNextOneToldWhen() {
    for (int i = 0; i < 3; i++) {
      assertThat(throttle.take(List.of(attempt))).isEmpty();
    }

    assertThat(throttle.take(List.of(attempt)))
        .hasValueSatisfying(
            met -> {
              assertThat(met.seconds()).isEqualTo(20);
              assertThat(met.policy()).isEqualTo("\"test\";q=3;w=60");
              assertThat(met.rateLimit()).isEqualTo("\"test\";r=0;t=20");
            });
  }

  @Test
  void timeGivesAttemptsBackAndNeverMoreThanTheBurst() {
    exhaust();
    clock.forward(Duration.ofSeconds(20));
    assertThat(throttle.take(List.of(attempt))).isEmpty();
    assertThat(throttle.take(List.of(attempt))).isPresent();

    clock.forward(Duration.ofDays(1));
    exhaust();
    assertThat(throttle.take(List.of(attempt))).isPresent();
  }

  @Test
  void refusedAttemptsCostNothingSoNobodyIsShutOutForEver() {
    exhaust();
    for (int i = 0; i < 100; i++) {
      assertThat(throttle.take(List.of(attempt))).isPresent();
    }
    clock.forward(Duration.ofSeconds(20));
    assertThat(throttle.take(List.of(attempt))).isEmpty();
  }

  @Test
  void whatOneLimitRefusesIsNotCountedUnderTheOthers() {
    LimitedAttempt other = THREE_A_MINUTE.by(UUID.randomUUID().toString());
    exhaust();
    for (int i = 0; i < 10; i++) {
      assertThat(throttle.take(List.of(other, attempt))).isPresent();
    }
    assertThat(throttle.take(List.of(other))).isEmpty();
  }

  @Test
  void whatSucceededIsNotCounted() {
    for (int i = 0; i < 20; i++) {
      assertThat(throttle.take(List.of(attempt))).isEmpty();
      throttle.giveBack(List.of(attempt));
    }
  }

  /** Else people who tried before would not get in until the clock is as late again. */
  @Test
  void whereTheClockWasPutBackItBeginsAnew() {
    exhaust();
    clock.forward(Duration.ofHours(-1));
    exhaust();
    assertThat(throttle.take(List.of(attempt))).isPresent();
  }

  /** Asking the server whose clock is behind gives no more attempts. */
  @Test
  void clocksOfServersThatDifferALittleAllowNoMore() {
    exhaust();
    clock.forward(Duration.ofMinutes(-4));
    assertThat(throttle.take(List.of(attempt))).isPresent();
  }

  @Test
  void ofManyAtOnceOnlyTheBurstIsAllowed() throws Exception {
    Callable<Boolean> try_ = () -> throttle.take(List.of(attempt)).isEmpty();
    List<Callable<Boolean>> crowd = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      crowd.add(try_);
    }
    int allowed = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Boolean> answer : threads.invokeAll(crowd)) {
        allowed += answer.get() ? 1 : 0;
      }
    }
    assertThat(allowed).isEqualTo(3);
  }

  @Test
  void theFirstOnesAtOnceAreAllAllowed() throws Exception {
    for (int round = 0; round < 50; round++) {
      aNewSubject();
      assertThat(Simultaneously.times(3, () -> throttle.take(List.of(attempt))))
          .allSatisfy(met -> assertThat(met).isEmpty());
    }
  }

  /** As where the answer to a key is remembered with its effect. */
  @Test
  void aTransactionWithAnOlderViewIsToldWhatOthersTookSince() {
    Optional<TooMany> met =
        database.writing(
            () -> {
              database.query(Sql.of("select count(*) from rate_limit"), row -> row.getInt(1));
              try (ExecutorService other = Executors.newSingleThreadExecutor()) {
                other.submit(this::exhaust).get();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
              return throttle.take(List.of(attempt));
            });
    assertThat(met).isPresent();
  }

  private void exhaust() {
    for (int i = 0; i < 3; i++) {
      assertThat(throttle.take(List.of(attempt))).isEmpty();
    }
  }

  /** Goes forward when it is told to. */
  private static final class Wound extends Clock {
    private Instant now = Instant.parse("2026-03-01T12:00:00Z");

    void forward(Duration by) {
      now = now.plus(by);
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
      return InstantSource.fixed(now).withZone(zone);
    }
  }
}
