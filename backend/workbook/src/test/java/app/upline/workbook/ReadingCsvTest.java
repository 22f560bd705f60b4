package app.upline.workbook;

import static app.upline.workbook.Fixtures.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingCsvTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {",", ";", "\t", "@"})
  void theSeparatorIsFound(String separator) throws Exception {
    String csv =
        "Legal name|Seats|E-mail\r\n\"Smith; Jones, and \"\"Co\"\"\"|3|a@b.example\r\n"
            .replace("|", separator.replace("@", "|"));

    SheetRow row = rows(Fixtures.file(folder, csv)).getFirst();

    assertThat(row.cell("name")).isEqualTo(new Cell.Text("A2", "Smith; Jones, and \"Co\""));
    assertThat(row.cell("email")).isEqualTo(new Cell.Text("C2", "a@b.example"));
  }

  @Test
  void aByteOrderMarkIsNotPartOfTheFirstHeading() throws Exception {
    assertThat(rows(Fixtures.file(folder, "\uFEFFLegal name,Seats\nKöln,1")))
        .extracting(row -> row.cell("name").text())
        .containsExactly("Köln");
  }

  @Test
  void aRecordOfSeveralLinesIsOneRow() throws Exception {
    List<SheetRow> rows =
        rows(Fixtures.file(folder, "Legal name,Seats\n\"one\ntwo\nthree\",1\n\n,\nlast,2"));

    assertThat(rows).extracting(SheetRow::number).containsExactly(2, 5);
    assertThat(rows.getFirst().cell("name").text()).isEqualTo("one\ntwo\nthree");
    assertThat(rows.getLast().address("seats")).isEqualTo("B5");
  }

  @Test
  void rowsMayBeShorterOrLongerThanTheHeadings() throws Exception {
    List<SheetRow> rows = rows(Fixtures.file(folder, "Legal name,Seats\nshort\nlong,2,3,4"));

    assertThat(rows.getFirst().cell("seats")).isEqualTo(new Cell.Blank("B2"));
    assertThat(rows.getLast().cell("seats")).isEqualTo(new Cell.Text("B3", "2"));
  }

  @Test
  void theApostropheThatMakesAFormulaInertIsTakenBackAndNoOther() throws Exception {
    List<SheetRow> rows =
        rows(Fixtures.file(folder, "Legal name,Seats\n'=1+1,'-5\n'tis,'\n''=x,+1\n''tis,'00042"));

    assertThat(rows)
        .extracting(row -> row.cell("name").text())
        .containsExactly("=1+1", "'tis", "'=x", "'tis");
    assertThat(rows)
        .extracting(row -> row.cell("seats").text())
        .containsExactly("-5", "'", "+1", "00042");
  }

  @Test
  void anotherEncodingThanUtf8IsRefusedAsSuch() {
    assertRefused("Legal name,Seats\nKöln,1".getBytes(Charset.forName("windows-1252")), "NOT_UTF8");
    assertRefused("Legal name,Seats\nKeystone,1".getBytes(StandardCharsets.UTF_16LE), "NOT_UTF8");
  }

  @Test
  void whatIsNoTextIsNoCsvFile() {
    assertRefused(new byte[] {'L', 'e', 0, 'g', 'a', 'l'}, "NOT_A_WORKBOOK");
    assertRefused(
        "<html><table><tr><td>Legal name</td></tr></table>".getBytes(StandardCharsets.UTF_8),
        "NOT_A_WORKBOOK");
    assertRefused(new byte[0], "NOT_A_WORKBOOK");
  }

  @Test
  void theLimitsHoldForCsvFilesToo() throws Exception {
    WorkbookLimits limits = new WorkbookLimits(1000, 2, 2, 10, 1000, 200, 100, 10);
    Path fits = Fixtures.file(folder, "Legal name,Seats,\na,1\nb,2\n,,");
    assertThat(rows(fits, limits)).hasSize(2);
    assertRefused("Legal name,Seats\na,1\nb,2\nc,3", limits, "TOO_MANY_ROWS");
    assertRefused("Legal name,Seats\na,1,lost", limits, "TOO_LARGE");
    assertRefused("Legal name,Seats\n12345678901,1", limits, "TOO_LARGE");
    assertRefused("Legal name,Seats\n" + "a,1\n".repeat(1000), limits, "TOO_LARGE");
  }

  private void assertRefused(byte[] content, String reason) {
    assertRefused(Fixtures.file(folder, content), WorkbookLimits.defaults(), reason);
  }

  private void assertRefused(String content, WorkbookLimits limits, String reason) {
    assertRefused(Fixtures.file(folder, content), limits, reason);
  }

  private static void assertRefused(Path file, WorkbookLimits limits, String reason) {
    assertThatThrownBy(() -> rows(file, limits))
        .isInstanceOfSatisfying(
            WorkbookRefusedException.class,
            refused -> assertThat(refused.reason()).hasToString(reason));
  }
}
