package app.upline.platform.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RequestRatesTest {
  private final Time time = new Time();
  private final RequestRateLimits rates =
      new RequestRateLimits(new RateSettings(10, 5, Duration.ofSeconds(10), 100), time);

  @Test
  void whatIsLeftIsToldAndComesBackSteadily() {
    Allowance first = rates.ofCaller("ann", 4);
    assertThat(first.policy()).isEqualTo("\"requests\";q=10;w=10");
    assertThat(first.rateLimit()).isEqualTo("\"requests\";r=6;t=4");
    assertThat(first.retryAfter()).isNull();

    time.pass(Duration.ofSeconds(2));
    assertThat(rates.ofCaller("ann", 1).rateLimit()).isEqualTo("\"requests\";r=7;t=3");
  }

  @Test
  void whatIsRefusedCostsNothingAndIsTakenAfterTheWaitThatWasNamed() {
    rates.ofCaller("ann", 8);
    Allowance refused = rates.ofCaller("ann", 5);
    assertThat(refused.retryAfter()).isEqualTo(3);
    assertThat(refused.remaining()).isEqualTo(2);

    time.pass(Duration.ofSeconds(2));
    assertThat(rates.ofCaller("ann", 5).retryAfter()).isEqualTo(1);
    time.pass(Duration.ofSeconds(1));
    assertThat(rates.ofCaller("ann", 5).retryAfter()).isNull();
  }

  @Test
  void oneCallerNeverUsesUpAnothersNorAnAddressACallers() {
    rates.ofCaller("ann", 10);
    rates.ofSource("ann", 5);

    assertThat(rates.ofCaller("ann", 1).retryAfter()).isNotNull();
    assertThat(rates.ofCaller("ben", 1).remaining()).isEqualTo(9);
    assertThat(rates.ofSource("ben", 1).remaining()).isEqualTo(4);
  }

  @Test
  void whatCostsMoreThanThereEverIsCanStillBeDone() {
    assertThat(rates.ofCaller("ann", 20).retryAfter()).isNull();
    assertThat(rates.ofCaller("ann", 20).retryAfter()).isEqualTo(10);
  }

  @Test
  void aFloodFromEverNewAddressesNeverMakesACallerForgotten() {
    rates.ofCaller("ann", 10);
    for (int i = 0; i < 5_000; i++) {
      rates.ofSource("address " + i, 1);
    }
    assertThat(rates.ofCaller("ann", 1).retryAfter()).isNotNull();
  }

  @Test
  void aLimitThatAllowsNothingIsRefusedAtTheStart() {
    assertThatThrownBy(() -> new RateSettings(0, 1, Duration.ofMinutes(1), 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static final class Time implements TimeMeter {
    private long nanos;

    void pass(Duration duration) {
      nanos += duration.toNanos();
    }

    @Override
    public long currentTimeNanos() {
      return nanos;
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
