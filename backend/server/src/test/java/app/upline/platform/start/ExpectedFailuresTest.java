package app.upline.platform.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ExpectedFailuresTest {
  @Test
  void aRefusalIsFoundBeneathTheWrappersOfTheFramework() {
    Throwable wrapped =
        new IllegalStateException("bean", new RuntimeException(new StartFailure("Do this.")));

    assertThat(ExpectedFailures.sentence(wrapped)).contains("Do this.");
  }

  @Test
  void aWrongPasswordIsSaidWithoutSayingIt() {
    SQLException denied =
        new SQLException("Access denied for user 'app'@'10.0.0.1'", "28000", 1045);

    assertThat(ExpectedFailures.sentence(new RuntimeException(denied)))
        .hasValueSatisfying(
            sentence ->
                assertThat(sentence).contains("refused the account").doesNotContain("10.0.0.1"));
  }

  @Test
  void anUnreachableDatabaseATakenPortAndAMissingAddressEachHaveASentence() {
    assertThat(ExpectedFailures.sentence(new SQLException("Communications link failure", "08S01")))
        .hasValueSatisfying(sentence -> assertThat(sentence).contains("cannot be reached"));
    assertThat(ExpectedFailures.sentence(new RuntimeException(new BindException())))
        .hasValueSatisfying(sentence -> assertThat(sentence).contains("port is taken"));
    assertThat(ExpectedFailures.sentence(new RuntimeException("… No URL specified")))
        .hasValueSatisfying(sentence -> assertThat(sentence).contains("DATASOURCES_DEFAULT_URL"));
  }

  @Test
  void theUnexpectedHasNoSentenceAndSoKeepsItsStackTrace() {
    assertThat(ExpectedFailures.sentence(new SQLException("Syntax error", "42000", 1064)))
        .isEmpty();
    assertThat(ExpectedFailures.sentence(new NullPointerException())).isEmpty();
  }
}
