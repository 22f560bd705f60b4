package app.upline.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one form of an address. */
class EmailAddressTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Analyst@SummitPeak.Example",
        " analyst@summitpeak.example ",
        "analyst@\u017Fummitpeak.example",
        "analyst@summitpea\u212A.example",
        "\uFF41\uFF4E\uFF41\uFF4C\uFF59\uFF53\uFF54@summitpeak.example",
        "analyst\uFF20summitpeak.example",
        "analyst@summitpeak\u3002example"
      })
  void isTheSameHoweverItIsTyped(String typed) {
    assertThat(EmailAddress.canonical(typed)).contains("analyst@summitpeak.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ana\u200Blyst@summitpeak.example",
        "ana\u0001lyst@summitpeak.example",
        "ana\u0000lyst@summitpeak.example",
        "ana\u00ADlyst@summitpeak.example",
        "analyst\uFE0F@summitpeak.example",
        "analyst@summit\u200Epeak.example",
        "analyst@summitpeak.example\nx",
        "ana lyst@summitpeak.example",
        "ana\u00A0lyst@summitpeak.example",
        "analyst@stra\u00DFe.example",
        "analyst@-peak.example",
        "analyst@a@b.example",
        "analyst"
      })
  void hidesNothing(String typed) {
    assertThat(EmailAddress.canonical(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "an\u00E4lyst@summitpeak.example, analyst@summitpeak.example",
    "\u0142ukas@summitpeak.example, lukas@summitpeak.example",
    "stra\u00DFe@summitpeak.example, strasse@summitpeak.example",
    "\u0430nalyst@summitpeak.example, analyst@summitpeak.example"
  })
  void withAnotherLetterIsAnother(String one, String other) {
    assertThat(EmailAddress.canonical(one)).isPresent().isNotEqualTo(EmailAddress.canonical(other));
    assertThat(EmailAddress.isOne(one)).isFalse();
  }

  @Test
  void ofADomainBeyondAsciiIsWrittenInAscii() {
    assertThat(EmailAddress.canonical("desk@B\u00FCcher.example"))
        .contains("desk@xn--bcher-kva.example");
  }
}
