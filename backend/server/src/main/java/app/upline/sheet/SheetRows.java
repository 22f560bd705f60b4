package app.upline.sheet;

import app.upline.platform.download.TableFormat;
import app.upline.workbook.Columns;
import app.upline.workbook.TableWriter;
import app.upline.workbook.TemplateSpec;
import app.upline.workbook.TemplateWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows of an export, fetched a batch at a time as they are asked for. */
public final class SheetRows<R> implements Iterator<List<@Nullable Object>> {

  private final Iterator<List<R>> batches;
  private final Function<List<R>, List<List<@Nullable Object>>> rows;
  private Iterator<List<@Nullable Object>> current = Collections.emptyIterator();

  /**
   * @param rows makes the rows of a batch of records, with whatever must be looked up for them at
   *     once
   */
  public SheetRows(
      Iterator<List<R>> batches, Function<List<R>, List<List<@Nullable Object>>> rows) {
    this.batches = batches;
    this.rows = rows;
  }

  public static <R> SheetRows<R> none() {
    return new SheetRows<>(Collections.emptyIterator(), batch -> List.of());
  }

  @Override
  public boolean hasNext() {
    while (!current.hasNext() && batches.hasNext()) {
      current = rows.apply(batches.next()).iterator();
    }
    return current.hasNext();
  }

  @Override
  public List<@Nullable Object> next() {
    return current.next();
  }

  public void write(TableFormat format, String sheetName, Columns columns, OutputStream out)
      throws IOException {
    try (TableWriter table =
        switch (format) {
          case XLSX -> TableWriter.xlsx(out, sheetName, columns);
          case CSV -> TableWriter.csv(out, columns);
        }) {
      while (hasNext()) {
        table.row(next());
      }
    }
  }

  /** Writes the template, filled with these rows. */
  public void fill(TemplateSpec template, OutputStream out) throws IOException {
    Iterable<List<@Nullable Object>> rows = () -> this;
    TemplateWriter.write(out, template, rows);
  }
}
