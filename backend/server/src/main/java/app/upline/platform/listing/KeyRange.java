package app.upline.platform.listing;

import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Sql;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The range of a key that drives a page: its rows come in the order of the list, so that a page
 * costs the same however deep it is and however large the table.
 *
 * @param tables the table of the key, joined to the list's rows
 * @param condition where the range begins and ends; it always names the tenant
 * @param key one column, or two of which the second breaks the ties of the first
 * @param descending whether the last comes first
 */
public record KeyRange(KeyOrder tables, Sql condition, List<KeyColumn> key, boolean descending) {

  public KeyRange {
    key = List.copyOf(key);
    if (key.isEmpty() || key.size() > 2) {
      throw new IllegalArgumentException("A list stands in the order of one column or two.");
    }
  }

  public static KeyRange of(
      KeyOrder tables, List<KeyColumn> key, String condition, @Nullable Object... parameters) {
    return new KeyRange(tables, Sql.of(condition, parameters), key, false);
  }

  /** The same, the last first. */
  public KeyRange reversed() {
    return new KeyRange(tables, condition, key, !descending);
  }

  void continueAfter(Sql sql, PageRequest request) {
    if (request.isFirst()) {
      return;
    }
    String beyond = descending ? " < ?" : " > ?";
    Object first = parameter(request, 0);
    if (key.size() == 1) {
      sql.add("and " + key.getFirst().name() + beyond, first);
      return;
    }
    // Written so, an optimizer sees the two ranges of one key, however many rows share the first.
    String one = key.getFirst().name();
    sql.add(
        "and (%s or (%s = ? and %s))".formatted(one + beyond, one, key.getLast().name() + beyond),
        first,
        first,
        parameter(request, 1));
  }

  private Object parameter(PageRequest request, int column) {
    // The same list may stand in another order for the other side.
    if (request.after().size() != key.size()) {
      throw Cursors.ofAnother();
    }
    return key.get(column).parameter(request.after().get(column));
  }

  String order() {
    return key.stream()
        .map(column -> column.name() + (descending ? " desc" : ""))
        .collect(Collectors.joining(", "));
  }
}
