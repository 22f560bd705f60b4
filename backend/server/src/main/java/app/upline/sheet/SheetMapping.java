package app.upline.sheet;

import app.upline.workbook.Heading;
import app.upline.workbook.Headings;
import io.micronaut.serde.annotation.Serdeable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What people say of a sheet that is not as ours are: which column holds which field, what fields
 * are that no column holds, and what some of its values mean.
 */
@Serdeable
public record SheetMapping(
    List<Column> columns, List<FixedValue> fixedValues, List<Translation> translations) {

  public static final SheetMapping NONE = new SheetMapping(List.of(), List.of(), List.of());

  @SuppressWarnings("ConstantValue") // what is empty is not written
  public SheetMapping {
    columns = columns == null ? List.of() : List.copyOf(columns);
    fixedValues = fixedValues == null ? List.of() : List.copyOf(fixedValues);
    translations = translations == null ? List.of() : List.copyOf(translations);
  }

  /**
   * A column by its heading or letter.
   *
   * @param field what it holds; null when it is to be ignored
   * @param remembered whether it was said of an earlier sheet with the same headings
   */
  @Serdeable
  public record Column(String column, @Nullable String field, boolean remembered) {}

  /** What a field is in every row, as one would type it. */
  @Serdeable
  public record FixedValue(String field, String text) {}

  /** What is meant by a value of a column, or by one of several in a cell. */
  @Serdeable
  public record Translation(String field, String from, String to) {}

  public boolean saysNothing() {
    return columns.isEmpty() && fixedValues.isEmpty() && translations.isEmpty();
  }

  Set<String> fixedFields() {
    return fixedValues.stream().map(FixedValue::field).collect(Collectors.toSet());
  }

  /** Field by heading or letter, null for a column that is ignored. */
  Map<String, @Nullable String> overrides() {
    Map<String, @Nullable String> overrides = new LinkedHashMap<>();
    columns.forEach(column -> overrides.put(column.column(), column.field()));
    return overrides;
  }

  /** This, and what was remembered of the same headings where this says nothing. */
  SheetMapping over(SheetMapping remembered, Headings headings) {
    return over(remembered, headings, true);
  }

  /** This, and what was said of the same sheet before where this says nothing. */
  SheetMapping after(SheetMapping before, Headings headings) {
    return over(before, headings, false);
  }

  private SheetMapping over(SheetMapping earlier, Headings headings, boolean remembered) {
    List<Column> all = new ArrayList<>(columns);
    Set<String> letters = new HashSet<>();
    Set<String> fields = new HashSet<>(fixedFields());
    for (Column column : columns) {
      headings.find(column.column()).ifPresent(heading -> letters.add(heading.letter()));
      if (column.field() != null) {
        fields.add(column.field());
      }
    }
    for (Column column : earlier.columns()) {
      boolean free = column.field() == null || !fields.contains(column.field());
      Optional<Heading> heading = headings.find(column.column());
      if (free && heading.isPresent() && letters.add(heading.get().letter())) {
        all.add(new Column(column.column(), column.field(), remembered || column.remembered()));
      }
    }
    Set<String> held =
        all.stream().map(Column::field).filter(Objects::nonNull).collect(Collectors.toSet());
    List<FixedValue> fixed = new ArrayList<>(fixedValues);
    earlier.fixedValues().stream()
        .filter(value -> !fields.contains(value.field()) && !held.contains(value.field()))
        .forEach(fixed::add);
    List<Translation> translated = new ArrayList<>(translations);
    earlier.translations().stream()
        .filter(
            old ->
                translations.stream()
                    .noneMatch(
                        mine ->
                            mine.field().equals(old.field())
                                && MappedValues.same(mine.from(), old.from())))
        .forEach(translated::add);
    return new SheetMapping(all, fixed, translated);
  }

  /** The same by headings where these say which column is meant, so that it fits the next sheet. */
  SheetMapping byHeading(Headings headings) {
    SortedMap<Integer, Column> named = new TreeMap<>();
    for (Column column : columns) {
      Heading heading = headings.find(column.column()).orElse(null);
      if (heading != null) {
        boolean only = headings.find(heading.text()).filter(heading::equals).isPresent();
        named.put(
            heading.index(),
            new Column(only ? heading.text() : heading.letter(), column.field(), false));
      }
    }
    return new SheetMapping(
        List.copyOf(named.values()),
        fixedValues.stream().sorted(Comparator.comparing(FixedValue::field)).toList(),
        translations.stream()
            .sorted(Comparator.comparing(Translation::field).thenComparing(Translation::from))
            .toList());
  }
}
