package app.upline.platform.http;

import app.upline.api.model.SortDirectionDto;
import app.upline.platform.code.Codes;
import app.upline.platform.listing.Direction;
import app.upline.platform.listing.ListOrder;
import app.upline.platform.listing.SortKey;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.validation.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order of a list, as its parameters ask for it. */
public final class Orders {

  public static final Codes<Direction, SortDirectionDto> DIRECTIONS =
      Codes.of(Direction.class, SortDirectionDto.class);

  private Orders() {}

  /** From the usual end of this key, unless another is asked for. */
  public static <S extends SortKey> ListOrder<S> of(S key, @Nullable SortDirectionDto direction) {
    return ListOrder.of(key, DIRECTIONS.toDomainOrNull(direction));
  }

  /** From which end a list with one order is wanted. */
  public static Direction of(Direction usual, @Nullable SortDirectionDto direction) {
    return direction == null ? usual : DIRECTIONS.toDomain(direction);
  }

  /**
   * A search stands in the order of the words that it finds.
   *
   * @throws ProblemException 400 when another order is asked for too
   */
  public static void notWithSearch(
      @Nullable String q, @Nullable Object sort, @Nullable SortDirectionDto direction) {
    if (q != null && (sort != null || direction != null)) {
      String name = sort != null ? "sort" : "direction";
      throw ProblemException.malformed(
          List.of(
              new Fault(
                  "?" + name,
                  "NOT_WITH_Q",
                  "A search has an order of its own; leave out %s or q.".formatted(name))));
    }
  }
}
