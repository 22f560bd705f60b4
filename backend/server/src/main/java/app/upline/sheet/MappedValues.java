package app.upline.sheet;

import app.upline.platform.text.Words;
import app.upline.sheet.SheetMapping.FixedValue;
import app.upline.sheet.SheetMapping.Translation;
import app.upline.workbook.Cell;
import app.upline.workbook.SheetColumn;
import app.upline.workbook.SheetRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts what a mapping says of values into rows, and counts where it did. */
final class MappedValues {

  private static final Pattern SEPARATORS = Pattern.compile("[;,/|\\n]");

  private final List<FixedValue> fixed;
  private final Map<String, Map<String, Translation>> translations = new LinkedHashMap<>();
  private final Set<String> multiple = new HashSet<>();
  private final Map<Translation, Integer> cells = new HashMap<>();

  MappedValues(RecordSheet<?> form, SheetMapping mapping) {
    this.fixed = mapping.fixedValues();
    for (Translation translation : mapping.translations()) {
      translations
          .computeIfAbsent(translation.field(), field -> new HashMap<>())
          .put(key(translation.from()), translation);
    }
    form.columns().all().stream()
        .filter(SheetColumn::multiple)
        .forEach(column -> multiple.add(column.key()));
  }

  /** Whether two texts of a cell are the same for a translation: but for case and spaces. */
  static boolean same(String one, String other) {
    return key(one).equals(key(other));
  }

  SheetRow in(SheetRow row) {
    if (fixed.isEmpty() && translations.isEmpty()) {
      return row;
    }
    Map<String, Cell> values = new LinkedHashMap<>(row.cells());
    for (FixedValue value : fixed) {
      // What was corrected in one row is right there.
      values.putIfAbsent(value.field(), cell(row.address(value.field()), value.text()));
    }
    translations.forEach(
        (field, known) ->
            values.computeIfPresent(
                field,
                (key, cell) -> {
                  String meant = isText(cell) ? meant(field, cell.text(), known) : null;
                  return meant == null ? cell : cell(cell.address(), meant);
                }));
    return new SheetRow(row.sheet(), row.number(), values);
  }

  /** In how many cells a translation was found. */
  int cells(Translation translation) {
    return cells.getOrDefault(translation, 0);
  }

  private @Nullable String meant(String field, String text, Map<String, Translation> known) {
    Translation whole = known.get(key(text));
    if (whole != null) {
      cells.merge(whole, 1, Integer::sum);
      return whole.to();
    }
    if (!multiple.contains(field)) {
      return null;
    }
    List<String> parts = new ArrayList<>();
    boolean any = false;
    for (String part : SEPARATORS.split(text)) {
      Translation found = known.get(key(part));
      if (found != null) {
        cells.merge(found, 1, Integer::sum);
        any = true;
      }
      parts.add(found == null ? part.strip() : found.to());
    }
    parts.removeIf(String::isEmpty);
    return any ? String.join("; ", parts) : null;
  }

  /** What cannot be read for certain is not known to be the value that is meant. */
  private static boolean isText(Cell cell) {
    return cell instanceof Cell.Text || cell instanceof Cell.Number || cell instanceof Cell.Truth;
  }

  private static String key(String text) {
    return Words.tidy(text).toLowerCase(Locale.ROOT);
  }

  private static Cell cell(String address, String text) {
    return text.isBlank() ? new Cell.Blank(address) : new Cell.Text(address, text);
  }
}
