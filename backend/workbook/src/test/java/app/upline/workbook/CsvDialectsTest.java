package app.upline.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CSV files as programs and people write them. */
class CsvDialectsTest {

  private static final String STATES = "AL; AK; AZ; AR; CA; CO; CT; DE; FL; GA; HI; ID; IL; IN; IA";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "|", "\t"})
  void listsWithAnotherSeparatorDoNotDecideWhatSeparates(String separator) throws Exception {
    for (String other : List.of(",", ";", "|")) {
      if (!other.equals(separator)) {
        String list = STATES.replace(";", other);
        String csv =
            "Vendor list\n\nLegal name~Seats~E-mail\n"
                + "Keystone~1~a@b.example ".concat(list).concat("\n").repeat(6);
        SheetRow row = rows(csv.replace("~", separator)).getFirst();
        assertThat(row.number()).isEqualTo(4);
        assertThat(row.cell("email").text()).isEqualTo("a@b.example " + list);
      }
    }
  }

  @Test
  void aQuotedHeadingWithLineBreaksDoesNotDecideEither() throws Exception {
    String csv =
        "\"Legal\nname\";\"Seats, or\nlicenses (a,b,c,d,e,f)\";E-mail\nKeystone, Inc.;1;a@b.example\n";
    assertThat(rows(csv).getFirst().cell("name").text()).isEqualTo("Keystone, Inc.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '!',
      value = {"sep=;~;", "sep=|~|", "SEP=^~^", "\"sep=;\"~;", "sep=;;;~;"})
  void aLineThatNamesTheSeparatorIsObeyedAndNoRow(String line, String separator) throws Exception {
    String csv = line.toLowerCase() + "\r\nLegal name~Seats\r\nKeystone, Inc.~3\r\n";
    SheetRow row = rows(csv.replace("~", separator)).getFirst();
    assertThat(row.cell("seats")).isEqualTo(new Cell.Text("B2", "3"));
    assertThat(row.cell("name").text()).isEqualTo("Keystone, Inc.");
  }

  @Test
  void aTabMayBeNamedAsProgramsWriteIt() throws Exception {
    for (String tab : List.of("\t", "\\t")) {
      assertThat(rows("sep=" + tab + "\nLegal name\tSeats\nA, B; C\t3\n").getFirst().cell("seats"))
          .isEqualTo(new Cell.Text("B2", "3"));
    }
  }

  @Test
  void whatKeepsASpreadsheetFromChangingAValueIsNoPartOfIt() throws Exception {
    SheetRow row =
        rows("Legal name,License number,Seats,E-mail\n=\"00042\",'00042,\"=\"\"7\"\"\",\"\t'=x\"\n")
            .getFirst();
    assertThat(row.cells().values())
        .extracting(Cell::text)
        .contains("00042", "7", "=x")
        .doesNotContain("'00042");
  }

  @ParameterizedTest
  @CsvSource({
    "4.00638E+12, CELL_DIGITS_LOST",
    "4E+05, CELL_DIGITS_LOST",
    "-1.5e-07, CELL_DIGITS_LOST",
    "=SUM(A1:A9), CELL_NOT_CALCULATED",
    "=B2, CELL_NOT_CALCULATED"
  })
  void whatIsLeftOfAValueIsNoValue(String field, String code) throws Exception {
    Cell cell = rows("Legal name,Seats\nKeystone," + field + "\n").getFirst().cell("seats");
    assertThat(cell)
        .isInstanceOfSatisfying(
            Cell.Unreadable.class,
            unreadable -> {
              assertThat(unreadable.code()).isEqualTo(code);
              assertThat(unreadable.address()).isEqualTo("B2");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"4E12", "1E", "E+12", "12E+12", "4.0E+1x", "==", "= "})
  void whatOnlyLooksLikeThatIsText(String field) throws Exception {
    assertThat(rows("Legal name,Seats\nKeystone," + field + "\n").getFirst().cell("seats"))
        .isInstanceOf(Cell.Text.class);
  }

  @Test
  void blanksBeforeAndAfterQuotationMarksDoNotMatter() throws Exception {
    SheetRow row =
        rows("Legal name, Seats, E-mail\n\"Keystone, Inc.\" , \"3\", \"a@b.example\"\n").getFirst();
    assertThat(row.cell("name").text().strip()).isEqualTo("Keystone, Inc.");
    assertThat(row.cell("email").text()).isEqualTo("a@b.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u000B", "\f", "\u0085", "\u2028", "\u2029"})
  void otherLineBreaksWithinACellAreLineBreaks(String lineBreak) throws Exception {
    SheetRow row = rows("Legal name,Seats\n1 Main St" + lineBreak + "Suite 4,3\n").getFirst();
    assertThat(row.cell("name").text()).isEqualTo("1 Main St\nSuite 4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void everyEndOfALineIsOne(String end) throws Exception {
    List<SheetRow> rows =
        rows("Legal name,Seats" + end + "A,1" + end + end + "B,2,," + end + ",," + end);
    assertThat(rows).extracting(SheetRow::number).containsExactly(2, 4);
  }

  @Test
  void whatExcelCallsUnicodeTextIsRead() throws Exception {
    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      byte[] file = "\uFEFFLegal name\tSeats\r\nKöln 東京\t1\r\n".getBytes(charset);
      assertThat(Fixtures.rows(Fixtures.file(folder, file)).getFirst().cell("name").text())
          .isEqualTo("Köln 東京");
    }
  }

  @Test
  void anotherEncodingIsToldWithItsLine() {
    byte[] file = "Legal name,Seats\r\nA,1\r\nKöln,1\r\n".getBytes(Charset.forName("windows-1252"));
    assertThatThrownBy(() -> Fixtures.rows(Fixtures.file(folder, file)))
        .hasMessageContaining("line 3")
        .hasMessageContaining("Windows-1252");
  }

  @Test
  void aControlCharacterIsToldWithItsLine() {
    assertThatThrownBy(() -> rows("Legal name,Seats\nA,1\nB\u0000,1\n"))
        .hasMessageContaining("line 3")
        .hasMessageContaining("NUL");
    assertThatThrownBy(() -> rows("Legal name,Seats\nA\u0007,1\n")).hasMessageContaining("U+0007");
  }

  @Test
  void aQuotationMarkThatIsNeverClosedIsToldWithItsRow() throws Exception {
    assertThatThrownBy(() -> rows("Legal name,Seats\nA,1\n\"Keystone,2\nOther,3\n"))
        .hasMessageContaining("Row 3")
        .hasMessageContaining("never closed");
    assertThat(rows("Legal name,Seats\n5\" pipes,1\n\"A \"\"B\"\"\",2")).hasSize(2);
  }

  /** A parser that takes it for the beginning of a quoted value swallows the rows below it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Legal name,Seats,Notes\nA,1,x\n\"B\nC\",2,\"A\" list 6\" sign\nD,3,y\nE,4,z\n",
        "Legal name,Seats,Notes\r\nA,1,x\r\nB,2,\"A\" list 6\" sign\r\nD,3,y\r\nE,4,6\" z\r\n",
        "Legal name,Seats,Notes\rA,1,x\r\"A\" list \"B\",2,x\rD,3,y\r",
        "Legal name\tSeats\tNotes\nA\t1\tx\n \"B\" \"C\"\t2\tx\nD\t3\ty",
        "Legal name,Seats,Notes\r  \nB,2,\"A\" list 6\" sign\nD,3,y\n"
      })
  void aQuotationMarkAfterAClosedValueIsToldWithItsRow(String text) {
    assertThatThrownBy(() -> rows(text))
        .hasMessageContaining("row 3")
        .hasMessageContaining("goes on after its closing quotation mark");
  }

  @Test
  void whatGoesOnAfterAClosedValueIsPartOfItAsLongAsItHasNoOtherMark() throws Exception {
    assertThat(rows("Legal name,Seats\n\"A\" list,1\n\"B\" ,2\nC 6\" d 7\",3\n\"\",4\n\"\"\"\",5"))
        .hasSize(5);
  }

  @Test
  void theMarkThatEndsATextIsNoPartOfIt() throws Exception {
    assertThat(rows("Legal name,Seats\nA,1\n\u001A")).hasSize(1);
    assertThat(rows("Legal name,Seats\nA,1\u001A").getFirst().cell("seats").text()).isEqualTo("1");
  }

  private List<SheetRow> rows(String csv) throws WorkbookRefusedException {
    return Fixtures.rows(Fixtures.file(folder, csv));
  }
}
