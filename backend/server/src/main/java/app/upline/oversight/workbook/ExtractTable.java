package app.upline.oversight.workbook;

import app.upline.oversight.Extract;
import app.upline.oversight.ExtractRow;
import app.upline.workbook.Columns;
import app.upline.workbook.SheetColumn;
import app.upline.workbook.TableWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes a list as a table: the same rows are the same bytes, whenever they are written. */
public final class ExtractTable {

  private ExtractTable() {}

  public static void write(Extract extract, List<ExtractRow> rows, boolean csv, OutputStream out)
      throws IOException {
    Columns columns = columns(extract);
    Extract.Seal seal = extract.seal();
    try (TableWriter table =
        csv
            ? TableWriter.csv(out, columns)
            : TableWriter.reproducibleXlsx(
                out,
                extract.period().toString(),
                columns,
                seal == null ? extract.createdAt() : seal.at())) {
      for (ExtractRow row : rows) {
        table.row(columns.all().stream().map(column -> row.values().get(column.key())).toList());
      }
    }
  }

  private static Columns columns(Extract extract) {
    return new Columns(
        extract.kind().columns().stream()
            .map(
                column ->
                    new SheetColumn(
                        column.key(),
                        column.header(),
                        List.of(),
                        "",
                        SheetColumn.Kind.TEXT,
                        false,
                        List.of(),
                        false,
                        column.width()))
            .toList());
  }
}
