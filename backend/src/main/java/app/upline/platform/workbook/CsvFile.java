package app.upline.platform.workbook;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A CSV file, read as a workbook with the one sheet {@value #SHEET}. */
final class CsvFile implements SheetFile {

  static final String SHEET = "CSV";

  private static final int BYTE_ORDER_MARK = 0xFEFF;
  private static final int LINES_LOOKED_AT = 20;
  private static final int MIN_BUFFER = 1 << 16;
  private static final int MAX_BUFFER = 1 << 24;
  private static final String SEPARATORS = ",;\t";

  private final Path file;
  private final WorkbookLimits limits;
  private final char separator;

  private CsvFile(Path file, WorkbookLimits limits, char separator) {
    this.file = file;
    this.limits = limits;
    this.separator = separator;
  }

  static CsvFile open(Path file, WorkbookLimits limits) throws WorkbookRefusedException {
    try {
      checkText(file);
      return new CsvFile(file, limits, separator(file));
    } catch (CharacterCodingException e) {
      throw notUtf8();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<String> sheets() {
    return List.of(SHEET);
  }

  @Override
  public List<Notice> notices() {
    return List.of();
  }

  @Override
  public RowCursor rows(String sheet) {
    if (!sheet.equals(SHEET)) {
      throw new IllegalArgumentException("A CSV file has no sheet \"%s\".".formatted(sheet));
    }
    try {
      return new CsvRows(reader(file), separator, limits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    // Each cursor holds its own reader.
  }

  private static Reader reader(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)));
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  private static void checkText(Path file) throws IOException, WorkbookRefusedException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[8192];
      boolean first = true;
      for (int count = in.read(buffer); count > 0; count = in.read(buffer)) {
        if (first && isUtf16(buffer, count)) {
          throw notUtf8();
        }
        if (first
            && isMarkup(new String(buffer, 0, Math.min(count, 64), StandardCharsets.ISO_8859_1))) {
          throw notText();
        }
        first = false;
        for (int i = 0; i < count; i++) {
          if (buffer[i] >= 0
              && buffer[i] < ' '
              && buffer[i] != '\t'
              && buffer[i] != '\r'
              && buffer[i] != '\n') {
            throw notText();
          }
        }
      }
    }
    try (Reader reader = reader(file)) {
      reader.transferTo(Writer.nullWriter());
    }
  }

  private static boolean isUtf16(byte[] start, int count) {
    int mark = count < 2 ? 0 : (start[0] & 0xFF) << 8 | start[1] & 0xFF;
    return mark == 0xFEFF || mark == 0xFFFE;
  }

  // Web pages and XML saved as .xls are common, and would otherwise be read as a very odd CSV file.
  private static boolean isMarkup(String start) {
    String text = start.replace("\u00EF\u00BB\u00BF", "").stripLeading();
    return text.startsWith("<") || text.startsWith("%PDF") || text.startsWith("{\\rtf");
  }

  /**
   * The candidate that occurs most often outside quotation marks in the first lines; the comma if
   * none does.
   */
  private static char separator(Path file) throws IOException {
    int[] counts = new int[SEPARATORS.length()];
    boolean quoted = false;
    try (Reader reader = reader(file)) {
      int lines = 0;
      for (int c = reader.read(); c >= 0 && lines < LINES_LOOKED_AT; c = reader.read()) {
        if (c == '"') {
          quoted = !quoted;
        } else if (!quoted) {
          lines += c == '\n' ? 1 : 0;
          int which = SEPARATORS.indexOf(c);
          if (which >= 0) {
            counts[which]++;
          }
        }
      }
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return SEPARATORS.charAt(best);
  }

  private static WorkbookRefusedException notText() {
    return WorkbookRefusedException.notAWorkbook(
        "The file is neither an Excel workbook nor a CSV file. Save it as .xlsx and send that.");
  }

  private static WorkbookRefusedException notUtf8() {
    return new WorkbookRefusedException(
        WorkbookRefusedException.Reason.NOT_UTF8,
        "The CSV file is not encoded as UTF-8. Save it as \"CSV UTF-8\" or, better, as .xlsx and send that.");
  }

  static CsvReader.CsvReaderBuilder format(char separator, WorkbookLimits limits) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(false)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(true)
        .maxBufferSize((int) Math.clamp(limits.maxBytes(), MIN_BUFFER, MAX_BUFFER));
  }
}
