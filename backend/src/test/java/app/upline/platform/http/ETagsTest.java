package app.upline.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
    assertThatCode(() -> ETags.requireMatch(ifMatch, CURRENT)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"2\"", "3", "W/\"3\"", "\"13\", \"2\""})
  void anotherVersionOrAWeakTagFailsThePrecondition(String ifMatch) {
    assertThatThrownBy(() -> ETags.requireMatch(ifMatch, CURRENT))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(ProblemType.PRECONDITION_FAILED));
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = " ")
  void whoSaysNothingIsAskedForIt(@Nullable String ifMatch) {
    assertThatThrownBy(() -> ETags.requireMatch(ifMatch, CURRENT))
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
