package app.upline.workbook;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A CSV file, read as a workbook with the one sheet {@value #SHEET}. */
final class CsvFile implements SheetFile {

  static final String SHEET = "CSV";

  private static final int MIN_BUFFER = 1 << 16;
  private static final int MAX_BUFFER = 1 << 24;

  private final CsvText text;
  private final WorkbookLimits limits;
  private Set<String> names = Set.of();
  private @Nullable Character separator;

  private CsvFile(CsvText text, WorkbookLimits limits) {
    this.text = text;
    this.limits = limits;
  }

  static CsvFile open(Path file, WorkbookLimits limits) throws WorkbookRefusedException {
    try {
      return new CsvFile(CsvText.open(file), limits);
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
  public void expect(Set<String> compactNames) {
    names = Set.copyOf(compactNames);
    separator = null;
  }

  @Override
  public RowCursor rows(String sheet) {
    if (!sheet.equals(SHEET)) {
      throw new IllegalArgumentException("A CSV file has no sheet \"%s\".".formatted(sheet));
    }
    try {
      if (separator == null) {
        separator = CsvSeparator.of(text, names, limits);
      }
      return new CsvRows(text.reader(), separator, limits);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    // Each cursor holds its own reader.
  }

  /** The records of a text, taken apart at a separator; closes the reader with them. */
  static CloseableIterator<CsvRecord> records(
      CsvQuotes reader, char separator, WorkbookLimits limits) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(false)
        .allowExtraFields(true)
        .allowMissingFields(true)
        .allowExtraCharsAfterClosingQuote(true)
        .maxBufferSize((int) Math.clamp(limits.maxBytes(), MIN_BUFFER, MAX_BUFFER))
        .ofCsvRecord(reader)
        .iterator();
  }
}
