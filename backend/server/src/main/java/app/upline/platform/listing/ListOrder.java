package app.upline.platform.listing;

import org.jspecify.annotations.Nullable;

/**
 * The order in which a list is wanted. It is among what a cursor is sealed with: seen from the
 * other end, another page comes next.
 *
 * @param by never by what no key of the list's tables yields
 */
public record ListOrder<S extends SortKey>(S by, Direction direction) {

  /** As it usually stands. */
  public static <S extends SortKey> ListOrder<S> by(S key) {
    return new ListOrder<>(key, key.usually());
  }

  /**
   * @param direction null for the usual one
   */
  public static <S extends SortKey> ListOrder<S> of(S key, @Nullable Direction direction) {
    return direction == null ? by(key) : new ListOrder<>(key, direction);
  }
}
