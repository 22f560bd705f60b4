package app.upline.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Marks cells of a CSV file, which cannot hold marks, in a workbook with the same cells. */
final class CsvMarker {

  private static final int ROWS_HELD = 200;
  private static final int MAX_COMMENTS = 5_000;
  private static final int WIDTH = 22;
  private static final int LARGEST_EXPONENT = 300;

  private final SheetFile file;
  private final List<CellMark> marks;
  private final List<SheetNotice> remarks;
  private final SheetMarks faults = new SheetMarks(CsvFile.SHEET);
  private final NavigableMap<CellAddress, String> left = new TreeMap<>();
  private final NavigableMap<CellAddress, String> corrected = new TreeMap<>();
  private int comments;

  CsvMarker(
      SheetFile file, List<CellMark> marks, List<CellValue> values, List<SheetNotice> remarks) {
    values.forEach(value -> corrected.put(value.place(), value.text()));
    this.remarks = remarks;
    this.file = file;
    this.marks = marks;
    for (CellMark mark : marks) {
      if (!mark.sheet().equals(CsvFile.SHEET)) {
        throw new IllegalArgumentException(
            "A CSV file has no sheet \"%s\".".formatted(mark.sheet()));
      }
      faults.add(mark);
    }
    left.putAll(faults.messages());
  }

  void mark(OutputStream out) throws IOException, WorkbookRefusedException {
    OutputStream target = new OpenStream(out);
    Workbook workbook = new Workbook(target, "Upline", "1.0");
    Worksheet sheet = workbook.newWorksheet(CsvFile.SHEET);
    try (RowCursor rows = file.rows(CsvFile.SHEET)) {
      int written = 0;
      for (RawRow row = rows.next(); row != null; row = rows.next()) {
        markBefore(sheet, row.number());
        for (RawRow.RawCell cell : row.cells()) {
          String text = corrected.remove(new CellAddress(cell.column(), row.number()));
          if (text != null) {
            write(sheet, row.number(), cell.column(), text);
          } else if (cell.cell() instanceof Cell.Unreadable unreadable
              && CsvField.looksShortened(unreadable.text())
              && fits(new BigDecimal(unreadable.text()))) {
            writeShortened(sheet, row.number(), cell.column(), unreadable.text());
          } else {
            write(sheet, row.number(), cell.column(), cell.cell().text());
          }
        }
        writeCorrected(sheet, row.number());
        markBefore(sheet, row.number() + 1);
        if (++written % ROWS_HELD == 0) {
          sheet.flush();
        }
      }
      markBefore(sheet, Integer.MAX_VALUE);
    }
    if (!marks.isEmpty()) {
      list(workbook);
    }
    workbook.close();
    target.flush();
  }

  /** Corrected cells that the row did not have. */
  private void writeCorrected(Worksheet sheet, int row) {
    while (!corrected.isEmpty() && corrected.firstKey().row() <= row) {
      Map.Entry<CellAddress, String> cell = corrected.pollFirstEntry();
      if (cell.getKey().row() == row) {
        write(sheet, row, cell.getKey().column(), cell.getValue());
      }
    }
  }

  private static void write(Worksheet sheet, int row, int column, String text) {
    sheet.inlineString(row - 1, column, CellText.encode(text));
    sheet.style(row - 1, column).format("@").set();
  }

  /** Whether a cell can hold the number: with a larger one the workbook would be damaged. */
  private static boolean fits(BigDecimal number) {
    return Math.abs(number.precision() - number.scale()) < LARGEST_EXPONENT;
  }

  /** As the number that it is: as a text it would be as good as one that a person typed. */
  private static void writeShortened(Worksheet sheet, int row, int column, String number) {
    int digits = new BigDecimal(number).precision() - 1;
    sheet.value(row - 1, column, new BigDecimal(number));
    sheet
        .style(row - 1, column)
        .format(digits > 0 ? "0." + "0".repeat(digits) + "E+00" : "0E+00")
        .set();
  }

  private void markBefore(Worksheet sheet, int limit) {
    while (!left.isEmpty() && left.firstKey().row() < limit) {
      Map.Entry<CellAddress, String> fault = left.pollFirstEntry();
      int row = fault.getKey().row() - 1;
      int column = fault.getKey().column();
      sheet.style(row, column).fillColor(Palette.FAULT).set();
      if (comments++ < MAX_COMMENTS) {
        sheet.comment(row, column, CellText.encode(fault.getValue()));
      }
    }
  }

  private void list(Workbook workbook) throws IOException {
    Worksheet sheet = workbook.newWorksheet(ErrorList.SHEET);
    sheet.freezePane(0, 1);
    sheet.width(0, WIDTH);
    sheet.width(1, WIDTH / 2.0);
    sheet.width(2, WIDTH * 4.0);
    int row = 0;
    line(sheet, row, "Sheet", "Cell", "What is wrong");
    sheet
        .range(0, 0, 0, 2)
        .style()
        .bold()
        .fontColor(Palette.HEADING_TEXT)
        .fillColor(Palette.HEADING)
        .set();
    for (CellMark mark : marks) {
      line(sheet, ++row, mark.sheet(), mark.address(), mark.message());
      if (row % ROWS_HELD == 0) {
        sheet.flush();
      }
    }
    for (SheetNotice remark : remarks) {
      line(sheet, ++row, "", remark.place(), remark.text());
    }
  }

  private static void line(Worksheet sheet, int row, String... texts) {
    for (int i = 0; i < texts.length; i++) {
      sheet.inlineString(row, i, CellText.encode(texts[i]));
      sheet.style(row, i).format("@").set();
    }
  }
}
