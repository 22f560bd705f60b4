package app.upline.sheet;

import app.upline.platform.fields.Draft;
import app.upline.platform.fields.Field;
import app.upline.platform.fields.FieldKind;
import app.upline.platform.fields.FieldSet;
import app.upline.platform.fields.Reading;
import app.upline.platform.text.Characters;
import app.upline.platform.text.Words;
import app.upline.workbook.Cell;
import app.upline.workbook.Shown;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a cell as a field's value: what a person sees in the cell, or else a fault. A spreadsheet
 * makes dates, truth values and shortened numbers of what was typed as text; what was typed is then
 * lost, so that only the person can say it.
 */
final class CellReading {

  /** Beyond these a spreadsheet writes zeros. */
  private static final int DIGITS_KEPT = 15;

  /** Days of 1982 to 2119: other numbers in a column of dates are hardly meant as one. */
  private static final int FIRST_SERIAL = 30_000;

  private static final int LAST_SERIAL = 79_999;
  private static final int FROM_1900_TO_1904 = 1_462;
  private static final Pattern SERIAL = Pattern.compile("\\d{5}");
  private static final Pattern DASHED_ZERO = Pattern.compile("[^\\p{L}\\p{N}]*-[^\\p{L}\\p{N}]*");

  private static final String IGNORED = "PLACEHOLDER_IGNORED";

  private CellReading() {}

  /** Sets the field in the draft, or faults it. */
  static <D, T> void read(FieldSet<D> set, Draft<D> draft, Field<D, T> field, Cell cell) {
    FieldKind<T> kind = field.kind();
    CellContent told =
        kind.date() ? date(cell) : kind.number() ? number(kind, cell) : text(kind, cell);
    switch (told) {
      case NotRead(String code, String message) -> draft.fault(field, code, message);
      case Typed(String typed) -> {
        String kept = Placeholders.takenOut(kind, typed);
        if (!kept.equals(typed)) {
          draft.remark(field.pointer(), IGNORED, Placeholders.remark(typed));
        }
        set.read(draft, field, Placeholders.unguard(kind, kept));
      }
    }
  }

  /**
   * What a cell says that holds no field, such as a reference; null when blank or not to be read,
   * which is then a fault at the pointer.
   */
  static @Nullable String reference(@Nullable Cell cell, Draft<?> draft, String pointer) {
    if (cell == null) {
      return null;
    }
    return switch (text(null, cell)) {
      case NotRead(String code, String message) -> {
        draft.fault(pointer, code, message);
        yield null;
      }
      case Typed(String typed) -> {
        Optional<String> complaint = Characters.complaint(typed);
        complaint.ifPresent(message -> draft.fault(pointer, "INVALID_TEXT", message));
        String kept = Placeholders.takenOut(null, typed);
        if (!kept.equals(typed)) {
          draft.remark(pointer, IGNORED, Placeholders.remark(typed));
        }
        yield complaint.isPresent() ? null : Words.tidy(Characters.plain(kept));
      }
    };
  }

  /** What is to be read, or why not. */
  private sealed interface CellContent {}

  private record Typed(String text) implements CellContent {}

  private record NotRead(String code, String message) implements CellContent {}

  private static CellContent text(@Nullable FieldKind<?> kind, Cell cell) {
    return switch (cell) {
      case Cell.Blank blank -> new Typed("");
      case Cell.Text text -> new Typed(text.value());
      case Cell.Number number -> numberAsText(number);
      case Cell.Day day ->
          new NotRead(
              "CELL_HOLDS_DATE", "The cell holds a date; format it as text and type it again.");
      case Cell.Truth truth ->
          kind != null && kind.truth()
              ? new Typed(truth.text())
              : new NotRead(
                  "CELL_HOLDS_TRUTH",
                  "The cell holds the logical value TRUE or FALSE; format it as text and type it again.");
      case Cell.Failed failed -> error(failed);
      case Cell.Unreadable unreadable -> new NotRead(unreadable.code(), unreadable.message());
    };
  }

  private static CellContent numberAsText(Cell.Number number) {
    BigDecimal value = number.value();
    if (value.precision() - value.scale() > DIGITS_KEPT || value.precision() > DIGITS_KEPT) {
      return new NotRead(
          "CELL_DIGITS_LOST",
          "The cell holds a number of more than 15 digits, of which a spreadsheet keeps 15; format it as text and type it again.");
    }
    return switch (number.shown().doubt()) {
      case NONE -> new Typed(number.text());
      case SHORTENED, SCIENTIFIC -> shortened();
      case ROUNDED ->
          new NotRead(
              "CELL_ONLY_FORMATTED",
              "The cell holds a number with more digits than it shows; format it as text and type it again.");
      case UNKNOWN -> onlyFormatted();
      case HIDDEN -> hidden();
    };
  }

  private static CellContent number(FieldKind<?> kind, Cell cell) {
    if (!(cell instanceof Cell.Number number)) {
      return text(kind, cell);
    }
    Shown shown = number.shown();
    return switch (shown.doubt()) {
      // Accountants' formats show nothing as a dash.
      case NONE, ROUNDED ->
          number.value().signum() == 0 && DASHED_ZERO.matcher(shown.text()).matches()
              ? new Typed("0")
              : asShown(kind, number);
      case SHORTENED -> new Typed(shown.text());
      case SCIENTIFIC, UNKNOWN -> onlyFormatted();
      case HIDDEN -> hidden();
    };
  }

  /** To the precision of the field, what is shown must be what is held. */
  private static <T> CellContent asShown(FieldKind<T> kind, Cell.Number number) {
    String shown = number.text();
    if (kind.fromText(shown) instanceof Reading.Value<T>(T value)) {
      BigDecimal read = new BigDecimal(kind.toText(value));
      if (number.value().setScale(read.scale(), RoundingMode.HALF_UP).compareTo(read) != 0) {
        return new NotRead(
            "CELL_ONLY_FORMATTED",
            "The cell shows a different number than it contains; enter the correct one.");
      }
    }
    return new Typed(shown);
  }

  private static CellContent date(Cell cell) {
    return switch (cell) {
      case Cell.Day day ->
          day.whole()
              ? new Typed(day.text())
              : new NotRead(
                  "CELL_ONLY_FORMATTED",
                  "The cell does not show the whole date; format it with day, month and year, and see whether it is the one that is meant.");
      case Cell.Text text when text.from1904() && SERIAL.matcher(text.value().strip()).matches() ->
          new NotRead("INVALID_DATE", "This is not a date; write month/day/year.");
      case Cell.Text text -> new Typed(text.value());
      case Cell.Number number ->
          switch (number.shown().doubt()) {
            case NONE -> new Typed(day(number));
            case HIDDEN -> hidden();
            default -> onlyFormatted();
          };
      default -> text(null, cell);
    };
  }

  /** A date whose cell has lost its format shows the number that the workbook counts it by. */
  private static String day(Cell.Number number) {
    LocalDate day = number.day();
    if (day == null || !number.text().equals(number.value().toPlainString())) {
      return number.text();
    }
    int serial = number.value().intValueExact() + (number.from1904() ? FROM_1900_TO_1904 : 0);
    return serial < FIRST_SERIAL || serial > LAST_SERIAL ? number.text() : day.toString();
  }

  private static NotRead shortened() {
    return new NotRead(
        "CELL_ONLY_FORMATTED",
        "The cell shows a long number in a short form; format it as text and type it again.");
  }

  private static NotRead onlyFormatted() {
    return new NotRead(
        "CELL_ONLY_FORMATTED",
        "The cell holds a number that is only formatted to look as it does; format it as text and type it again.");
  }

  private static NotRead hidden() {
    return new NotRead(
        "CELL_VALUE_HIDDEN",
        "The cell holds a value that its format does not show. Clear it, or format it so that it is seen.");
  }

  private static NotRead error(Cell.Failed failed) {
    return new NotRead(
        "CELL_ERROR", "The cell shows the error " + failed.code() + "; enter the value.");
  }
}
