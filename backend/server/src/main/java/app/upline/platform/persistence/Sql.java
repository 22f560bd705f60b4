package app.upline.platform.persistence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A statement that grows with the filters of a request: its text and its parameters, side by side.
 * Only literals of the program go into the text.
 */
public final class Sql {

  private final StringBuilder text = new StringBuilder();
  private final List<@Nullable Object> parameters = new ArrayList<>();

  public static Sql of(String text, @Nullable Object... parameters) {
    return new Sql().add(text, parameters);
  }

  public Sql add(String more, @Nullable Object... values) {
    text.append(more).append('\n');
    parameters.addAll(Arrays.asList(values));
    return this;
  }

  public Sql add(Sql more) {
    text.append(more.text);
    parameters.addAll(more.parameters);
    return this;
  }

  /** Appends only when there is a value for its one parameter. */
  public Sql addIf(@Nullable Object value, String more) {
    return value == null ? this : add(more, value);
  }

  /** Appends {@code prefix (?, ?, …)}; the collection must not be empty. */
  public Sql addIn(String prefix, Collection<?> values) {
    String marks = values.stream().map(value -> "?").collect(Collectors.joining(", "));
    return add(prefix + " (" + marks + ")", values.toArray());
  }

  public String text() {
    return text.toString();
  }

  List<@Nullable Object> parameters() {
    return parameters;
  }
}
