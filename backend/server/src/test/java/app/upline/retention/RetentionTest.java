package app.upline.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.upline.platform.start.StartFailure;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.env.Environment;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Ten years unless the operator wants longer; less only where there is no real data. */
class RetentionTest {
  private static final Environment PRODUCTION = environment("production");
  private static final Environment LOCAL = environment("local");

  @Test
  void tenYearsAreCountedByTheCalendar() {
    Retention retention = new Retention(new RetentionSettings(10), PRODUCTION);
    assertThat(retention.cutoff(Instant.parse("2036-11-24T12:00:00Z")))
        .isEqualTo(Instant.parse("2026-11-24T12:00:00Z"));
    assertThat(retention.cutoff(Instant.parse("2036-02-29T12:00:00Z")))
        .isEqualTo(Instant.parse("2026-02-28T12:00:00Z"));
  }

  @Test
  void lessThanTenYearsAreRefusedAtTheStart() {
    assertThatThrownBy(() -> new Retention(new RetentionSettings(9), PRODUCTION))
        .isInstanceOf(StartFailure.class)
        .hasMessageContaining("UPLINE_RETENTION_YEARS is 9")
        .hasMessageContaining("10 to 100 years");
    assertThat(new Retention(new RetentionSettings(11), PRODUCTION).years()).isEqualTo(11);
  }

  @Test
  void whoeverTriesItOutMayChooseLessButNotNothing() {
    assertThat(new Retention(new RetentionSettings(1), LOCAL).years()).isEqualTo(1);
    assertThatThrownBy(() -> new Retention(new RetentionSettings(0), LOCAL))
        .isInstanceOf(StartFailure.class);
  }

  private static Environment environment(String name) {
    return ApplicationContext.builder()
        .deduceEnvironment(false)
        .environments(name)
        .build()
        .getEnvironment();
  }
}
