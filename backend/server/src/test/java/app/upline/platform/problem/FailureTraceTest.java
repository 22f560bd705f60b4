package app.upline.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A trace in the log says what our own code says of itself, and no value. */
class FailureTraceTest {

  @Test
  void aMessageOfOurOwnExceptionIsInTheTrace() {
    assertThat(FailureTrace.of(new IllegalStateException("Nobody holds the lock")))
        .startsWith("java.lang.IllegalStateException: Nobody holds the lock\n\tat app.upline.");
  }

  @Test
  void aMessageOfTheDatabaseIsNotInTheTrace() {
    SQLException failure = new SQLException("Duplicate entry 'Pat Doe'", "23000", 1062);
    assertThat(FailureTrace.of(new IllegalStateException(failure)))
        .contains("java.sql.SQLException [1062, 23000]")
        .doesNotContain("Pat Doe");
  }

  @Test
  void aMessageAboutAnArgumentIsNotInTheTrace() {
    assertThat(FailureTrace.of(new IllegalArgumentException("Not a number: 1EG4-TE5-MK73")))
        .doesNotContain("1EG4");
  }

  @Test
  void aMessageOfALibraryIsNotInTheTrace() {
    try {
      LocalDate.parse("Pat Doe");
    } catch (RuntimeException e) {
      assertThat(FailureTrace.of(e)).doesNotContain("Pat Doe");
    }
  }
}
