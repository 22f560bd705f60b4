package app.upline.platform.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.ss.usermodel.DateUtil;

/** Which cell styles show a number as a date, and which day a number then is. */
final class NumberFormats {

  /** 9999-12-31, counted from 1900. */
  private static final int LAST_DAY = 2_958_465;

  /**
   * A spreadsheet keeps fifteen digits; what a file has beyond them is the binary fraction's noise.
   */
  private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);

  /** Excel itself allows some two hundred. */
  private static final int MAX_FORMATS = 5_000;

  private static final int MAX_EXPONENT = 400;
  private static final int MAX_LENGTH = 400;

  private final BitSet dateStyles;
  private final boolean from1904;

  private NumberFormats(BitSet dateStyles, boolean from1904) {
    this.dateStyles = dateStyles;
    this.from1904 = from1904;
  }

  static NumberFormats none(boolean from1904) {
    return new NumberFormats(new BitSet(), from1904);
  }

  static NumberFormats read(InputStream styles, boolean from1904)
      throws XMLStreamException, IOException {
    Map<Integer, String> codes = new HashMap<>();
    BitSet dates = new BitSet();
    int style = 0;
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
              String id = xml.attribute("numFmtId");
              int format = id == null ? 0 : Integer.parseInt(id);
              dates.set(style++, DateUtil.isADateFormat(format, codes.getOrDefault(format, "")));
            }
          }
          default -> {}
        }
      }
    }
    return new NumberFormats(dates, from1904);
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
    if (style >= 0 && dateStyles.get(style) && value.compareTo(BigDecimal.ONE) >= 0) {
      int day =
          value.setScale(0, RoundingMode.FLOOR).min(BigDecimal.valueOf(LAST_DAY + 1L)).intValue();
      if (day <= LAST_DAY) {
        LocalDate date = DateUtil.getLocalDateTime(day, from1904).toLocalDate();
        return new Cell.Day(address, date);
      }
    }
    boolean noise = value.precision() > DIGITS.getPrecision() && value.scale() > 0;
    return new Cell.Number(address, plain(noise ? value.round(DIGITS) : value));
  }

  /** 12.0 and 1.2E1 are both 12. */
  private static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
