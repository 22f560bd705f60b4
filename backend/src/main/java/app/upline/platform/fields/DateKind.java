package app.upline.platform.fields;

import app.upline.platform.text.Words;
import io.micronaut.json.tree.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

record DateKind() implements Kind<LocalDate> {

  private static final DateTimeFormatter ISO =
      DateTimeFormatter.ISO_LOCAL_DATE.withResolverStyle(ResolverStyle.STRICT);

  /**
   * As people in the United States type dates; a two-digit year is refused, since it can be read
   * two ways.
   */
  private static final List<DateTimeFormatter> TYPED =
      List.of(
          ISO,
          typed("M/d/uuuu"),
          typed("M-d-uuuu"),
          typed("M.d.uuuu"),
          typed("uuuu/M/d"),
          typed("MMM d, uuuu"),
          typed("MMMM d, uuuu"),
          typed("d MMM uuuu"),
          typed("d-MMM-uuuu"));

  private static final Pattern TIME =
      Pattern.compile("[T ]\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?( ?[AaPp][Mm])?$");

  /** What a date is in a sheet whose cell lost its date format: days since 1899-12-30. */
  private static final Pattern SERIAL = Pattern.compile("[3-7]\\d{4}");

  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

  /** What happened before, or will after, is nothing that is reported here. */
  private static final int FIRST_YEAR = 1900;

  private static final int LAST_YEAR = 2199;

  @Override
  public Reading<LocalDate> fromJson(JsonNode json) {
    if (!json.isString()) {
      return Kinds.notText(json);
    }
    String text = json.getStringValue();
    try {
      LocalDate date = LocalDate.parse(text, ISO);
      return date.getYear() >= FIRST_YEAR && date.getYear() <= LAST_YEAR
          ? Reading.value(date)
          : Reading.bad(
              "INVALID_DATE",
              Kinds.quoted(text)
                  + " is no day of this time; write a year from %d to %d."
                      .formatted(FIRST_YEAR, LAST_YEAR));
    } catch (DateTimeException e) {
      return Reading.bad(
          "INVALID_DATE", Kinds.quoted(text) + " is not a date; write it as YYYY-MM-DD.");
    }
  }

  @Override
  public Reading<LocalDate> fromText(String text) {
    String tidy = TIME.matcher(Words.tidy(text)).replaceFirst("");
    if (tidy.isEmpty()) {
      return Reading.absent();
    }
    if (SERIAL.matcher(tidy).matches()) {
      return Reading.value(SERIAL_ZERO.plusDays(Long.parseLong(tidy)));
    }
    for (DateTimeFormatter format : TYPED) {
      try {
        return Reading.value(LocalDate.parse(tidy, format));
      } catch (DateTimeException e) {
        // not written this way; perhaps another
      }
    }
    return Reading.bad(
        "INVALID_DATE",
        Kinds.quoted(tidy) + " is not a date; write month/day/year with four digits for the year.");
  }

  @Override
  public JsonNode toJson(LocalDate value) {
    return JsonNode.createStringNode(value.toString());
  }

  @Override
  public String toText(LocalDate value) {
    return value.toString();
  }

  @Override
  public boolean date() {
    return true;
  }

  private static DateTimeFormatter typed(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(pattern)
        .toFormatter(Locale.US)
        .withResolverStyle(ResolverStyle.STRICT);
  }
}
