package app.upline.testing;

import app.upline.platform.download.TableFormat;
import app.upline.sheet.RecordSheet;
import app.upline.workbook.Headings;
import app.upline.workbook.TableWriter;
import app.upline.workbook.Workbook;
import app.upline.workbook.WorkbookLimits;
import app.upline.workbook.WorkbookRefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sheets that are written and read again, without a server. */
public final class Sheets {

  private Sheets() {}

  /** What the rows say after they stood in a file. */
  public static <E> List<E> readBack(
      RecordSheet<E> form,
      List<List<@Nullable Object>> rows,
      TableFormat format,
      WorkbookLimits limits) {
    try {
      Path file = Files.createTempFile("sheet", ".tmp");
      try {
        Files.write(file, written(form, rows, format));
        return read(form, file, limits);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (WorkbookRefusedException e) {
      throw new AssertionError("Our own file is refused", e);
    }
  }

  private static byte[] written(
      RecordSheet<?> form, List<List<@Nullable Object>> rows, TableFormat format)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TableWriter table =
        switch (format) {
          case XLSX -> TableWriter.xlsx(out, "Sheet", form.columns());
          case CSV -> TableWriter.csv(out, form.columns());
        }) {
      for (List<@Nullable Object> row : rows) {
        table.row(row);
      }
    }
    return out.toByteArray();
  }

  private static <E> List<E> read(RecordSheet<E> form, Path file, WorkbookLimits limits)
      throws WorkbookRefusedException {
    List<E> read = new ArrayList<>();
    try (Workbook workbook = Workbook.open(file, limits)) {
      Headings headings = workbook.findHeadings(form.columns());
      workbook.forEachRow(headings, row -> read.add(form.entry(row)));
    }
    return read;
  }
}
