package app.upline.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A text of single blanks between what is seen, whatever was typed. */
class TidyTextPropertyTest {

  private static final String BLANKS = " \t\r\n\u000B\f\u0085\u00A0\u2003\u2028\u3000";
  private static final String WIDTHLESS = "\u200B\uFEFF";

  @Property(tries = 5_000)
  void blanksAreOneAndNeitherFirstNorLastAndNothingElseIsGone(@ForAll("typed") String typed) {
    String tidy = Words.tidy(typed);
    assertThat(tidy)
        .doesNotStartWith(" ")
        .doesNotEndWith(" ")
        .doesNotContain("  ")
        .doesNotContainPattern("[" + BLANKS.substring(1) + WIDTHLESS + "]");
    assertThat(tidy.replace(" ", ""))
        .isEqualTo(typed.replaceAll("[" + BLANKS + WIDTHLESS + "]", ""));
    assertThat(Words.tidy(tidy)).isEqualTo(tidy);
  }

  @Provide
  Arbitrary<String> typed() {
    return Arbitraries.strings().withChars("aZ~!\u00E9\u6F22" + BLANKS + WIDTHLESS).ofMaxLength(12);
  }
}
