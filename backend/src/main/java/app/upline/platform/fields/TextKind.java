package app.upline.platform.fields;

import app.upline.platform.text.Words;
import io.micronaut.json.tree.JsonNode;
import java.util.function.Function;

record TextKind(
    int min,
    int max,
    Function<String, Reading<String>> reader,
    Function<String, String> typed,
    Function<String, String> shown)
    implements Kind<String> {

  @Override
  public Reading<String> fromJson(JsonNode json) {
    return json.isString() ? read(Words.tidy(json.getStringValue())) : Kinds.notText(json);
  }

  @Override
  public Reading<String> fromText(String text) {
    return read(typed.apply(Words.tidy(text)));
  }

  private Reading<String> read(String tidy) {
    if (tidy.isEmpty()) {
      return Reading.absent();
    }
    if (tidy.chars().anyMatch(Character::isISOControl)) {
      return Reading.bad("INVALID_TEXT", "Take out the control characters.");
    }
    return Kinds.ofLength(tidy, min, max) instanceof Reading.Bad<String> bad
        ? bad
        : reader.apply(tidy);
  }

  @Override
  public JsonNode toJson(String value) {
    return JsonNode.createStringNode(value);
  }

  @Override
  public String toText(String value) {
    return shown.apply(value);
  }
}
