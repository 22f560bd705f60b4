package app.upline.sheet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person sees in a cell, format by format as a spreadsheet shows them (ECMA-376 part 1,
 * 18.8.31), written down without the reader's rules.
 */
final class Eye {

  /** What there is to be seen. */
  sealed interface Seen {

    /**
     * A text or a number.
     *
     * @param number the number behind it; null for a text
     * @param exact whether it shows every digit of the number
     * @param serial the day that the number counts, where it stands there bare
     */
    record Text(String text, @Nullable BigDecimal number, boolean exact, @Nullable LocalDate serial)
        implements Seen {}

    /** A date; {@code whole} when its day, month and year are seen. */
    record Day(LocalDate date, boolean whole) implements Seen {}

    record Truth(boolean value) implements Seen {}

    /** Nothing, something that is no value, or what cannot be said. */
    record Untold() implements Seen {}
  }

  /** How a format shows a number. */
  @FunctionalInterface
  interface Look {
    Seen sees(BigDecimal number, boolean from1904);
  }

  static final Map<String, Look> NUMBER_FORMATS = new LinkedHashMap<>();

  static {
    for (String general : new String[] {"", "General", "@", "0!", "49!"}) {
      NUMBER_FORMATS.put(general, Eye::general);
    }
    whole("0", "0", "");
    whole("1!", "0", "");
    whole("00000000", "00000000", "");
    whole("00\\-0000000", "00-0000000", "");
    whole("00-0000000", "00-0000000", "");
    whole("000-00-0000", "000-00-0000", "");
    whole("000\\-00\\-0000", "000-00-0000", "");
    whole("000\" \"00\" \"0000", "000 00 0000", "");
    whole("00000", "00000", "");
    whole("00000\\-0000", "00000-0000", "");
    whole("[$-409]00000", "00000", "");
    whole("\"S\"000000", "000000", "S");
    whole("\"H\"0000", "0000", "H");
    whole("\\S\\-0", "0", "S-");
    whole("[Red]\"D\"00;[Blue]\"M\"00", "00", "D");
    decimal("#,##0", "#,##0");
    decimal("3!", "#,##0");
    decimal("#,##0.00", "#,##0.00");
    decimal("\"$\"#,##0.00", "'$'#,##0.00");
    decimal("0.00", "0.00");
    NUMBER_FORMATS.put(
        "\"Yes\";\"No\"",
        (number, from1904) -> shown(number.signum() < 0 ? "No" : "Yes", number, true, null));
    NUMBER_FORMATS.put(
        "[<=9999999]###\\-####;\\(###\\)\\ ###\\-####", (number, from1904) -> telephone(number));
    for (String untold :
        new String[] {
          ";;;",
          "0.00E+00",
          "11!",
          "# ?/?",
          "12!",
          "*00000",
          "[DBNum1]0",
          "T0",
          "h:mm",
          "20!",
          "[h]:mm",
          "mm:ss.0"
        }) {
      NUMBER_FORMATS.put(untold, (number, from1904) -> new Seen.Untold());
    }
    for (String date :
        new String[] {
          "m/d/yyyy",
          "yyyy\\-mm\\-dd",
          "[$-409]d\\-mmm\\-yy;@",
          "m/d/yyyy\\ h:mm",
          "14!",
          "15!",
          "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy"
        }) {
      NUMBER_FORMATS.put(date, (number, from1904) -> date(number, from1904, true));
    }
    for (String part : new String[] {"d\\-mmm", "mmm\\-yy", "16!", "17!", "yyyy", "dddd"}) {
      NUMBER_FORMATS.put(part, (number, from1904) -> date(number, from1904, false));
    }
  }

  private static final Set<String> NOTHING = Set.of("", "-", "$ -");

  private Eye() {}

  static Seen text(String text, String format, boolean from1904) {
    String shown =
        switch (format) {
          case "\"S\"@" -> "S" + text;
          case "0;0;0;\"No. \"@" -> "No. " + text;
          default -> text;
        };
    if (format.equals(";;;") || format.equals("@*-")) {
      return new Seen.Untold();
    }
    // Typed as text, a day's number does not say from when it counts.
    boolean uncertain = from1904 && shown.equals("45306");
    return new Seen.Text(shown, null, true, uncertain ? LocalDate.MIN : null);
  }

  static Seen day(int year, int month, int day, boolean whole) {
    return new Seen.Day(LocalDate.of(year, month, day), whole);
  }

  static boolean isNothing(String text) {
    return NOTHING.contains(text.strip());
  }

  /** Whether what was read is the number, to the precision in which it was read. */
  static boolean isNear(BigDecimal number, String read) {
    BigDecimal value = new BigDecimal(read);
    return stored(number).setScale(value.scale(), RoundingMode.HALF_UP).compareTo(value) == 0;
  }

  private static Seen general(BigDecimal number, boolean from1904) {
    BigDecimal value = stored(number);
    String plain = value.stripTrailingZeros().toPlainString();
    boolean short11 = plain.replace("-", "").length() <= 11;
    boolean small = value.signum() != 0 && value.abs().doubleValue() < 0.0001;
    return short11 && !small
        ? shown(plain, number, true, serial(value, from1904))
        : new Seen.Text(plain, number, false, null);
  }

  /** Zeros are places, everything else stands between them. */
  private static void whole(String code, String mask, String prefix) {
    NUMBER_FORMATS.put(
        code,
        (number, from1904) -> {
          BigDecimal value = stored(number);
          if (value.signum() < 0 && code.contains(";")) {
            return shown(
                "M%02d".formatted(value.abs().toBigInteger()), number, isWhole(value), null);
          }
          String digits = value.abs().setScale(0, RoundingMode.HALF_UP).toBigInteger().toString();
          StringBuilder seen = new StringBuilder();
          int next = digits.length() - 1;
          for (int i = mask.length() - 1; i >= 0; i--) {
            boolean place = mask.charAt(i) == '0';
            seen.append(place && next >= 0 ? digits.charAt(next--) : mask.charAt(i));
          }
          String front = next >= 0 ? digits.substring(0, next + 1) : "";
          String minus = value.signum() < 0 ? "-" : "";
          boolean bare = prefix.isEmpty() && !mask.contains("-") && !mask.contains(" ");
          String text = minus + prefix + front + seen.reverse();
          LocalDate serial =
              bare && text.length() == 5 && isWhole(value) ? serial(value, from1904) : null;
          return shown(text, number, isWhole(value), serial);
        });
  }

  private static void decimal(String code, String pattern) {
    NUMBER_FORMATS.put(
        code,
        (number, from1904) -> {
          BigDecimal value = stored(number);
          DecimalFormat format =
              new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.US));
          format.setRoundingMode(RoundingMode.HALF_UP);
          boolean exact =
              value
                      .setScale(format.getMaximumFractionDigits(), RoundingMode.HALF_UP)
                      .compareTo(value)
                  == 0;
          return shown(format.format(value), number, exact, null);
        });
  }

  private static Seen telephone(BigDecimal number) {
    BigDecimal value = stored(number);
    if (value.signum() < 0) {
      return new Seen.Untold();
    }
    String digits = value.setScale(0, RoundingMode.HALF_UP).toBigInteger().toString();
    if (value.compareTo(BigDecimal.valueOf(9_999_999)) > 0) {
      int length = digits.length();
      String area = length > 7 ? digits.substring(0, length - 7) : "";
      return shown(
          "("
              + area
              + ") "
              + digits.substring(length - 7, length - 4)
              + "-"
              + digits.substring(length - 4),
          number,
          isWhole(value),
          null);
    }
    String padded = digits.equals("0") ? "" : digits;
    int cut = Math.max(0, padded.length() - 4);
    return shown(
        padded.substring(0, cut) + "-" + padded.substring(cut), number, isWhole(value), null);
  }

  private static Seen date(BigDecimal number, boolean from1904, boolean whole) {
    BigDecimal value = stored(number);
    if (value.signum() < 0 || value.doubleValue() > 3_000_000) {
      return new Seen.Untold();
    }
    long seconds =
        value.multiply(BigDecimal.valueOf(86_400)).setScale(3, RoundingMode.HALF_UP).longValue();
    LocalDate day = day(seconds / 86_400, from1904);
    return day == null ? new Seen.Untold() : new Seen.Day(day, whole);
  }

  private static @Nullable LocalDate day(long serial, boolean from1904) {
    long count = serial + (from1904 ? 1_462 : 0);
    if (count > 2_958_465 || !from1904 && (count == 0 || count == 60)) {
      return null;
    }
    return LocalDate.of(1899, 12, count < 60 ? 31 : 30).plusDays(count);
  }

  private static @Nullable LocalDate serial(BigDecimal value, boolean from1904) {
    long count = isWhole(value) && value.abs().doubleValue() < 1e9 ? value.longValue() : 0;
    long from1900 = count + (from1904 ? 1_462 : 0);
    return from1900 < 30_000 || from1900 > 79_999 ? null : day(count, from1904);
  }

  private static Seen shown(
      String text, BigDecimal number, boolean exact, @Nullable LocalDate serial) {
    boolean lost = stored(number).abs().compareTo(new BigDecimal("1E15")) >= 0;
    return new Seen.Text(text, number, exact && !lost, serial);
  }

  /** A spreadsheet holds fifteen digits. */
  private static BigDecimal stored(BigDecimal number) {
    return number.round(new MathContext(15, RoundingMode.HALF_UP));
  }

  private static boolean isWhole(BigDecimal value) {
    return value.stripTrailingZeros().scale() <= 0;
  }
}
