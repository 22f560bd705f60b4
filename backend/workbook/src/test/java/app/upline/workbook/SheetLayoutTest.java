package app.upline.workbook;

import static app.upline.workbook.Fixtures.headingRow;
import static app.upline.workbook.Fixtures.parts;
import static app.upline.workbook.Fixtures.zip;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a sheet says of its looks, however often it says so. */
class SheetLayoutTest {
  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

  @TempDir Path folder;

  @Test
  void ofMergesThatOverlapARowHasOneValueInAColumn() throws Exception {
    String names =
        row(2, "Keystone", "2024-01-02")
            + row(3, "Ocotillo", "2024-01-03")
            + row(4, null, "2024-01-04")
            + row(5, null, "2024-01-05");
    Map<String, String> parts =
        parts(sheet("", names, "<mergeCell ref=\"A2:A6\"/><mergeCell ref=\"A3:A4\"/>"));

    List<SheetRow> rows = Fixtures.rows(Fixtures.file(folder, zip(parts)));

    assertThat(rows)
        .extracting(row -> row.cell("name").text())
        .containsExactly("Keystone", "Ocotillo", "Ocotillo", "");
    MergedCells merged = new MergedCells(layout(parts));
    RawRow first =
        new RawRow(
            2, List.of(new RawRow.RawCell(0, new Cell.Text("A2", "x", false), false)), false);
    merged.fill(first, column -> true, (area, everyRow) -> {});
    RawRow second = new RawRow(3, first.cells(), false);
    merged.fill(second, column -> true, (area, everyRow) -> {});
    assertThat(
            merged
                .fill(new RawRow(4, List.of(), false), column -> true, (area, everyRow) -> {})
                .cells())
        .hasSize(1);
  }

  @Test
  void columnsAndRowsThatAreNamedAgainAndAgainTakeNoRoom() throws Exception {
    StringBuilder columns = new StringBuilder("<cols>");
    IntStream.range(0, 50_000)
        .forEach(i -> columns.append("<col min=\"2\" max=\"2000000000\" hidden=\"1\"/>"));
    SheetLayout layout = layout(parts(sheet(columns + "</cols>", row(2, "Keystone", "x"), "")));

    assertThat(layout.isHiddenColumn(0)).isFalse();
    assertThat(layout.isHiddenColumn(1)).isTrue();
    assertThat(layout.isHiddenColumn(CellAddress.MAX_COLUMNS - 1)).isTrue();
  }

  @Test
  void aFilterHidesTheRowsBelowItsHeading() throws Exception {
    String filter =
        "<autoFilter ref=\"A3:B5\"><filterColumn colId=\"0\"><filters><filter"
            + " val=\"x\"/></filters></filterColumn></autoFilter>";
    SheetLayout layout =
        layout(
            parts(
                sheet("", row(2, "Keystone", "x"), "")
                    .replace("</sheetData>", "</sheetData>" + filter)));

    assertThat(IntStream.rangeClosed(1, 7).filter(layout::isFiltered)).containsExactly(4, 5);
  }

  private static SheetLayout layout(Map<String, String> parts) throws Exception {
    SheetLayout layout = new SheetLayout();
    layout.readSheet(
        new ByteArrayInputStream(
            parts.get("xl/worksheets/sheet1.xml").getBytes(StandardCharsets.UTF_8)));
    return layout;
  }

  private static String sheet(String columns, String rows, String merges) {
    return "<worksheet xmlns=\"%s\">%s<sheetData>%s%s</sheetData>%s</worksheet>"
        .formatted(
            MAIN,
            columns,
            headingRow(),
            rows,
            merges.isEmpty() ? "" : "<mergeCells>" + merges + "</mergeCells>");
  }

  private static String row(int number, String name, String start) {
    String cell = "<c r=\"%s%d\" t=\"inlineStr\"><is><t>%s</t></is></c>";
    return "<row r=\"%d\">%s%s</row>"
        .formatted(
            number,
            name == null ? "" : cell.formatted("A", number, name),
            cell.formatted("B", number, start));
  }
}
