package app.upline.search;

import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import java.util.List;
import java.util.function.Function;

/**
 * All of one kind that was found, as far as it is shown.
 *
 * @param hits at most {@link #MOST}
 * @param hasMore whether there are more, which the list of the kind shows
 */
public record SearchGroup(SearchKind kind, List<Hit> hits, boolean hasMore) {

  /** How many of a kind are shown. */
  public static final int MOST = 5;

  /** How many to ask the database for: one more tells that there are more. */
  public static final int ASKED = MOST + 1;

  /** The page to ask a list for. */
  public static PageRequest firstPage() {
    return PageRequest.first(MOST);
  }

  public SearchGroup {
    hits = List.copyOf(hits);
  }

  /** Of the first page of a list. */
  public static <T> SearchGroup of(SearchKind kind, Page<T> page, Function<T, Hit> hit) {
    return new SearchGroup(kind, page.items().stream().map(hit).toList(), page.next() != null);
  }

  /** Of what was found when {@link #ASKED} were asked for. */
  public static SearchGroup of(SearchKind kind, List<Hit> found) {
    boolean more = found.size() > MOST;
    return new SearchGroup(kind, more ? found.subList(0, MOST) : found, more);
  }
}
