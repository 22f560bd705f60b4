package app.upline.workbook;

import app.upline.workbook.RawRow.RawCell;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one worksheet part.
 *
 * <p>It is ours because the library's reader fails on ISO dates ({@code t="d"}), does not tell a
 * formula's error from its text, and sizes a row by whatever column a damaged file names.
 */
final class XlsxRows implements RowCursor {

  private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}(?:T[\\d:.,Z+-]*)?");
  private static final Pattern ISO_TIME = Pattern.compile("T?\\d{2}:[\\d:.,Z+-]*");
  private static final int ISO_LENGTH = 10;

  private final InputStream in;
  private final Xml xml;
  private final SharedStrings strings;
  private final NumberFormats formats;
  private final WorkbookLimits limits;
  private int row;

  XlsxRows(InputStream in, SharedStrings strings, NumberFormats formats, WorkbookLimits limits)
      throws XMLStreamException {
    this.in = in;
    this.xml = Xml.read(in);
    this.strings = strings;
    this.formats = formats;
    this.limits = limits;
  }

  @Override
  public @Nullable RawRow next() throws WorkbookRefusedException {
    try {
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("row")) {
          RawRow found = readRow();
          if (!found.cells().isEmpty()) {
            return found;
          }
        } else if (event == XMLStreamConstants.END_ELEMENT && xml.name().equals("sheetData")) {
          return null;
        }
      }
      return null;
    } catch (XMLStreamException | RuntimeException e) {
      throw WorkbookRefusedException.damaged(e);
    }
  }

  private RawRow readRow() throws XMLStreamException, WorkbookRefusedException {
    String number = xml.attribute("r");
    row = number == null ? row + 1 : Integer.parseInt(number);
    boolean hidden = SheetLayout.hides(xml);
    List<RawCell> cells = new ArrayList<>();
    int column = -1;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.name().equals("row")) {
        return new RawRow(row, cells, hidden);
      }
      if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("c")) {
        String reference = xml.attribute("r");
        column = reference == null ? column + 1 : CellAddress.columnOf(reference);
        RawCell cell = readCell(column);
        if (cell.computed() || !(cell.cell() instanceof Cell.Blank)) {
          add(cell, cells);
        }
      }
    }
  }

  private void add(RawCell cell, List<RawCell> cells) throws WorkbookRefusedException {
    if (cell.column() >= limits.maxColumns()) {
      throw WorkbookRefusedException.tooWide(cell.cell().address(), limits.maxColumns());
    }
    if (cells.size() == limits.maxColumns()) {
      throw new IllegalArgumentException("A row has more cells than columns.");
    }
    cells.add(cell);
  }

  private RawCell readCell(int column) throws XMLStreamException, WorkbookRefusedException {
    String type = xml.attribute("t");
    String style = xml.attribute("s");
    String address = new CellAddress(column, row).toString();
    int styleIndex = style == null ? 0 : Integer.parseInt(style);
    String value = null;
    boolean computed = false;
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.name().equals("c")) {
        if (computed && lacksValue(type, value)) {
          return new RawCell(column, Cell.Unreadable.notCalculated(address), true);
        }
        return new RawCell(
            column, cell(address, type == null ? "n" : type, value, styleIndex), computed);
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.name()) {
          case "v", "is" -> value = xml.text(CellText.MAX_ESCAPED * limits.maxCellLength());
          case "f" -> {
            computed = true;
            xml.text(0);
          }
          default -> xml.text(0);
        }
      }
    }
  }

  /** A formula may well have the empty text as its value; every other value is of a character. */
  private static boolean lacksValue(@Nullable String type, @Nullable String value) {
    return value == null || value.isEmpty() && !"str".equals(type);
  }

  private Cell cell(String address, String type, @Nullable String value, int style)
      throws WorkbookRefusedException {
    if (value == null || value.isEmpty()) {
      return new Cell.Blank(address);
    }
    return switch (type) {
      case "s" -> text(address, strings.get(Integer.parseInt(value.strip())), style);
      case "str", "inlineStr" -> text(address, value, style);
      case "b" ->
          new Cell.Truth(address, value.strip().equals("1") || value.strip().equals("true"));
      case "e" -> new Cell.Failed(address, value.strip());
      case "d" -> day(address, value.strip());
      case "n" -> value.isBlank() ? new Cell.Blank(address) : formats.cell(address, value, style);
      default -> throw new IllegalArgumentException("There is no such type of cell.");
    };
  }

  private Cell text(String address, String stored, int style) throws WorkbookRefusedException {
    String text = CellText.decode(stored);
    if (text.length() > limits.maxCellLength()) {
      return Cell.Unreadable.tooLong(address);
    }
    return CellText.isBlank(text) ? new Cell.Blank(address) : formats.text(address, text, style);
  }

  private static Cell day(String address, String iso) {
    if (!ISO_DATE.matcher(iso).matches()) {
      return ISO_TIME.matcher(iso).matches()
          ? Cell.Unreadable.time(address)
          : Cell.Unreadable.noDay(address);
    }
    try {
      return new Cell.Day(address, LocalDate.parse(iso.substring(0, ISO_LENGTH)));
    } catch (DateTimeParseException e) {
      return Cell.Unreadable.noDay(address);
    }
  }

  @Override
  public void close() {
    try (in) {
      xml.close();
    } catch (IOException | XMLStreamException e) {
      // Nothing was written, so nothing is lost; the file itself is closed by its owner.
    }
  }
}
