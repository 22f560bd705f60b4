package app.upline.workbook;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table as CSV. */
final class CsvTableWriter extends TableWriter {

  private final Writer out;
  private final CsvWriter csv;

  CsvTableWriter(OutputStream stream, Columns columns) throws IOException {
    super(columns);
    out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    out.write('\uFEFF');
    csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
    csv.writeRecord(
        columns.all().stream().map(column -> FormulaSafe.guard(column.header())).toList());
  }

  @Override
  void write(List<? extends @Nullable Object> values) {
    String[] fields = new String[values.size()];
    for (int i = 0; i < fields.length; i++) {
      fields[i] = field(values.get(i));
    }
    csv.writeRecord(fields);
  }

  // A negative number begins like a formula and is none; as text it would no longer be a number.
  private static String field(@Nullable Object value) {
    Object cell = Values.cellValue(value);
    return cell instanceof String text ? FormulaSafe.guard(text) : Values.textOfCell(cell);
  }

  @Override
  public void close() throws IOException {
    csv.flush();
    out.flush();
  }
}
