package app.upline.sheet;

import app.upline.platform.fields.Draft;
import app.upline.platform.fields.Field;
import app.upline.platform.fields.FieldSet;
import app.upline.workbook.Cell;
import app.upline.workbook.SheetColumn;
import app.upline.workbook.SheetRow;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The columns that the fields of a record make: written and read by the fields' own kinds. */
public final class FieldColumns<D> {

  private final FieldSet<D> set;
  private final List<Field<D, ?>> fields;

  /** Of the row before: the rows of a sheet have the same columns, and fifty thousand are held. */
  private volatile Set<Field<D, ?>> given = Set.of();

  /**
   * @param without the keys of fields that have no column, or one that the sheet reads itself
   */
  public FieldColumns(FieldSet<D> set, Set<String> without) {
    this.set = set;
    this.fields = set.all().stream().filter(field -> !without.contains(field.key())).toList();
  }

  /** What the cells of a row hold, and of which fields there were columns. */
  public record Typed<D>(Draft<D> draft, Set<Field<D, ?>> given) {}

  public List<SheetColumn> columns() {
    return fields.stream().map(FieldColumns::column).toList();
  }

  /** The same columns, where a row may well be without the whole record. */
  public List<SheetColumn> optionalColumns() {
    return columns().stream().map(SheetColumn::optional).toList();
  }

  /** Whether a record without this is refused. */
  public boolean requires(String key) {
    return fields.stream().anyMatch(field -> field.key().equals(key) && field.required());
  }

  /** A value per column. */
  public List<@Nullable Object> values(D details) {
    List<@Nullable Object> values = new ArrayList<>();
    for (Field<D, ?> field : fields) {
      values.add(
          kind(field) == SheetColumn.Kind.TEXT
              ? written(field, details)
              : field.getter().apply(details));
    }
    return values;
  }

  public Typed<D> read(SheetRow row) {
    Draft<D> draft = new Draft<>();
    List<Field<D, ?>> there = new ArrayList<>();
    for (Field<D, ?> field : fields) {
      Cell cell = row.cells().get(field.key());
      if (cell != null) {
        there.add(field);
        CellReading.read(set, draft, field, cell);
      }
    }
    draft.compact();
    return new Typed<>(draft, given(there));
  }

  private Set<Field<D, ?>> given(List<Field<D, ?>> there) {
    Set<Field<D, ?>> before = given;
    if (before.size() == there.size() && before.containsAll(there)) {
      return before;
    }
    Set<Field<D, ?>> now = Set.copyOf(there);
    given = now;
    return now;
  }

  /** As many empty values. */
  public List<@Nullable Object> blanks() {
    return new ArrayList<>(Collections.nCopies(fields.size(), null));
  }

  /** The keys of the columns at which a fault is shown; empty when it is of no field of these. */
  public List<String> keysAt(String pointer) {
    List<String> keys = new ArrayList<>();
    for (Field<D, ?> field : set.all()) {
      if (field.pointer().equals(pointer) || field.pointer().startsWith(pointer + "/")) {
        keys.add(field.key());
        if (field.anchor() != null) {
          keys.add(field.anchor());
        }
      }
    }
    return keys;
  }

  /** A column of text that holds no field. */
  public static SheetColumn text(
      String key, String header, String help, int width, String... alsoCalled) {
    return new SheetColumn(
        key,
        header,
        List.of(alsoCalled),
        help,
        SheetColumn.Kind.TEXT,
        false,
        List.of(),
        false,
        width);
  }

  /**
   * What stands in a cell of a column that holds no field; null when blank or not there, or when it
   * cannot be read, which is then a fault of the draft.
   *
   * @param pointer where that fault is pointed at
   */
  public static @Nullable String text(SheetRow row, String key, Draft<?> draft, String pointer) {
    String text = CellReading.reference(row.cells().get(key), draft, pointer);
    return text == null || text.isEmpty() ? null : text;
  }

  private static <D> @Nullable String written(Field<D, ?> field, D details) {
    String text = field.textIn(details);
    return text == null ? null : Placeholders.guard(field.kind(), text);
  }

  private static SheetColumn.Kind kind(Field<?, ?> field) {
    if (field.kind().date()) {
      return SheetColumn.Kind.DATE;
    }
    return field.kind().number() ? SheetColumn.Kind.NUMBER : SheetColumn.Kind.TEXT;
  }

  private static SheetColumn column(Field<?, ?> field) {
    List<String> choices = field.kind().choices();
    return new SheetColumn(
        field.key(),
        field.label(),
        field.aliases(),
        field.help(),
        kind(field),
        field.required(),
        choices,
        field.kind().multiple() && !choices.isEmpty(),
        Math.clamp(field.label().length() + 4, 12, 34));
  }
}
