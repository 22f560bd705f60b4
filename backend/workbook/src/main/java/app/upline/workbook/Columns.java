package app.upline.workbook;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The columns of a table in the order in which they are written; keys and headers are unique.
 *
 * @param identifying the keys of columns that say what a row is about: a heading is read as one of
 *     these only when it is called so, never because it resembles one
 */
public record Columns(List<SheetColumn> all, Set<String> identifying) {

  public Columns(List<SheetColumn> all) {
    this(all, Set.of());
  }

  public Columns {
    all = List.copyOf(all);
    identifying = Set.copyOf(identifying);
    Set<String> keys = new HashSet<>();
    Set<String> headers = new HashSet<>();
    for (SheetColumn column : all) {
      if (!keys.add(column.key()) || !headers.add(HeadingText.compact(column.header()))) {
        throw new IllegalArgumentException("Two columns are called " + column.header() + ".");
      }
    }
  }

  /** How many columns there are. */
  public int size() {
    return all.size();
  }

  /** Whether one of the columns has this key. */
  public boolean has(String key) {
    return all.stream().anyMatch(column -> column.key().equals(key));
  }
}
