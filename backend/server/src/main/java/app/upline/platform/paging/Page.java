package app.upline.platform.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some items of a list.
 *
 * @param next the sort key of the last item when there are more, else null
 * @param total how many there are in all, if that was asked for
 */
public record Page<T>(List<T> items, @Nullable List<String> next, @Nullable Total total) {

  /** As many as {@code count}, or more when capped. */
  public record Total(int count, boolean capped) {

    /** Counting stops here: beyond it people want to narrow the search, not to know the number. */
    public static final int CAP = 10_000;

    public static Total of(int countedUpToOneMore) {
      return new Total(Math.min(countedUpToOneMore, CAP), countedUpToOneMore > CAP);
    }
  }

  /** Makes a page of one row more than was wanted, which says whether there is a next page. */
  public static <T> Page<T> of(List<T> oneMore, int limit, Function<T, List<String>> key) {
    if (oneMore.size() <= limit) {
      return new Page<>(oneMore, null, null);
    }
    List<T> items = oneMore.subList(0, limit);
    return new Page<>(items, key.apply(items.getLast()), null);
  }

  public Page<T> withTotal(@Nullable Total counted) {
    return new Page<>(items, next, counted);
  }

  public <R> Page<R> map(Function<T, R> mapper) {
    return new Page<>(items.stream().map(mapper).toList(), next, total);
  }
}
