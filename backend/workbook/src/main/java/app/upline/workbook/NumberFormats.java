package app.upline.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.usermodel.BuiltinFormats;

/** How the styles of cells show numbers and texts; each format is taken apart once. */
final class NumberFormats {

  /**
   * A spreadsheet keeps fifteen digits; what a file has beyond them is the binary fraction's noise.
   */
  private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

  /** Excel itself allows some two hundred. */
  private static final int MAX_FORMATS = 5_000;

  /** Excel itself allows some 65,490. */
  private static final int MAX_CELL_STYLES = 100_000;

  private static final int MAX_EXPONENT = 400;
  private static final int MAX_LENGTH = 400;

  /** Formats that every program knows by their numbers, beside those that it may redefine. */
  private static final int FIRST_OWN_FORMAT = 164;

  /** Dates where a program runs in Chinese, Japanese or Korean; a plain number elsewhere. */
  private static final String EAST_ASIAN_DATE = "yyyy/m/d";

  private final List<FormatCode> styles;
  private final boolean from1904;

  private NumberFormats(List<FormatCode> styles, boolean from1904) {
    this.styles = styles;
    this.from1904 = from1904;
  }

  static NumberFormats none(boolean from1904) {
    return new NumberFormats(List.of(), from1904);
  }

  static NumberFormats read(InputStream styles, boolean from1904)
      throws XMLStreamException, IOException {
    Map<Integer, String> codes = new HashMap<>();
    Map<Integer, FormatCode> known = new HashMap<>();
    List<FormatCode> cells = new ArrayList<>();
    boolean cellStyles = false;
    try (Xml xml = Xml.read(styles)) {
      while (xml.nextStart()) {
        switch (xml.name()) {
          case "numFmt" -> {
            if (codes.size() == MAX_FORMATS) {
              throw new XMLStreamException("There are too many number formats.");
            }
            codes.put(
                Integer.parseInt(xml.requiredAttribute("numFmtId")),
                xml.requiredAttribute("formatCode"));
          }
          case "cellXfs" -> cellStyles = true;
          case "cellStyles", "dxfs", "cellStyleXfs" -> cellStyles = false;
          case "xf" -> {
            if (cellStyles) {
              if (cells.size() == MAX_CELL_STYLES) {
                throw new XMLStreamException("There are too many styles of cells.");
              }
              String id = xml.attribute("numFmtId");
              int format = id == null ? 0 : Integer.parseInt(id);
              cells.add(known.computeIfAbsent(format, number -> format(number, codes)));
            }
          }
          default -> {}
        }
      }
    }
    return new NumberFormats(List.copyOf(cells), from1904);
  }

  /** The cell for a stored number. */
  Cell cell(String address, String stored, int style) {
    String digits = stored.strip();
    if (digits.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("Not a number.");
    }
    BigDecimal value = new BigDecimal(digits);
    // Beyond any double: a text of a few bytes must not become a number of a billion digits.
    if (Math.abs((long) value.precision() - value.scale()) > MAX_EXPONENT
        || Math.abs(value.scale()) > MAX_EXPONENT) {
      throw new IllegalArgumentException("Not a number.");
    }
    boolean noise = value.precision() > DIGITS.getPrecision() && value.scale() > 0;
    BigDecimal number = plain(noise ? value.round(DIGITS) : value);
    FormatCode format = format(style);
    FormatSection moment = format.momentOf(number);
    return moment == null
        ? new Cell.Number(address, number, format.shown(number), from1904)
        : SerialDay.cell(address, number, from1904, moment);
  }

  /** The cell for a text that is not blank. */
  Cell text(String address, String text, int style) {
    Shown shown = format(style).shown(text);
    return switch (shown.doubt()) {
      case NONE -> new Cell.Text(address, shown.text(), from1904);
      case HIDDEN -> Cell.Unreadable.hidden(address);
      default -> Cell.Unreadable.onlyFormatted(address);
    };
  }

  private FormatCode format(int style) {
    return style >= 0 && style < styles.size() ? styles.get(style) : FormatCode.GENERAL;
  }

  private static FormatCode format(int number, Map<Integer, String> codes) {
    String code = codes.get(number);
    if (code == null && (number >= 27 && number <= 36 || number >= 50 && number <= 58)) {
      code = EAST_ASIAN_DATE;
    } else if (code == null && number < FIRST_OWN_FORMAT) {
      code = BuiltinFormats.getBuiltinFormat(number);
      // What these show differs by country.
      code = code == null || code.startsWith("reserved") ? "|" : code;
    }
    return FormatCode.of(code == null ? "" : code);
  }

  /** 12.0 and 1.2E1 are both 12. */
  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
