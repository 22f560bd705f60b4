package app.upline.platform.paging;

import java.util.List;
import java.util.UUID;

/**
 * Which page is wanted.
 *
 * @param after the sort key of the last item before it; empty for the first page
 * @param limit how many items at most
 * @param counted whether all that match are to be counted
 */
public record PageRequest(List<String> after, int limit, boolean counted) {

  public static final int DEFAULT_LIMIT = 50;
  public static final int MAX_LIMIT = 200;

  public static PageRequest first(int limit) {
    return new PageRequest(List.of(), limit, false);
  }

  /** The page after this one. */
  public PageRequest after(List<String> key) {
    return new PageRequest(key, limit, false);
  }

  /** The id that ends the sort key of the last item before the page. */
  public UUID afterId() {
    return UUID.fromString(after.getLast());
  }

  public boolean isFirst() {
    return after.isEmpty();
  }
}
