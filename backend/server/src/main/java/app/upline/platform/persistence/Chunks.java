package app.upline.platform.persistence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Keys for IN lists: however many there are, no statement names more than some. */
public final class Chunks {

  private static final int SIZE = 500;

  private Chunks() {}

  /** The same keys in lists of at most five hundred; none when there are none. */
  public static <T> List<List<T>> of(Collection<T> keys) {
    return of(keys, SIZE);
  }

  /** The same keys in lists of at most so many; none when there are none. */
  public static <T> List<List<T>> of(Collection<T> keys, int most) {
    List<T> all = List.copyOf(keys);
    List<List<T>> chunks = new ArrayList<>();
    for (int from = 0; from < all.size(); from += most) {
      chunks.add(all.subList(from, Math.min(all.size(), from + most)));
    }
    return chunks;
  }
}
