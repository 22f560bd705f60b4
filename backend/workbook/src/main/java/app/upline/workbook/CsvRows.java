package app.upline.workbook;

import app.upline.workbook.RawRow.RawCell;
import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV file. A record is one row however many lines it takes, as a spreadsheet
 * would show it.
 */
final class CsvRows implements RowCursor {

  private final CloseableIterator<CsvRecord> records;
  private final WorkbookLimits limits;
  private final CsvQuotes quotes;
  private int row;

  CsvRows(Reader reader, char separator, WorkbookLimits limits) {
    this.quotes = new CsvQuotes(reader, separator);
    this.records = CsvFile.records(quotes, separator, limits);
    this.limits = limits;
  }

  @Override
  public @Nullable RawRow next() throws WorkbookRefusedException {
    try {
      while (records.hasNext()) {
        List<RawCell> cells = cells(++row, records.next());
        int reopened = quotes.reopened();
        if (reopened != 0 && (row >= reopened || !records.hasNext())) {
          throw WorkbookRefusedException.notAWorkbook(
              "In row %d of the CSV file a value goes on after its closing quotation mark and then has another one, so that it cannot be told where it ends. Double each quotation mark within the value, and send the file again."
                  .formatted(row));
        }
        if (!records.hasNext() && quotes.isOpen()) {
          throw WorkbookRefusedException.notAWorkbook(
              "Row %d of the CSV file holds a quotation mark that is never closed, so that all that follows is part of one cell. Close it, or double it within a value, and send the file again."
                  .formatted(row));
        }
        if (!cells.isEmpty()) {
          return new RawRow(row, cells, false);
        }
      }
      return null;
    } catch (RuntimeException e) {
      throw WorkbookRefusedException.damaged(e);
    }
  }

  private List<RawCell> cells(int number, CsvRecord record) throws WorkbookRefusedException {
    List<RawCell> cells = new ArrayList<>();
    for (int column = 0; column < record.getFieldCount(); column++) {
      String raw = record.getField(column);
      if (CellText.isBlank(raw)) {
        continue;
      }
      String address = new CellAddress(column, number).toString();
      if (column >= limits.maxColumns()) {
        throw WorkbookRefusedException.tooWide(address, limits.maxColumns());
      }
      Cell cell =
          raw.length() > limits.maxCellLength()
              ? Cell.Unreadable.tooLong(address)
              : CsvField.read(address, raw);
      if (!(cell instanceof Cell.Blank)) {
        cells.add(new RawCell(column, cell, false));
      }
    }
    return cells;
  }

  @Override
  public void close() {
    try {
      records.close();
    } catch (IOException e) {
      // Nothing was written, so nothing is lost.
    }
  }
}
