package app.upline.platform.problem;

import io.micronaut.core.reflect.ReflectionUtils;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * How a value of some type has to be written, in words for the caller instead of a Java type.
 *
 * @param code the fault's code
 * @param message the fault's message
 */
public record ExpectedForm(String code, String message) {
  private static final ExpectedForm OTHER =
      new ExpectedForm("WRONG_TYPE", "This is not the type of value that the contract names here.");
  private static final ExpectedForm NUMBER =
      new ExpectedForm("INVALID_NUMBER", "Write a whole number, such as 50.");
  private static final Map<Class<?>, ExpectedForm> KNOWN =
      Map.of(
          UUID.class,
          new ExpectedForm("INVALID_ID", "Write the id as a UUID."),
          LocalDate.class,
          new ExpectedForm("INVALID_DATE", "Write the date as YYYY-MM-DD."),
          OffsetDateTime.class,
          new ExpectedForm(
              "INVALID_INSTANT", "Write the instant as RFC 3339, such as 2026-01-31T12:00:00Z."),
          Integer.class,
          NUMBER,
          Long.class,
          NUMBER,
          Boolean.class,
          new ExpectedForm("INVALID_BOOLEAN", "Write true or false."),
          String.class,
          new ExpectedForm("INVALID_TEXT", "Write text."));

  /** The form of values of this type. */
  public static ExpectedForm of(Class<?> type) {
    return type.isEnum()
        ? oneOf(type)
        : KNOWN.getOrDefault(ReflectionUtils.getWrapperType(type), OTHER);
  }

  private static ExpectedForm oneOf(Class<?> codes) {
    String all =
        Arrays.stream(codes.getEnumConstants())
            .map(Object::toString)
            .collect(Collectors.joining(", "));
    return new ExpectedForm("INVALID_CODE", "Write one of %s.".formatted(all));
  }
}
