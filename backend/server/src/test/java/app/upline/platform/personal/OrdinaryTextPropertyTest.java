package app.upline.platform.personal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What people and businesses ordinarily write is never taken for a number of a beneficiary. */
class OrdinaryTextPropertyTest {

  @Property
  void namesNumbersAndReferencesAreLeftAlone(@ForAll("ordinary") String text) {
    assertThat(PersonalNumbers.kinds(text)).isEmpty();
  }

  @Property
  void aMedicareNumberIsFoundWhateverStandsBetweenItsGroups(
      @ForAll("mbis") String mbi, @ForAll("separators") String between) {
    String text = mbi.substring(0, 4) + between + mbi.substring(4, 7) + between + mbi.substring(7);
    assertThat(PersonalNumbers.kinds("Member " + text + ", as told"))
        .containsExactly(PersonalDataKind.MBI);
    assertThat(PersonalNumbers.kinds(String.join(between.isEmpty() ? " " : between, mbi.split(""))))
        .containsExactly(PersonalDataKind.MBI);
  }

  @Provide
  Arbitrary<String> mbis() {
    Arbitrary<Character> first = Arbitraries.chars().range('1', '9');
    Arbitrary<Character> digit = Arbitraries.chars().range('0', '9');
    Arbitrary<Character> letter =
        Arbitraries.of("ACDEFGHJKMNPQRTUVWXY".chars().mapToObj(c -> (char) c).toList());
    Arbitrary<Character> either = Arbitraries.oneOf(digit, letter);
    return Combinators.combine(
            Combinators.combine(first, letter, either, digit)
                .as((a, b, c, d) -> "" + a + b + c + d),
            Combinators.combine(letter, either, digit).as((a, b, c) -> "" + a + b + c),
            Combinators.combine(letter, letter, digit, digit)
                .as((a, b, c, d) -> "" + a + b + c + d))
        .as((a, b, c) -> a + b + c);
  }

  @Provide
  Arbitrary<String> separators() {
    return Arbitraries.of(
        "", "-", " ", ".", "/", "_", "·", " - ", ":", "\u2013", "\u200b", "\n", "|");
  }

  @Provide
  Arbitrary<String> ordinary() {
    Arbitrary<String> digits4 = Arbitraries.strings().numeric().ofLength(4);
    Arbitrary<String> digits6 = Arbitraries.strings().numeric().ofLength(6);
    return Arbitraries.oneOf(
        digits6.map(n -> "REL-2026-" + n),
        digits6.map(n -> "INC-2025-" + n + ", revision 2"),
        Arbitraries.longs().between(1, 9_999_999_999L).map(n -> "NPN " + n),
        Arbitraries.longs().between(1, 9_999_999_999L).map(n -> "Agency " + n + " LLC"),
        Combinators.combine(digits4, digits4).as((a, b) -> "H" + a + "-" + b.substring(1)),
        Arbitraries.integers().between(10, 99).map(n -> n + "-1234567"),
        Combinators.combine(digits4, digits4).as((a, b) -> "(602) 555-" + a + " or 1-800-555-" + b),
        Combinators.combine(
                Arbitraries.integers().between(1, 12), Arbitraries.integers().between(1, 28))
            .as((m, d) -> "On %d/%d/2026 at %d:30, until 2026-%02d-%02d".formatted(m, d, m, m, d)),
        digits4.map(n -> n + " Main St, Suite 210, Tampa, FL 33602-" + n),
        Arbitraries.of(
            List.of(
                "3 Rivers 4 Seasons LLC",
                "A1 Best 4 You Insurance",
                "1st Choice Medicare of TX 77",
                "Plan2Go 24/7 Help",
                "O'Brien & Søn, “The 65+ People”",
                "Иванов и сыновья",
                "Νίκος Παπαδόπουλος 2",
                "from 9 am, 3 pm, 4 at 10",
                "Rows 1 2 3 4 5 6 7 8 9 of the sheet",
                "https://www.1800medicare4u.example/a1b2c3d4")));
  }
}
