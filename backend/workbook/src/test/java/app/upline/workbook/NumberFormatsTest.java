package app.upline.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.local.SheetByHand;
import app.upline.workbook.Shown.Doubt;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a person sees of a number, by the rules of the format (ECMA-376 part 1, 18.8.31). */
class NumberFormatsTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      ignoreLeadingAndTrailingWhitespace = true,
      value = {
        "00000000 ~ 27478 ~ `00027478`",
        "00\\-0000000 ~ 12345678 ~ `01-2345678`",
        "00-0000000 ~ 12345678 ~ `01-2345678`",
        "000-00-0000 ~ 123456789 ~ `123-45-6789`",
        "000\\-00\\-0000 ~ 1 ~ `000-00-0001`",
        "000\" \"00\" \"0000 ~ 123456789 ~ `123 45 6789`",
        "00000\\-0000 ~ 21081234 ~ `02108-1234`",
        "00000 ~ 2108 ~ `02108`",
        "00000 ~ 123456 ~ `123456`",
        "\"S\"000000 ~ 27474 ~ `S027474`",
        "\"H\"0000 ~ 672 ~ `H0672`",
        "\\S\\-0000 ~ 7 ~ `S-0007`",
        "\"AZ \"0;\"CA \"0 ~ -5 ~ `CA 5`",
        "\"Y\";\"N\" ~ 1 ~ `Y`",
        "\"Y\";\"N\" ~ -1 ~ `N`",
        "\"Yes\";\"Yes\";\"No\" ~ 0 ~ `No`",
        "[$-409]000000 ~ 42 ~ `000042`",
        "[Red]0000;[Blue]\\-0000 ~ 42 ~ `0042`",
        "[Color 12]0000 ~ 42 ~ `0042`",
        "[<=9999999]###\\-####;\\(###\\)\\ ###\\-#### ~ 5550100 ~ `555-0100`",
        "[<=9999999]###-####;(###) ###-#### ~ 6025550100 ~ `(602) 555-0100`",
        "[<=99999]00000;00000\\-0000 ~ 2108 ~ `02108`",
        "[<=99999]00000;00000\\-0000 ~ 21081234 ~ `02108-1234`",
        "#,##0 ~ 1234567 ~ `1,234,567`",
        "#,##0.00 ~ 1250 ~ `1,250.00`",
        "0,000 ~ 5 ~ `0,005`",
        "\"$\"#,##0.00 ~ 1250.5 ~ `$1,250.50`",
        "_(\"$\"* #,##0.00_) ~ 1250 ~ ` $ 1,250.00 `",
        "0.0# ~ 5 ~ `5.0`",
        ".00 ~ 12.5 ~ `12.50`",
        "??0 ~ 7 ~ `  7`",
        "0% ~ 0.5 ~ `50%`",
        "# ~ 0 ~ ``",
        "0 ~ -5 ~ `-5`",
        "0;-0;;@ ~ 5 ~ `5`",
        "General ~ 42 ~ `42`",
        "General\" units\" ~ 42 ~ `42 units`",
        "@ ~ 42 ~ `42`",
        "0\"%;[\" ~ 7 ~ `7%;[`",
        "1! ~ 7 ~ `7`",
        "4! ~ 1250 ~ `1,250.00`",
        "49! ~ 27478 ~ `27478`",
        "\u20AC0 ~ 7 ~ `\u20AC7`"
      })
  void whatTheFormatShowsIsRead(String format, BigDecimal number, String shown) throws Exception {
    assertThat(number(format, number.toPlainString(), false).shown())
        .isEqualTo(new Shown(shown, Doubt.NONE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "0 ~ 12345.6 ~ ROUNDED",
        "#,##0 ~ 1250.37 ~ ROUNDED",
        "#,##0, ~ 1250370 ~ ROUNDED",
        "General ~ 123456789012 ~ SHORTENED",
        "General ~ 12.3456789012345 ~ SHORTENED",
        "0.00E+00 ~ 1250 ~ SCIENTIFIC",
        "11! ~ 1250 ~ SCIENTIFIC",
        "# ?/? ~ 0.5 ~ UNKNOWN",
        "00/00/0000 ~ 1152024 ~ UNKNOWN",
        "*00000 ~ 42 ~ UNKNOWN",
        "[DBNum1]0 ~ 42 ~ UNKNOWN",
        "[$-2060401]0 ~ 42 ~ UNKNOWN",
        "[>=100]0 ~ 42 ~ UNKNOWN",
        "T0000 ~ 42 ~ UNKNOWN",
        "\"open ~ 42 ~ UNKNOWN",
        "0;-0;;@ ~ 0 ~ HIDDEN",
        ";;; ~ 42 ~ HIDDEN"
      })
  void whatCannotBeSaidIsSaidToBeDoubtful(String format, String number, Doubt doubt)
      throws Exception {
    assertThat(number(format, number, false).shown().doubt()).isEqualTo(doubt);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "m/d/yyyy ~ 45306 ~ 2024-01-15",
        "m/d/yyyy ~ 45305.99999999999 ~ 2024-01-15",
        "m/d/yyyy h:mm ~ 45306.75 ~ 2024-01-15",
        "[$-409]d\\-mmm\\-yy;@ ~ 45306 ~ 2024-01-15",
        "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy ~ 45306 ~ 2024-01-15",
        "yyyy\\-mm\\-dd ~ 61 ~ 1900-03-01",
        "yyyy\\-mm\\-dd ~ 59 ~ 1900-02-28",
        "14! ~ 45306 ~ 2024-01-15",
        "22! ~ 45306.5 ~ 2024-01-15",
        "27! ~ 45306 ~ 2024-01-15"
      })
  void aDateIsTheDayThatIsShown(String format, String number, LocalDate day) throws Exception {
    assertThat(read(format, number, false)).isEqualTo(new Cell.Day("B2", day));
    if (Double.parseDouble(number) > 2_000) {
      String from1904 = new BigDecimal(number).subtract(BigDecimal.valueOf(1462)).toPlainString();
      assertThat(read(format, from1904, true)).isEqualTo(new Cell.Day("B2", day));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "d-mmm",
        "mmm-yy",
        "16!",
        "17!",
        "m/d",
        "yyyy",
        "dddd",
        "ddd mmm yyyy",
        "mmmmm d yyyy"
      })
  void aDateOfWhichAPartIsNotShownIsKnownToBeOne(String format) throws Exception {
    assertThat(read(format, "46023", false))
        .isEqualTo(new Cell.Day("B2", LocalDate.of(2026, 1, 1), false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "m/d/yyyy ~ 60 ~ CELL_HOLDS_NO_DAY",
        "m/d/yyyy ~ 0 ~ CELL_HOLDS_NO_DAY",
        "m/d/yyyy ~ 0.5 ~ CELL_HOLDS_NO_DAY",
        "m/d/yyyy ~ -5 ~ CELL_HOLDS_NO_DAY",
        "m/d/yyyy ~ 2958466 ~ CELL_HOLDS_NO_DAY",
        "m/d/yyyy ~ 1E+300 ~ CELL_HOLDS_NO_DAY",
        "m/d/yyyy h:mm:ss ~ 45305.999998 ~ CELL_HOLDS_NO_DAY",
        "h:mm ~ 0.5 ~ CELL_HOLDS_TIME",
        "h:mm AM/PM ~ 45306.5 ~ CELL_HOLDS_TIME",
        "[h]:mm ~ 1.5 ~ CELL_HOLDS_TIME",
        "mm:ss ~ 45306 ~ CELL_HOLDS_TIME",
        "20! ~ 0.25 ~ CELL_HOLDS_TIME"
      })
  void whatIsShownAsADateAndIsNoneIsUnreadable(String format, String number, String code)
      throws Exception {
    assertThat(read(format, number, false))
        .isInstanceOfSatisfying(
            Cell.Unreadable.class, cell -> assertThat(cell.code()).isEqualTo(code));
  }

  @Test
  void aFormatOfTextIsPartOfTheText() throws Exception {
    assertThat(text("\"S\"@", "042").text()).isEqualTo("S042");
    assertThat(text("0;0;0;\"S-\"@", "042").text()).isEqualTo("S-042");
    assertThat(text("m/d/yyyy;@", "soon").text()).isEqualTo("soon");
    assertThat(text("00000", "042").text()).isEqualTo("042");
    assertThat(text(";;;", "unseen"))
        .isInstanceOfSatisfying(
            Cell.Unreadable.class, cell -> assertThat(cell.code()).isEqualTo("CELL_VALUE_HIDDEN"));
    assertThat(text("@*-", "042")).isInstanceOf(Cell.Unreadable.class);
  }

  private Cell.Number number(String format, String number, boolean from1904) throws Exception {
    return (Cell.Number) read(format, number, from1904);
  }

  private Cell read(String format, String number, boolean from1904) throws Exception {
    SheetByHand sheet = SheetByHand.headed(List.of("Legal name", "Start date"));
    if (from1904) {
      sheet.from1904();
    }
    sheet.row(List.of(SheetByHand.text("Keystone"), SheetByHand.number(number, format)));
    return Fixtures.rows(Fixtures.file(folder, sheet.bytes())).getFirst().cell("start");
  }

  private Cell text(String format, String text) throws Exception {
    SheetByHand sheet = SheetByHand.headed(List.of("Legal name", "Start date"));
    sheet.row(List.of(SheetByHand.shared(text, format), SheetByHand.number("1", "0")));
    return Fixtures.rows(Fixtures.file(folder, sheet.bytes())).getFirst().cell("name");
  }
}
