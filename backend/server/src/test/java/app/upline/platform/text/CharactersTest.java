package app.upline.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is invisible or looks like something else. */
class CharactersTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5\u200E4-4873297",
        "\u202A54-4873297\u202C",
        "54\u00AD-48\u200B73297\uFEFF",
        "54\u20114873297",
        "54\u20134873297",
        "54\u22124873297",
        "\uFF15\uFF14\uFF0D\uFF14\uFF18\uFF17\uFF13\uFF12\uFF19\uFF17",
        "\u0665\u0664-\u0664\u0668\u0667\u0663\u0662\u0669\u0667",
        "54-4873297\uFE0F",
        "\u206054-4873297\u2069",
        "\u316454-4873297"
      })
  void numbersAreReadAsTheEyeReadsThem(String typed) {
    assertThat(Characters.plain(typed)).isEqualTo("54-4873297");
  }

  @Test
  void namesKeepWhatIsMeant() {
    for (String meant :
        new String[] {
          "Keystone \u2014 Media",
          "Family \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 Care",
          "Heart \u2764\uFE0F Health",
          "\u0928\u0939\u0940\u0902 \u0915\u094D\u200D\u0937",
          "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
          "\u05D0\u05D1\u200E-Keystone",
          "Jos\u00E9 \u00C5str\u00F6m",
          "Jose\u0301",
          "\uFF2B\uFF45\uFF59"
        }) {
      assertThat(Characters.seen(meant)).isEqualTo(meant);
      assertThat(Characters.complaint(meant)).isEmpty();
    }
  }

  @Test
  void namesLoseWhatNobodySees() {
    assertThat(Characters.seen("Key\u200Bstone\u200E \u00ADMe\u200Ddia\uFEFF\u2060"))
        .isEqualTo("Keystone Media");
    assertThat(Characters.seen("\u202AKeystone\u202C A\uFE0F")).isEqualTo("Keystone A");
  }

  @Test
  void whatIsNoTextIsToldWithItsPlace() {
    assertThat(Characters.complaint("Lone \uD83D here"))
        .hasValueSatisfying(message -> assertThat(message).contains("Character 6", "surrogate"));
    assertThat(Characters.complaint("\uD83D\uDE00 \u202Ecod"))
        .hasValueSatisfying(
            message ->
                assertThat(message).contains("Character 3", "U+202E", "RIGHT-TO-LEFT OVERRIDE"));
    assertThat(Characters.complaint("a\uFFFE"))
        .hasValueSatisfying(message -> assertThat(message).contains("Character 2", "U+FFFE"));
  }

  @Property(tries = 500)
  void nothingThatIsSeenIsEverLost(@ForAll("texts") String text) {
    assertThat(visible(Characters.seen(text))).isEqualTo(visible(text));
    assertThat(Characters.seen(Characters.seen(text))).isEqualTo(Characters.seen(text));
    assertThat(Characters.plain(Characters.plain(text))).isEqualTo(Characters.plain(text));
  }

  @Property(tries = 500)
  void aFormHoldsNothingThatCannotBeSeen(@ForAll("texts") String text) {
    assertThat(Characters.plain(text).codePoints())
        .noneMatch(c -> Character.getType(c) == Character.FORMAT && !(c >= 0x600 && c <= 0x8FF));
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<Integer> odd =
        Arbitraries.of(
            0x200B, 0x200C, 0x200D, 0x200E, 0x202A, 0x202C, 0x2066, 0x2069, 0xAD, 0xFEFF, 0x2060,
            0xFE0F, 0x1F468, 0x1F3FD, 0x0628, 0x05D0, 0x0915, 0x094D, 0x2013, 0xFF11, 0xA0, 0x3164);
    Arbitrary<Integer> any =
        Arbitraries.integers().between(0x20, 0x10FFFF).filter(c -> c < 0xD800 || c > 0xDFFF);
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(4, odd),
            net.jqwik.api.Tuple.of(4, Arbitraries.integers().between(0x20, 0x7E)),
            net.jqwik.api.Tuple.of(1, any))
        .list()
        .ofMaxSize(20)
        .map(points -> points.stream().map(Character::toString).reduce("", String::concat));
  }

  private static String visible(String text) {
    StringBuilder visible = new StringBuilder();
    text.codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .filter(c -> c != 0x3164 && c != 0x115F && c != 0x1160 && c != 0xFFA0 && c != 0x34F)
        .filter(c -> c < 0x180B || c > 0x180D)
        .filter(c -> c != 0x17B4 && c != 0x17B5)
        .filter(c -> (c < 0xFE00 || c > 0xFE0F) && (c < 0xE0100 || c > 0xE01EF))
        .forEach(visible::appendCodePoint);
    return visible.toString();
  }
}
