package app.upline.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.workbook.Cell;
import app.upline.workbook.Columns;
import app.upline.workbook.SheetColumn;
import app.upline.workbook.SheetRow;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which is the day and which the month, in columns that one person wrote. */
class DateOrdersTest {
  private static final Columns COLUMNS =
      new Columns(
          List.of(
              SheetColumn.written("start", "Start date", SheetColumn.Kind.DATE, 12),
              SheetColumn.written("known", "Change known on", SheetColumn.Kind.DATE, 12)));

  private final DateOrders orders = new DateOrders(COLUMNS);

  @Test
  void aColumnThatProvesNothingIsReadAsTheOneThatDoes() {
    look("13/01/2024", "05/04/2026");

    assertThat(orders.contradictReading()).isTrue();
    assertThat(read("13/01/2024", "05/04/2026").cell("known")).isInstanceOf(Cell.Unreadable.class);
  }

  @Test
  void aColumnThatProvesTheOppositeIsReadByItself() {
    look("13/01/2024", "05/04/2026");
    look("", "12/31/2026");

    assertThat(read("13/01/2024", "05/04/2026").cell("known")).isInstanceOf(Cell.Text.class);
  }

  @Test
  void aYearOfTwoDigitsProvesItToo() {
    look("13/01/24", "");
    look("03/04/2024", "");

    assertThat(orders.contradictReading()).isTrue();
    assertThat(read("03/04/2024", "").cell("start")).isInstanceOf(Cell.Unreadable.class);
  }

  @Test
  void whatAPersonHasCorrectedHasTheMonthFirst() {
    look("13/01/2024", "05/04/2026");

    assertThat(
            orders.withoutAmbiguous(row("01/13/2024", "05/04/2026"), Set.of("known")).cell("known"))
        .isInstanceOf(Cell.Text.class);
  }

  private void look(String start, String known) {
    orders.look(row(start, known));
  }

  private SheetRow read(String start, String known) {
    return orders.withoutAmbiguous(row(start, known), Set.of());
  }

  private static SheetRow row(String start, String known) {
    return new SheetRow(
        "Form",
        2,
        Map.of("start", new Cell.Text("A2", start), "known", new Cell.Text("B2", known)));
  }
}
