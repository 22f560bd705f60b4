package app.upline.identity.password;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.platform.validation.Fault;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
  private static final List<String> CONTEXT =
      List.of("ramona.quimby@harborline.example", "Ramona Quimby", "Harborline Benefit Advisors");

  private final PasswordRules rules = new PasswordRules();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a lantern over the prairie at dusk",
        "kxqwzvbmrtplnsd",
        "четыре слова о погоде в степи",
        "ランタンと大草原の夕暮れにて歌う鳥",
        "🐎🔋📎🌵🪁🎻🧊🪵🛶🧵🥝🦔🪐🧲🎲",
        "no mixture of kinds is asked for"
      })
  void longWordsOfAnyScriptWillDo(String password) {
    assertThat(fault(password)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aaaaaaaaaaaaaaaa",
        "1234567890123456",
        "passwordpassword",
        "PasswordPassword1!",
        "qwertyuiopasdfgh",
        "harborlineharborline",
        "RamonaQuimby2026",
        "ramona.quimby@harborline.example",
        "UplineUplineUpline",
        "demo-only-on-this-machine",
        "Demo-Only-On-This-Machine",
        "demo-only-on-this-machine1",
        "correct horse battery staple",
        "Correct Horse Battery Staple",
        "correcthorsebatterystaple"
      })
  void whatIsCommonOrAPatternOrMadeOfOnesOwnNamesIsRefused(String password) {
    assertThat(fault(password)).hasValueSatisfying(is("PASSWORD_TOO_EASY"));
  }

  @Test
  void aCommonPasswordIsRefusedAlsoWhereASecondFactorIsUsed() {
    for (String common : List.of("password1", "trustno1", "sunshine", "iloveyou", "P@ssw0rd")) {
      assertThat(rules.fault("/password", common, 8, CONTEXT))
          .as(common)
          .hasValueSatisfying(is("PASSWORD_TOO_EASY"));
    }
    assertThat(rules.fault("/password", "kxqwzvbm", 8, CONTEXT)).isEmpty();
  }

  @Test
  void whatNoKeyboardTypesIsRefused() {
    for (String unseen : List.of("\u0000", "\u0007", "\u007F")) {
      assertThat(fault("a lantern over the " + unseen + "prairie at dusk"))
          .hasValueSatisfying(is("INVALID_TEXT"));
    }
  }

  @Test
  void charactersAreCountedAndNotBytesOrKeystrokes() {
    // Fifteen times an e and a combining accent: fifteen characters, thirty code points.
    String composed = "zqé".repeat(5);
    assertThat(fault("é".repeat(14))).hasValueSatisfying(is("TOO_SHORT"));
    assertThat(Passwords.normalized(composed)).hasSize(15);
    assertThat(fault("🐎".repeat(14))).hasValueSatisfying(is("TOO_SHORT"));
  }

  @Test
  void aPasswordMayBeLongAndNotEndless() {
    String verse = "tiger tiger burning bright in the forests of the night ";
    assertThat(fault(verse.repeat(10).substring(0, 256))).isEmpty();
    assertThat(fault(verse.repeat(10).substring(0, 257))).hasValueSatisfying(is("TOO_LONG"));
  }

  @Test
  void anEndlessPasswordTakesNoTimeToRefuseOrJudge() {
    long before = System.nanoTime();
    fault("a1".repeat(100_000));
    fault("qazwsxedcrfvtgbyhnujmik".repeat(11));
    assertThat(System.nanoTime() - before).isLessThan(5_000_000_000L);
  }

  private Optional<Fault> fault(String password) {
    return rules.fault("/password", password, PasswordRules.LENGTH_ALONE, CONTEXT);
  }

  private static java.util.function.Consumer<Fault> is(String code) {
    return fault -> assertThat(fault.code()).isEqualTo(code);
  }
}
