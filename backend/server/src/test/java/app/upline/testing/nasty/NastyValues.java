package app.upline.testing.nasty;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Values that hardly anybody means, for a place of which the contract says what belongs there. */
final class NastyValues {
  private static final List<String> TEXTS =
      List.of(
          "é",
          "e\u0301",
          "REL–2026–7KQ2–000001",
          "ſtraße Ｋ５",
          "\u212A\u200b",
          "a\u200bb\u202ec\u2066",
          "\uD83D\uDE00\uD83D\uDE00",
          "a\u0000b",
          "a\u0001\u001f\u007fb",
          "a b ",
          " \u00a0\u3000",
          "' or 1=1 -- %_\\",
          "=HYPERLINK(\"x\")",
          "x".repeat(10_000));
  private static final List<String> MOMENTS =
      List.of(
          "0000-01-01",
          "0024-01-15",
          "1999-12-31",
          "9999-12-31",
          "+10000-01-01",
          "+999999999-12-31",
          "2026-02-30",
          "9999-12-31T23:59:59.999999999Z",
          "-0001-01-01T00:00:00Z",
          "2026-01-01T24:00:00+18:00",
          "10000-01",
          "0000-00");
  private static final List<String> NUMBERS =
      List.of(
          "-1",
          "0",
          "2147483648",
          "9223372036854775808",
          "1e400",
          "1e999999999",
          "1e18",
          "0.5",
          "1.00000000000000000001",
          "-0");
  private static final List<String> TYPES =
      List.of("true", "null", "[]", "{}", "[null]", "[[]]", "{\"id\": null}", "7");
  private static final List<String> BROKEN = List.of("\"\\ud83d\"", "\"\\u0000\"", "NaN", "\"");

  /** Letters of one, two, three and four bytes. */
  private static final List<String> LETTERS = List.of("x", "é", "中", "\uD83D\uDE00");

  private static final int LONGEST = 20_000;

  private NastyValues() {}

  /**
   * A value that is odd.
   *
   * @param value as it stands in an address, a header or a form; or raw JSON
   */
  record Odd(Oddity oddity, String value) {}

  /** For an address, a header or a part of a form. */
  static List<Odd> texts(Map<String, Object> schema) {
    List<Odd> odd = new ArrayList<>();
    add(odd, Oddity.TEXT, TEXTS.stream());
    odd.add(new Odd(Oddity.MISSING, ""));
    add(odd, Oddity.TYPE, Stream.of("true", "null", "[]", "x,y", "NaN"));
    String form = schema.get("type") + " " + schema.get("format") + " " + schema.get("pattern");
    if (form.contains("integer")) {
      add(odd, Oddity.NUMBER, NUMBERS.stream());
    }
    if (form.contains("date") || form.contains("\\d")) {
      add(odd, Oddity.MOMENT, MOMENTS.stream());
    }
    add(odd, Oddity.BOUND, bounds(schema));
    return odd;
  }

  /** For JSON, as it stands there. */
  static List<Odd> json(Map<String, Object> schema) {
    List<Odd> odd = new ArrayList<>();
    add(odd, Oddity.TEXT, TEXTS.stream().map(NastyValues::quoted));
    add(odd, Oddity.TYPE, Stream.concat(TYPES.stream(), BROKEN.stream()));
    add(odd, Oddity.NUMBER, NUMBERS.stream());
    boolean text = "string".equals(schema.getOrDefault("type", "string"));
    if (text && !schema.containsKey("enum")) {
      add(odd, Oddity.MOMENT, MOMENTS.stream().map(NastyValues::quoted));
    }
    add(odd, Oddity.BOUND, text ? bounds(schema).map(NastyValues::quoted) : bounds(schema));
    return odd;
  }

  /** For a list, given as the JSON of one of its items. */
  static List<Odd> lists(Map<String, Object> schema, String item) {
    return Stream.of("minItems", "maxItems")
        .flatMap(bound -> around(schema.get(bound)))
        .filter(many -> many <= LONGEST / item.length())
        .map(many -> "[" + String.join(",", Stream.generate(() -> item).limit(many).toList()) + "]")
        .map(list -> new Odd(Oddity.BOUND, list))
        .toList();
  }

  private static Stream<String> bounds(Map<String, Object> schema) {
    return Stream.concat(
        Stream.of("minimum", "maximum")
            .flatMap(
                bound ->
                    schema.get(bound) instanceof Number at
                        ? Stream.of(at.longValue() - 1, at.longValue(), at.longValue() + 1)
                        : Stream.of())
            .map(String::valueOf),
        Stream.of("minLength", "maxLength")
            .flatMap(bound -> around(schema.get(bound)))
            .filter(length -> length <= LONGEST)
            .flatMap(length -> LETTERS.stream().map(letter -> letter.repeat(length.intValue()))));
  }

  private static Stream<Long> around(Object bound) {
    return bound instanceof Number at
        ? Stream.of(at.longValue() - 1, at.longValue(), at.longValue() + 1)
            .filter(many -> many >= 0)
        : Stream.of();
  }

  private static void add(List<Odd> all, Oddity oddity, Stream<String> values) {
    values.map(value -> new Odd(oddity, value)).forEach(all::add);
  }

  static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              if (c < ' ' || c == '"' || c == '\\') {
                json.append("\\u%04x".formatted(c));
              } else {
                json.append((char) c);
              }
            });
    return json.append('"').toString();
  }
}
