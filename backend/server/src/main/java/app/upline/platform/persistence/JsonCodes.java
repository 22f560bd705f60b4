package app.upline.platform.persistence;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sets of codes as their columns keep them: a JSON array of texts, sorted, so that one set is one
 * text. Codes hold nothing that JSON would escape.
 */
public final class JsonCodes {
  private static final Pattern CODE = Pattern.compile("\"([^\"\\\\]*)\"");

  private JsonCodes() {}

  /** Constants are written by their names. */
  public static String of(Collection<?> codes) {
    return codes.stream()
        .map(code -> code instanceof Enum<?> constant ? constant.name() : code.toString())
        .sorted()
        .distinct()
        .map(JsonCodes::text)
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** One code as JSON, to look for it in a column. */
  public static String text(Object code) {
    String text = code instanceof Enum<?> constant ? constant.name() : code.toString();
    if (!CODE.matcher('"' + text + '"').matches()) {
      throw new IllegalArgumentException("No code: it would have to be escaped");
    }
    return '"' + text + '"';
  }

  public static Set<String> read(String json) {
    return read(json, Function.identity());
  }

  public static <E extends Enum<E>> Set<E> read(String json, Class<E> type) {
    return read(json, name -> Enum.valueOf(type, name));
  }

  private static <T extends Comparable<? super T>> Set<T> read(
      String json, Function<String, T> code) {
    return CODE.matcher(json)
        .results()
        .map((MatchResult found) -> code.apply(found.group(1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
