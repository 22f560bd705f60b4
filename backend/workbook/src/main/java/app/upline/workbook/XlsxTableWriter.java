package app.upline.workbook;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A table as XLSX, row by row. Texts are written into the cells and not into a shared table, which
 * would have to be held until the end. They are strings by type, so nothing they begin with makes
 * them a formula, and by their style they stay texts when a person edits them.
 *
 * <p>It is ours, because no library that writes in little memory knows the style that keeps an
 * edited text a text; and equal tables are equal bytes, since nothing in the file is the time.
 */
final class XlsxTableWriter extends TableWriter {

  /** The earliest that the format can say. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final int MAX_TEXT = 32_767;

  private final ZipOutputStream zip;
  private final Writer xml;
  private final TableParts parts;
  private final String[] letters;
  private int row;
  private boolean closed;

  XlsxTableWriter(OutputStream out, String sheetName, Columns columns) throws IOException {
    this(out, sheetName, columns, null);
  }

  /**
   * @param moment when it says that it was made; null when it does not say so
   */
  XlsxTableWriter(OutputStream out, String sheetName, Columns columns, @Nullable Instant moment)
      throws IOException {
    super(columns);
    parts = new TableParts(sheetName, columns, moment);
    letters = new String[columns.size()];
    zip = new ZipOutputStream(new OpenStream(out), StandardCharsets.UTF_8);
    xml = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
    part("[Content_Types].xml", TableParts.TYPES);
    part("_rels/.rels", TableParts.RELATIONS);
    part("docProps/app.xml", TableParts.APPLICATION);
    part("docProps/core.xml", parts.core());
    part("xl/_rels/workbook.xml.rels", TableParts.WORKBOOK_RELATIONS);
    part("xl/styles.xml", TableParts.STYLES);
    begin("xl/worksheets/sheet1.xml");
    xml.write(parts.beforeRows());
    for (int i = 0; i < columns.size(); i++) {
      letters[i] = CellAddress.letters(i);
    }
    next();
    for (int i = 0; i < columns.size(); i++) {
      text(i, columns.all().get(i).header(), TableParts.HEADING_STYLE);
    }
    xml.write("</row>");
  }

  @Override
  void write(List<? extends @Nullable Object> values) throws IOException {
    if (row == CellAddress.MAX_ROWS) {
      throw new IOException("A sheet cannot hold more rows.");
    }
    next();
    for (int i = 0; i < values.size(); i++) {
      switch (Values.cellValue(values.get(i))) {
        case null -> {}
        case LocalDate date when SerialDay.canSay(date) ->
            number(i, String.valueOf(SerialDay.of(date)), TableParts.DATE_STYLE);
        case BigDecimal number -> number(i, number.toPlainString(), TableParts.NUMBER_STYLE);
        case Object other -> {
          String text = other.toString();
          boolean quoted = FormulaSafe.changesWhenEdited(text);
          text(i, text, quoted ? TableParts.QUOTED_STYLE : TableParts.TEXT_STYLE);
        }
      }
    }
    xml.write("</row>");
  }

  private void next() throws IOException {
    row++;
    xml.write("<row r=\"" + row + "\">");
  }

  private void number(int column, String value, int style) throws IOException {
    xml.write("<c r=\"%s%d\" s=\"%d\"><v>%s</v></c>".formatted(letters[column], row, style, value));
  }

  private void text(int column, String text, int style) throws IOException {
    xml.write("<c r=\"" + letters[column] + row + "\" s=\"" + style + "\" t=\"inlineStr\">");
    xml.write("<is><t xml:space=\"preserve\">");
    xml.write(TableParts.escaped(fitting(CellText.encode(text))));
    xml.write("</t></is></c>");
  }

  // More than this no spreadsheet will open; the reader sees that something was cut off.
  private static String fitting(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT - 1) + "…";
  }

  private void part(String name, String content) throws IOException {
    begin(name);
    xml.write(content);
    end();
  }

  private void begin(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
  }

  private void end() throws IOException {
    xml.flush();
    zip.closeEntry();
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    closed = true;
    try (zip) {
      xml.write(parts.afterRows(row));
      end();
      part("xl/workbook.xml", parts.workbook(row));
    }
  }
}
