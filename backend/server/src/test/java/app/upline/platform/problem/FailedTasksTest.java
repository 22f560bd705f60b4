package app.upline.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.testing.LogLines;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import io.micronaut.data.exceptions.DataAccessException;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailedTasksTest {
  private final FailedTasks tasks = new FailedTasks(Clock.systemUTC());

  @Test
  void aDatabaseThatTakesNoChangesIsToldOnceForEachTask() {
    DataAccessException readOnly = failure("running with the --read-only option", "HY000", 1290);
    List<ILoggingEvent> lines =
        LogLines.whileDoing(
            FailedTasks.class,
            () -> {
              for (int i = 0; i < 5; i++) {
                tasks.handle(this, readOnly);
              }
              tasks.handle("another task", readOnly);
            });

    assertThat(lines).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN, Level.WARN);
    assertThat(lines.getFirst().getFormattedMessage())
        .contains("FailedTasksTest", "takes no changes");
  }

  @Test
  void whatWouldFailAgainIsToldEachTimeAndWithoutValues() {
    DataAccessException failure = failure("Duplicate entry 'maria@company.example'", "23000", 1062);
    List<ILoggingEvent> lines =
        LogLines.whileDoing(
            FailedTasks.class,
            () -> {
              tasks.handle(this, failure);
              tasks.handle(this, failure);
            });

    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst().getLevel()).isEqualTo(Level.ERROR);
    assertThat(lines.getFirst().getFormattedMessage())
        .contains("[1062, 23000]")
        .doesNotContain("maria");
  }

  private static DataAccessException failure(String message, String state, int code) {
    return new DataAccessException(message, new SQLException(message, state, code));
  }
}
