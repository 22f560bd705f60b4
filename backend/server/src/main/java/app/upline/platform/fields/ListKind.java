package app.upline.platform.fields;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Several values of a kind, without repeats. */
record ListKind<T>(FieldKind<T> each, int most, Pattern separator) implements FieldKind<List<T>> {

  /**
   * People separate codes any way; since a label may hold some of these, it is tried whole first.
   */
  static final Pattern CODES = Pattern.compile("\\s*(?:[;,|/&+\\n\\r\\t•]|\\band\\b)\\s*");

  /** Of these no label holds any; what stands between them is a label, or several labels. */
  private static final Pattern BETWEEN_CODES = Pattern.compile("\\s*[;|\\n\\r\\t•]\\s*");

  /** Names hold commas, slashes and "and". */
  static final Pattern NAMES = Pattern.compile("\\s*[;|\\n\\r]\\s*");

  /** Phone numbers hold spaces, dashes and brackets. */
  static final Pattern NUMBERS =
      Pattern.compile("\\s*(?:[;,|\\n\\r\\t]|\\s/\\s|\\band\\b|\\bor\\b)\\s*");

  /** Web addresses hold no spaces. */
  static final Pattern ADDRESSES = Pattern.compile("[;,|\\s]+");

  @Override
  public Reading<List<T>> fromJson(JsonNode json) {
    if (!json.isArray()) {
      return Reading.wrongShape("Expected a list.");
    }
    List<Reading<T>> readings = new ArrayList<>();
    for (JsonNode item : json.values()) {
      readings.add(
          item.isNull() ? Reading.wrongShape("A list holds no null.") : each.fromJson(item));
    }
    return together(readings);
  }

  @Override
  public Reading<List<T>> fromText(String text) {
    if (text.isBlank()) {
      return Reading.absent();
    }
    return together(parts(text.strip()).stream().map(each::fromText).toList());
  }

  private List<String> parts(String text) {
    if (separator != CODES) {
      return new NameList(separator).split(text);
    }
    return BETWEEN_CODES
        .splitAsStream(text)
        .flatMap(
            part ->
                each.fromText(part) instanceof Reading.Value<T>
                    ? Stream.of(part)
                    : separator.splitAsStream(part))
        .toList();
  }

  private Reading<List<T>> together(List<Reading<T>> readings) {
    LinkedHashSet<T> values = new LinkedHashSet<>();
    for (Reading<T> reading : readings) {
      switch (reading) {
        case Reading.Value<T>(T value) -> values.add(value);
        case Reading.Absent<T>() -> {}
        case Reading.Bad<T>(String code, String message, boolean shape) -> {
          return new Reading.Bad<>(code, message, shape);
        }
      }
    }
    if (values.isEmpty()) {
      return Reading.absent();
    }
    return values.size() > most
        ? Reading.bad("TOO_MANY", "Give at most " + most + ".")
        : Reading.value(List.copyOf(values));
  }

  @Override
  public JsonNode toJson(List<T> value) {
    return JsonNode.createArrayNode(value.stream().map(each::toJson).toList());
  }

  @Override
  public String toText(List<T> value) {
    List<String> texts = value.stream().map(each::toText).toList();
    return separator == CODES ? String.join("; ", texts) : new NameList(separator).join(texts);
  }

  @Override
  public List<String> choices() {
    return each.choices();
  }

  @Override
  public boolean closed() {
    return each.closed();
  }

  @Override
  public boolean multiple() {
    return true;
  }
}
