package app.upline.platform.personal;

import static app.upline.platform.personal.PersonalDataKind.EMAIL;
import static app.upline.platform.personal.PersonalDataKind.MBI;
import static app.upline.platform.personal.PersonalDataKind.PHONE;
import static app.upline.platform.personal.PersonalDataKind.SSN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreeTextScanTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The caller gave 1EG4-TE5-MK73 as her number.",
        "mbi:1eg4te5mk73",
        "1EG4 TE5 MK73",
        "(1EG4TE5MK73)",
        "MBI=1EG4‑TE5–MK73.",
        "１ＥＧ４ＴＥ５ＭＫ７３",
        "1EG4.TE5.MK73",
        "1EG4/TE5/MK73",
        "1EG4_TE5_MK73",
        "1EG4 / TE5 / MK73",
        "1EG4\nTE5\nMK73",
        "1EG4\u2028TE5\u2028MK73",
        "1 E G 4 T E 5 M K 7 3",
        "1-e-g-4-t-e-5-m-k-7-3",
        "1.E.G.4.T.E.5.M.K.7.3",
        "1EG 4TE 5MK 73",
        "1.eg.4te.5mk.73",
        "1\u0415G4-T\u04155-\u041c\u041a73",
        "1\u0395G4-\u03a4\u03955-\u039c\u039a73",
        "1\u0435g4-te5-mk73",
        "1E\u0301G4-TE5-MK73",
        "1\u00c9G4TE5MK73",
        "\ud835\udfcfEG4TE5MK73",
        "\u2460EG4TE5MK73",
        "1EG4\u3164TE5\u2800MK73",
        "1EG4-TE5-MK7З",
        "1EG4-TES-MK73",
        "lEG4-TE5-MK73",
        "1EG4-TE5\u200b-MK73"
      })
  void aMedicareNumberIsFoundHoweverItIsTyped(String text) {
    assertThat(FreeTextScan.kinds(text)).containsExactly(MBI);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0EG4-TE5-MK73", // never begins with zero
        "1SG4-TE5-MK73", // S is not used
        "1EG4-TE5-MK7", // too short
        "1EG4-TE5-MK731", // goes on
        "A1EG4-TE5-MK73",
        "from 9 am, 3 pm, 4 at 10",
        "open 9 am 3 pm 4 at 10",
        "SEGOTEIMKBO",
        "Confirmation 1EG4TE5MK73X"
      })
  void whatOnlyResemblesAMedicareNumberIsNotOne(String text) {
    assertThat(FreeTextScan.of(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Her social is 123-45-6789.",
        "123 45 6789",
        "123.45.6789",
        "123/45/6789",
        "123_45_6789",
        "123 - 45 - 6789",
        "123:45:6789",
        "9 8 7 6 5 4 3 2 1",
        "9-8-7-6-5-4-3-2-1",
        "\uff11\uff12\uff13/45/6789",
        "SSN 123456789",
        "social security number: 123456789"
      })
  void aSocialSecurityNumberIsFound(String text) {
    assertThat(FreeTextScan.kinds(text)).containsExactly(SSN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EIN 54-4873297",
        "Application 123456789", // nine digits without a word that says so
        "ZIP 60601-2345",
        "123-456789",
        "000-12-3456",
        "1123-45-67890",
        "123, 45, 6789",
        "1 2 3 4 5 6 7 8 9",
        "1.123.45.6789.2",
        "1 2 3 4 5 6 7 8 9 10 11",
        "lesson 123456789"
      })
  void otherNumbersOfNineDigitsAreNotSocialSecurityNumbers(String text) {
    assertThat(FreeTextScan.of(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Write to jane.doe@example.com.",
        "<j+d@mail.example.org>",
        "JANE_DOE@EXAMPLE.CO.UK",
        "jürgen@müller.example",
        "2125550123@txt.example.net" // a phone's mailbox is an address
      })
  void anEMailAddressIsFound(String text) {
    assertThat(FreeTextScan.kinds(text)).containsExactly(EMAIL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Call 212-555-0123 now",
        "(602) 555 0134",
        "6025550134",
        "+1 212.555.0123",
        "ring me at +44 20 7946 0958"
      })
  void aPhoneNumberIsFound(String text) {
    assertThat(FreeTextScan.kinds(text)).containsExactly(PHONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "See INC-2026-7KQ2-000001 and REL-2026-7KQ2-000123.",
        "Agent NPN 17654321, plan H0672-001 of 2026",
        "On 2025-01-15 10:30 he charged $12,500.00",
        "Costs 10 @ 3 dollars, ratio 1/2/3, at home",
        ""
      })
  void everydayNumbersAreNotPersonalData(String text) {
    assertThat(FreeTextScan.of(text)).isEmpty();
  }

  @Test
  void eachFindingSaysWhereItIsAndNeverWhatItIs() {
    String text = "Jane, 1EG4-TE5-MK73, 123-45-6789, j@d.example, 212-555-0123";
    assertThat(FreeTextScan.of(text))
        .containsExactly(
            new PersonalDataFinding(MBI, 6, 19),
            new PersonalDataFinding(SSN, 21, 32),
            new PersonalDataFinding(EMAIL, 34, 45),
            new PersonalDataFinding(PHONE, 47, 59));
    assertThat(FreeTextScan.of(text).toString()).doesNotContain("1EG4").doesNotContain("6789");
  }

  @Test
  void placesAreThoseOfTheOriginalTextAlsoWhereSomethingInvisibleWasSkipped() {
    assertThat(FreeTextScan.of("\u200b1EG4\u00adTE5MK73!"))
        .containsExactly(new PersonalDataFinding(MBI, 1, 13));
  }

  @Test
  void redactedTextNamesTheKindInstead() {
    assertThat(FreeTextScan.redact("Member 1eg4te5mk73 wrote from j@d.example twice."))
        .isEqualTo("Member [MBI] wrote from [EMAIL] twice.");
    assertThat(FreeTextScan.redact("Nothing here.")).isEqualTo("Nothing here.");
  }

  /** Quadratic time would be minutes for each of these. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "a",
        "a@",
        "a@a",
        "a@a.",
        ".@",
        "1EG4-TE5-MK7",
        "123-45-678",
        "12 ",
        "(1",
        "+1 ",
        "-",
        "123456789",
        "\u200b",
        "A-",
        "ABC-2026-",
        "ssn ",
        "１",
        "ＡBC ",
        "a.",
        "@a.a"
      })
  void aTextOfTwoHundredThousandCharactersIsDoneInTimeThatGrowsWithItsLength(String unit) {
    String text = unit.repeat(200_000 / unit.length());
    assertTimeoutPreemptively(Duration.ofSeconds(20), () -> FreeTextScan.of(text));
  }
}
