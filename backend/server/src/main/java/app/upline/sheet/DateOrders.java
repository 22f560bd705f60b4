package app.upline.sheet;

import app.upline.platform.text.Characters;
import app.upline.platform.text.Words;
import app.upline.workbook.Cell;
import app.upline.workbook.Columns;
import app.upline.workbook.SheetColumn;
import app.upline.workbook.SheetRow;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * In which order the columns of a sheet have day and month. One date with a 13th month proves that
 * a column has the day first, and then its 03/04 is not March 4; nor is that of another column,
 * unless that one proves the opposite, since one person wrote both (ADR 20).
 */
final class DateOrders {

  private static final Pattern NUMERIC =
      Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2\\d{2}(?:\\d{2})?(?:[T ,].*)?");

  private static final int MONTHS = 12;

  /** With a time of day and blanks around it. */
  private static final int LONGEST = 60;

  /** What the cells of one column prove. */
  private static final class Order {

    private @Nullable String dayFirst;
    private boolean monthFirst;
    private boolean ambiguous;
    private boolean dates;

    /** A spreadsheet makes a date of 03/04, and leaves 13/01 as the text that it is. */
    private boolean datesMayBeSwapped = true;
  }

  private final Map<String, Order> byKey = new LinkedHashMap<>();

  DateOrders(Columns columns) {
    for (SheetColumn column : columns.all()) {
      if (column.kind() == SheetColumn.Kind.DATE) {
        byKey.put(column.key(), new Order());
      }
    }
  }

  /** Takes in what a row proves. */
  void look(SheetRow row) {
    byKey.forEach(
        (key, order) -> {
          switch (row.cells().get(key)) {
            case Cell.Text text -> look(order, text);
            case Cell.Day day -> {
              order.dates = true;
              order.datesMayBeSwapped &= day.value().getDayOfMonth() <= MONTHS;
            }
            case null, default -> {}
          }
        });
  }

  private static void look(Order order, Cell.Text cell) {
    Matcher date = matcher(cell.value());
    if (date.matches()) {
      int first = Integer.parseInt(date.group(1));
      int second = Integer.parseInt(date.group(3));
      if (first > MONTHS && second <= MONTHS && order.dayFirst == null) {
        order.dayFirst = cell.address();
      }
      order.monthFirst |= first <= MONTHS && second > MONTHS;
      order.ambiguous |= isAmbiguous(first, second);
    }
  }

  /** Whether some cells do not mean what they would be read as. */
  boolean contradictReading() {
    return byKey.values().stream()
        .anyMatch(
            order ->
                dayFirst(order) != null
                    && (order.ambiguous || order.dates && order.datesMayBeSwapped));
  }

  /** The cell by which a column is known to have the day first; null where none is. */
  private @Nullable String dayFirst(Order order) {
    if (order.dayFirst != null || order.monthFirst) {
      return order.dayFirst;
    }
    return byKey.values().stream()
        .map(other -> other.dayFirst)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /**
   * The row with every date that may be another one made unreadable.
   *
   * @param corrected fields that a person has written knowing that the month comes first
   */
  SheetRow withoutAmbiguous(SheetRow row, Set<String> corrected) {
    Map<String, Cell> cells = new LinkedHashMap<>(row.cells());
    byKey.forEach(
        (key, order) -> {
          Cell cell = cells.get(key);
          String dayFirst = dayFirst(order);
          if (cell != null
              && dayFirst != null
              && !corrected.contains(key)
              && isAmbiguous(order, cell)) {
            cells.put(
                key,
                Cell.Unreadable.dayOrMonth(
                    cell,
                    "Which is the day here and which the month? In %s the day comes first. Write month/day/year, or year-month-day, in the whole column."
                        .formatted(dayFirst)));
          }
        });
    return new SheetRow(row.sheet(), row.number(), cells);
  }

  private static boolean isAmbiguous(Order order, Cell cell) {
    return switch (cell) {
      case Cell.Text text -> {
        Matcher date = matcher(text.value());
        yield date.matches()
            && isAmbiguous(Integer.parseInt(date.group(1)), Integer.parseInt(date.group(3)));
      }
      case Cell.Day(String address, LocalDate day, boolean whole) ->
          order.datesMayBeSwapped && isAmbiguous(day.getMonthValue(), day.getDayOfMonth());
      default -> false;
    };
  }

  private static boolean isAmbiguous(int first, int second) {
    return first != second && first <= MONTHS && second <= MONTHS;
  }

  private static Matcher matcher(String text) {
    return NUMERIC.matcher(text.length() > LONGEST ? "" : Words.tidy(Characters.plain(text)));
  }
}
