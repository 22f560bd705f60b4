package app.upline.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.platform.throttle.BusyException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** What a caller is told of failures that no other code has turned into an answer. */
class FailuresTest {

  @Test
  void textThatTheDatabaseCannotCompareIsTheCallersToMend() {
    SQLException refused = new SQLException("Illegal mix of collations", "HY000", 1267);

    assertThat(Failures.problem(new IllegalStateException(refused)).type())
        .isEqualTo(ProblemType.MALFORMED_REQUEST);
  }

  @Test
  void aCallerWhenTooManyCallIsToldWhenToComeAgain() {
    ProblemException problem = Failures.problem(new BusyException(5));

    assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE);
    assertThat(problem.retryAfterSeconds()).isEqualTo(5);
  }

  @Test
  void everyOtherFailureIsOurs() {
    assertThat(Failures.problem(new SQLException("Unknown column", "42S22", 1054)).type())
        .isEqualTo(ProblemType.INTERNAL_ERROR);
  }
}
