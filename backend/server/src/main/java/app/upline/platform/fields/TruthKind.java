package app.upline.platform.fields;

import app.upline.platform.text.Characters;
import app.upline.platform.text.Words;
import io.micronaut.json.tree.JsonNode;
import java.util.List;

record TruthKind() implements FieldKind<Boolean> {

  @Override
  public Reading<Boolean> fromJson(JsonNode json) {
    return json.isBoolean()
        ? Reading.value(json.getBooleanValue())
        : Reading.wrongShape("Expected true or false.");
  }

  @Override
  public Reading<Boolean> fromText(String text) {
    if (Words.hasSign(text)) {
      return unclear(text);
    }
    return switch (Words.squeeze(text)) {
      case "" -> Words.tidy(Characters.plain(text)).isEmpty() ? Reading.absent() : unclear(text);
      case "y", "yes", "true", "x", "1" -> Reading.value(true);
      case "n", "no", "false", "0", "none" -> Reading.value(false);
      default -> unclear(text);
    };
  }

  private static Reading<Boolean> unclear(String text) {
    return Reading.bad("NOT_YES_OR_NO", Kinds.quoted(Words.tidy(text)) + " is neither Yes nor No.");
  }

  @Override
  public JsonNode toJson(Boolean value) {
    return JsonNode.createBooleanNode(value);
  }

  @Override
  public String toText(Boolean value) {
    return value ? "Yes" : "No";
  }

  @Override
  public boolean truth() {
    return true;
  }

  @Override
  public boolean closed() {
    return true;
  }

  @Override
  public List<String> choices() {
    return List.of("Yes", "No");
  }
}
