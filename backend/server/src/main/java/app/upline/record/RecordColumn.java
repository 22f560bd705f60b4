package app.upline.record;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column beside the content, by which lists filter and order.
 *
 * @param next what an update sets it to: a parameter, or an expression that needs none
 */
public record RecordColumn<R>(String name, String next, Function<R, @Nullable Object> value) {
  static final String OWN_REFERENCE = "own_reference_sha256";

  public static <R> RecordColumn<R> of(String name, Function<R, @Nullable Object> value) {
    return new RecordColumn<>(name, "?", value);
  }

  /** By what an agency's own reference is told from others; see {@link OwnReference}. */
  public static <R> RecordColumn<R> ownReference(Function<R, @Nullable String> ownReference) {
    return of(
        OWN_REFERENCE,
        row -> {
          String reference = ownReference.apply(row);
          return reference == null ? null : OwnReference.digest(reference);
        });
  }

  /** One that begins with 1 and counts the updates. */
  public static <R> RecordColumn<R> counter(String name) {
    return new RecordColumn<>(name, name + " + 1", row -> 1);
  }

  /** One that is set when the record is new, and after that by other hands. */
  public static <R> RecordColumn<R> atFirst(String name, Object value) {
    return new RecordColumn<>(name, name, row -> value);
  }

  boolean takesParameter() {
    return next.equals("?");
  }
}
