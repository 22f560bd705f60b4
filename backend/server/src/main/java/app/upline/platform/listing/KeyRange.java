package app.upline.platform.listing;

import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Sql;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The range of a key that drives a page: its rows come in the order of the list, so that a page
 * costs the same however deep it is and however large the table.
 *
 * @param tables the table of the key, joined to the list's rows
 * @param condition where the range begins and ends; it always names the tenant
 * @param key up to three columns, each of which breaks the ties of those before it
 * @param direction which end comes first
 */
public record KeyRange(KeyOrder tables, Sql condition, List<KeyColumn> key, Direction direction) {

  private static final int MOST_COLUMNS = 3;

  public KeyRange {
    key = List.copyOf(key);
    if (key.isEmpty() || key.size() > MOST_COLUMNS) {
      throw new IllegalArgumentException("A list stands in the order of one to three columns.");
    }
  }

  public static KeyRange of(
      KeyOrder tables, List<KeyColumn> key, String condition, @Nullable Object... parameters) {
    return new KeyRange(tables, Sql.of(condition, parameters), key, Direction.ASCENDING);
  }

  /** The same rows from this end. */
  public KeyRange in(Direction other) {
    return new KeyRange(tables, condition, key, other);
  }

  void continueAfter(Sql sql, PageRequest request) {
    if (request.isFirst()) {
      return;
    }
    // The same list may stand in another order for the other side.
    if (request.after().size() != key.size()) {
      throw Cursors.ofAnother();
    }
    // Written so, an optimizer sees ranges of one key, however many rows share its first columns.
    List<String> ranges = new ArrayList<>();
    List<Object> parameters = new ArrayList<>();
    for (int last = 0; last < key.size(); last++) {
      ranges.add(beyond(last));
      for (int column = 0; column <= last; column++) {
        parameters.add(key.get(column).parameter(request.after().get(column)));
      }
    }
    sql.add("and (" + String.join(" or ", ranges) + ")", parameters.toArray());
  }

  /** What shares the columns before this one and lies beyond it. */
  private String beyond(int last) {
    String same =
        key.stream()
            .limit(last)
            .map(column -> column.name() + " = ? and ")
            .collect(Collectors.joining());
    String range = same + key.get(last).name() + " " + direction.beyond() + " ?";
    return last == 0 ? range : "(" + range + ")";
  }

  String order() {
    return key.stream()
        .map(column -> column.name() + direction.suffix())
        .collect(Collectors.joining(", "));
  }
}
