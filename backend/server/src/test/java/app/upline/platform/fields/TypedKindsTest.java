package app.upline.platform.fields;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.platform.code.CodeList;
import app.upline.relationship.UsState;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers, money and prose as people type them into cells. */
class TypedKindsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0 | 0", "12 | 12", "2.0 | 2", "1,250 | 1250", "+3 | 3", "-0 | 0"})
  void wholeNumbersAreReadAsTyped(String typed, int number) {
    assertThat(Kinds.whole(0, 5_000).fromText(typed)).isEqualTo(Reading.value(number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "5,001", "999999999999999"})
  void aNumberBeyondTheBoundsIsRefused(String typed) {
    assertThat(Kinds.whole(0, 5_000).fromText(typed))
        .isEqualTo(Reading.bad("OUT_OF_RANGE", "Give a number from 0 to 5000."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"two", "1.5", "1,25", "1 2", "1e3"})
  void whatIsNoWholeNumberIsSaidToBeNone(String typed) {
    assertThat(Kinds.whole(0, 5_000).fromText(typed))
        .isInstanceOfSatisfying(
            Reading.Bad.class, bad -> assertThat(bad.code()).isEqualTo("INVALID_NUMBER"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1250 | 1250.00",
        "$1,250.5 | 1250.50",
        "$ 3 | 3.00",
        "0.99 | 0.99",
        "999,999,999.99 | 999999999.99"
      })
  void moneyIsReadAsTyped(String typed, BigDecimal amount) {
    assertThat(Kinds.money().fromText(typed)).isEqualTo(Reading.value(amount));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5", "1.234", "ten", "1,25", "1000000000"})
  void whatIsNoAmountIsRefused(String typed) {
    assertThat(Kinds.money().fromText(typed)).isInstanceOf(Reading.Bad.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"☐ {0}", "✗ {0}", "❌ {0}", "{0}?", "☑ {0}", "{0} ？", "✔\uFE0F {0}"})
  void aWordWithASignBesideItIsNotThatWord(String signed) {
    assertThat(Kinds.truth().fromText(signed.replace("{0}", "Yes")))
        .isInstanceOf(Reading.Bad.class);
    assertThat(Kinds.code(CodeList.of(UsState.class)).fromText(signed.replace("{0}", "AZ")))
        .isInstanceOf(Reading.Bad.class);
  }

  @Test
  void aWordThatIsStruckThroughIsNotThatWord() {
    assertThat(Kinds.truth().fromText("Y\u0336e\u0336s\u0336")).isInstanceOf(Reading.Bad.class);
  }

  @Test
  void proseKeepsItsLinesAndNoOtherControls() {
    FieldKind<String> prose = Kinds.prose(5, 20);
    assertThat(prose.fromText(" one \r\n two\u00a0 \n")).isEqualTo(Reading.value("one\ntwo"));
    assertThat(prose.fromText(" \n ")).isEqualTo(Reading.absent());
    assertThat(prose.fromText("four")).isInstanceOf(Reading.Bad.class);
    assertThat(prose.fromText("a".repeat(21))).isInstanceOf(Reading.Bad.class);
    assertThat(prose.fromText("bell \u0007 rings")).isInstanceOf(Reading.Bad.class);
  }
}
