package app.upline.workbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What may be written into a cell, reduced to the four things a cell can be. */
final class Values {

  private Values() {}

  /** A {@link String}, {@link LocalDate} or {@link BigDecimal}; null for a blank. */
  static @Nullable Object cellValue(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String text -> text.isEmpty() ? null : text;
      case LocalDate date -> date;
      case BigDecimal number -> number;
      case Integer number -> BigDecimal.valueOf(number);
      case Long number -> BigDecimal.valueOf(number);
      case Boolean truth -> truth ? "Yes" : "No";
      case List<?> list -> list.isEmpty() ? null : joined(list);
      default ->
          throw new IllegalArgumentException(
              "A cell cannot hold a " + value.getClass().getSimpleName() + ".");
    };
  }

  /** The same as text, for formats that know nothing else. */
  static String text(@Nullable Object value) {
    return textOfCell(cellValue(value));
  }

  /** Of what {@link #cellValue} made of a value. */
  static String textOfCell(@Nullable Object cell) {
    return switch (cell) {
      case null -> "";
      case BigDecimal number -> number.toPlainString();
      case Object other -> other.toString();
    };
  }

  static void checkCount(List<?> values, Columns columns) {
    if (values.size() != columns.size()) {
      throw new IllegalArgumentException(
          "A row of %d values does not fit %d columns.".formatted(values.size(), columns.size()));
    }
  }

  private static String joined(List<?> list) {
    return list.stream().map(Values::text).collect(Collectors.joining("; "));
  }
}
