package app.upline.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.outcome.Refusal;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ETagsTest {
  private static final String CURRENT = ETags.of(3);

  @Test
  void aVersionIsATagInQuotes() {
    assertThat(CURRENT).isEqualTo("\"3\"");
    assertThat(ETags.of("ab12")).isEqualTo("\"ab12\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"3\"", "*", "\"2\", \"3\"", " \"3\" "})
  void theCurrentVersionAmongThoseSeenIsEnough(String ifMatch) {
    assertThat(ETags.expected(ifMatch).ifCurrent(3, Outcome::done).isRefused()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"2\"", "3", "W/\"3\"", "\"13\", \"2\"", "*, \"2\""})
  void anotherVersionOrAWeakTagFailsThePrecondition(String ifMatch) {
    assertThat(ETags.expected(ifMatch).ifCurrent(3, () -> fail("must not be done")))
        .isEqualTo(Outcome.refused(new Refusal.Stale("3")));
  }

  @Test
  void anOpaqueVersionIsComparedToTheLetter() {
    ExpectedVersion seen = ETags.expected("\"ab12\"");

    assertThat(seen.ifCurrent("ab12", Outcome::done).isRefused()).isFalse();
    assertThat(seen.ifCurrent("AB12", Outcome::done))
        .isEqualTo(Outcome.refused(new Refusal.Stale("AB12")));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = " ")
  void aMissingIfMatchIsAskedFor(@Nullable String ifMatch) {
    assertThatThrownBy(() -> ETags.expected(ifMatch))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(ProblemType.PRECONDITION_REQUIRED));
  }

  @Test
  void aReaderMayCompareWeakly() {
    assertThat(ETags.isKnown("W/\"3\"", CURRENT)).isTrue();
    assertThat(ETags.isKnown("\"1\", \"3\"", CURRENT)).isTrue();
    assertThat(ETags.isKnown("*", CURRENT)).isTrue();
    assertThat(ETags.isKnown("\"2\"", CURRENT)).isFalse();
  }
}
