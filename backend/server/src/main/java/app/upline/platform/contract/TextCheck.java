package app.upline.platform.contract;

import app.upline.platform.text.Characters;
import app.upline.platform.validation.Fault;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Holds a value that is written as text, in an address, a header, a form or a body, to its schema.
 */
final class TextCheck {
  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
  private static final Pattern INSTANT =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?([Zz]|[+-]\\d\\d:\\d\\d)");
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,19}");
  private static final Pattern MONTH = Pattern.compile(".*\\(0\\[1-9]\\|1\\[0-2]\\)\\$");

  /** What happened before or will happen after is nothing that is reported here. */
  private static final int FIRST_YEAR = 1900;

  private static final int LAST_YEAR = 2199;

  private TextCheck() {}

  /** What is wrong with a text that stands for a value of any type. */
  static Optional<Fault> any(Schema schema, String text, String pointer) {
    return switch (String.valueOf(schema.type())) {
      case "boolean" ->
          text.equals("true") || text.equals("false")
              ? Optional.empty()
              : fault(pointer, "INVALID_BOOLEAN", "Write true or false.");
      case "integer", "number" ->
          WHOLE.matcher(text).matches()
              ? number(schema, new BigDecimal(text), pointer)
              : fault(pointer, "INVALID_NUMBER", "Write a whole number, such as 50.");
      default -> text(schema, text, pointer);
    };
  }

  /** What is wrong with a text. */
  static Optional<Fault> text(Schema schema, String text, String pointer) {
    if (!schema.codes().isEmpty()) {
      return schema.codes().contains(text)
          ? Optional.empty()
          : fault(
              pointer,
              "INVALID_CODE",
              "Write one of %s.".formatted(String.join(", ", schema.codes())));
    }
    return switch (schema.format()) {
      case "uuid" ->
          UUID.matcher(text).matches()
              ? Optional.empty()
              : fault(pointer, "INVALID_ID", "Write the id as a UUID.");
      case "date" ->
          isDate(text)
              ? Optional.empty()
              : fault(pointer, "INVALID_DATE", "Write the date as YYYY-MM-DD, from 1900 to 2199.");
      case "date-time" ->
          isInstant(text)
              ? Optional.empty()
              : fault(
                  pointer,
                  "INVALID_INSTANT",
                  "Write the instant as RFC 3339, such as 2026-01-31T12:00:00Z.");
      default -> plain(schema, text, pointer);
    };
  }

  /**
   * Which character of a text is none that people write: it would be stored, and shown to others in
   * another way than it is. A password is compared and never shown.
   */
  static Optional<Fault> characters(Schema schema, String text, String pointer) {
    if (schema.format().equals("password")) {
      return Optional.empty();
    }
    return Characters.control(text)
        .or(() -> Characters.complaint(text))
        .flatMap(complaint -> fault(pointer, "INVALID_TEXT", complaint));
  }

  /** What is wrong with a number. */
  static Optional<Fault> number(Schema schema, BigDecimal number, String pointer) {
    BigDecimal least = least(schema);
    BigDecimal most = most(schema);
    boolean fits =
        (least == null || number.compareTo(least) >= 0)
            && (most == null || number.compareTo(most) <= 0);
    return fits
        ? Optional.empty()
        : fault(pointer, "OUT_OF_RANGE", "Give a number %s.".formatted(range(least, most)));
  }

  private static Optional<Fault> plain(Schema schema, String text, String pointer) {
    Integer least = schema.number("minLength");
    Integer most = schema.number("maxLength");
    int length = text.codePointCount(0, text.length());
    if (least != null && length < least || most != null && length > most) {
      return least == null
          ? fault(pointer, "TOO_LONG", "Write at most %d characters.".formatted(most))
          : fault(
              pointer,
              "LENGTH",
              most == null
                  ? "Write at least %d characters.".formatted(least)
                  : "Write %d to %d characters.".formatted(least, most));
    }
    Pattern pattern = schema.pattern();
    return pattern == null || pattern.matcher(text).find()
        ? Optional.empty()
        : misformed(schema, pattern, pointer);
  }

  private static Optional<Fault> misformed(Schema schema, Pattern pattern, String pointer) {
    if (MONTH.matcher(pattern.pattern()).matches()) {
      return fault(pointer, "INVALID_PERIOD", "Write the month as YYYY-MM, such as 2026-10.");
    }
    return fault(
        pointer,
        "INVALID_FORM",
        schema.example() == null
            ? "Write it in the form %s.".formatted(pattern.pattern())
            : "Write it in the form of %s.".formatted(schema.example()));
  }

  private static boolean isDate(String text) {
    try {
      return DATE.matcher(text).matches() && isInRange(LocalDate.parse(text).getYear());
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isInstant(String text) {
    try {
      return INSTANT.matcher(text).matches() && isInRange(OffsetDateTime.parse(text).getYear());
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean isInRange(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  private static @Nullable BigDecimal least(Schema schema) {
    BigDecimal written = schema.bound("minimum");
    return written != null ? written : ofFormat(schema, Integer.MIN_VALUE, Long.MIN_VALUE);
  }

  private static @Nullable BigDecimal most(Schema schema) {
    BigDecimal written = schema.bound("maximum");
    return written != null ? written : ofFormat(schema, Integer.MAX_VALUE, Long.MAX_VALUE);
  }

  private static @Nullable BigDecimal ofFormat(Schema schema, long int32, long int64) {
    return switch (schema.format()) {
      case "int32" -> BigDecimal.valueOf(int32);
      case "int64" -> BigDecimal.valueOf(int64);
      default -> null;
    };
  }

  private static String range(@Nullable BigDecimal least, @Nullable BigDecimal most) {
    if (least == null) {
      return "up to " + most.toPlainString();
    }
    return most == null
        ? "from " + least.toPlainString()
        : "from %s to %s".formatted(least.toPlainString(), most.toPlainString());
  }

  private static Optional<Fault> fault(String pointer, String code, String message) {
    return Optional.of(new Fault(pointer, code, message));
  }
}
