package app.upline.platform.fields;

import app.upline.platform.text.Characters;
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

record DateKind() implements FieldKind<LocalDate> {

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

  /** No agreement about Medicare, and no agency that has one, is older. */
  private static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);

  private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

  @Override
  public Reading<LocalDate> fromJson(JsonNode json) {
    if (!json.isString()) {
      return Kinds.notText(json);
    }
    String text = json.getStringValue();
    try {
      return within(LocalDate.parse(text, ISO));
    } catch (DateTimeException e) {
      return Reading.bad(
          "INVALID_DATE", Kinds.quoted(text) + " is not a date; write it as YYYY-MM-DD.");
    }
  }

  @Override
  public Reading<LocalDate> fromText(String text) {
    String tidy = TIME.matcher(Words.tidy(Characters.plain(text))).replaceFirst("");
    if (tidy.isEmpty()) {
      return Reading.absent();
    }
    if (SERIAL.matcher(tidy).matches()) {
      return within(SERIAL_ZERO.plusDays(Long.parseLong(tidy)));
    }
    for (DateTimeFormatter format : TYPED) {
      try {
        return within(LocalDate.parse(tidy, format));
      } catch (DateTimeException e) {
        // not written this way; perhaps another
      }
    }
    return Reading.bad(
        "INVALID_DATE",
        Kinds.quoted(tidy) + " is not a date; write month/day/year with four digits for the year.");
  }

  /** A year beyond these is a slip of the finger: 0024 for 2024, 9999 for no end at all. */
  private static Reading<LocalDate> within(LocalDate date) {
    return date.isBefore(EARLIEST) || date.isAfter(LATEST)
        ? Reading.bad(
            "INVALID_DATE",
            "The year of a date is %d to %d; leave the date out where there is none."
                .formatted(EARLIEST.getYear(), LATEST.getYear()))
        : Reading.value(date);
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
