package app.upline.identity.secondfactor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {
  private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

  /** RFC 6238, appendix B, the last six of the eight digits. */
  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void codesAreThoseOfTheRfc(long seconds, String code) {
    Instant then = Instant.ofEpochSecond(seconds);

    assertThat(Totp.code(SECRET, Totp.stepAt(then))).isEqualTo(code);
    assertThat(Totp.matchingStep(SECRET, code, then)).hasValue(Totp.stepAt(then));
  }

  @Test
  void aClockMayBeOffByOneStepAndNotByTwo() {
    Instant now = Instant.ofEpochSecond(1_111_111_111);
    long step = Totp.stepAt(now);

    for (long near : new long[] {step - 1, step, step + 1}) {
      assertThat(Totp.matchingStep(SECRET, Totp.code(SECRET, near), now)).hasValue(near);
    }
    for (long far : new long[] {step - 2, step + 2}) {
      assertThat(Totp.matchingStep(SECRET, Totp.code(SECRET, far), now)).isEmpty();
    }
  }

  @Test
  void whatIsNoCodeMatchesNothing() {
    for (String text : new String[] {"", "28708", "2870820", "２８７０８２", "abcdef"}) {
      assertThat(Totp.matchingStep(SECRET, text, Instant.ofEpochSecond(59))).isEmpty();
    }
  }

  @Test
  void aSecretIsWrittenAsAppsReadIt() {
    assertThat(Totp.text(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  }

  @Test
  void recoveryCodesAreAllDifferentAndReadHoweverTheyAreTyped() {
    var codes = RecoveryCodes.random();

    assertThat(codes).hasSize(10).doesNotHaveDuplicates();
    assertThat(codes).allMatch(code -> code.matches("([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}"));
    String code = codes.getFirst();
    assertThat(RecoveryCodes.sha256(code.toLowerCase().replace('-', ' ')))
        .isEqualTo(RecoveryCodes.sha256(code));
  }
}
