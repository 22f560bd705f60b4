package app.upline.platform.fields;

import io.micronaut.json.tree.JsonNode;
import java.util.List;

/**
 * What a field holds: how it is read from JSON (strictly) or typed text (leniently), and written.
 */
public interface FieldKind<T> {

  /** Reads a JSON value that is not null. */
  Reading<T> fromJson(JsonNode json);

  /** Reads what a person typed into a cell. */
  Reading<T> fromText(String text);

  JsonNode toJson(T value);

  /** As people read it, in such a way that {@link #fromText} reads it back. */
  String toText(T value);

  /** The texts to choose from, when there are only these. */
  default List<String> choices() {
    return List.of();
  }

  /** Whether several of them may be chosen. */
  default boolean multiple() {
    return false;
  }

  /** Whether it holds only words that it knows, be they a choice of many. */
  default boolean closed() {
    return false;
  }

  /** Whether it is Yes or No. */
  default boolean truth() {
    return false;
  }

  /** Whether a sheet should treat it as a date. */
  default boolean date() {
    return false;
  }

  /** Whether a sheet should treat it as a number. */
  default boolean number() {
    return false;
  }
}
