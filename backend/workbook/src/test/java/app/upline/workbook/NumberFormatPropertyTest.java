package app.upline.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Any format of digits and literals, against a filling of its places from the right. */
class NumberFormatPropertyTest {

  /** A prefix and groups of zeros, with something between them. */
  record Mask(String prefix, List<Integer> groups, String between) {

    String code() {
      return (prefix.isEmpty() ? "" : "\"" + prefix + "\"")
          + String.join(
              between.equals(" ") ? "\\ " : "\"" + between + "\"",
              groups.stream().map("0"::repeat).toList());
    }

    String filled(long number) {
      StringBuilder rest = new StringBuilder(Long.toString(number)).reverse();
      StringBuilder shown = new StringBuilder();
      for (int group = groups.size() - 1; group >= 0; group--) {
        for (int place = 0; place < groups.get(group); place++) {
          shown.append(rest.isEmpty() ? '0' : rest.charAt(0));
          rest.delete(0, 1);
        }
        if (group == 0) {
          shown.append(rest);
        } else {
          shown.append(new StringBuilder(between).reverse());
        }
      }
      return prefix + shown.reverse();
    }
  }

  @Property(tries = 2000)
  void aMaskShowsItsZerosAndItsLiterals(
      @ForAll("masks") Mask mask,
      @ForAll @LongRange(min = 0, max = 999_999_999_999_999L) long number) {
    assertThat(FormatCode.of(mask.code()).shown(BigDecimal.valueOf(number)))
        .isEqualTo(Shown.exactly(mask.filled(number)));
  }

  /** Whatever a code is: what is said to be exact has each digit of the number, in its order. */
  @Property(tries = 3000)
  void nothingThatIsSaidToBeExactLosesADigit(
      @ForAll("codes") String code,
      @ForAll @LongRange(min = 1, max = 99_999_999_999L) long number) {
    BigDecimal value = BigDecimal.valueOf(number);
    Shown shown = FormatCode.of(code).shown(value);
    if (shown.isExact()
        && shown.text().chars().anyMatch(Character::isDigit)
        && !code.contains("%")) {
      String places = shown.text().replaceAll("[^0-9.]", "");
      assertThat(new BigDecimal(places.isEmpty() ? "0" : trimmed(places)).stripTrailingZeros())
          .isEqualByComparingTo(new BigDecimal(BigInteger.valueOf(number)));
    }
  }

  private static String trimmed(String places) {
    return places.endsWith(".") ? places.substring(0, places.length() - 1) : places;
  }

  @Provide
  Arbitrary<Mask> masks() {
    return Combinators.combine(
            Arbitraries.strings().withChars("ABCSYHMD -").ofMaxLength(4),
            Arbitraries.integers().between(1, 5).list().ofMinSize(1).ofMaxSize(4),
            Arbitraries.of("-", " ", "/", ".", "S", ", "))
        .as(Mask::new);
  }

  /** Pieces of formats, also such as make no sense. */
  @Provide
  Arbitrary<String> codes() {
    return Arbitraries.of(
            "0", "00", "#", "##", "?", ".", ",", "-", " ", "(", ")", "[Red]", "[$-409]", "$",
            "\"S\"", "\\-", "_)", "* ", ";", "[<5]", "E+00", "%", "@", "/", "General", "x")
        .list()
        .ofMinSize(1)
        .ofMaxSize(7)
        .map(pieces -> String.join("", pieces));
  }
}
