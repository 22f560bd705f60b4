package app.upline.platform.fields;

import app.upline.platform.text.Characters;
import app.upline.platform.text.Words;
import io.micronaut.json.tree.JsonNode;
import java.util.UUID;
import java.util.regex.Pattern;

record IdKind() implements FieldKind<UUID> {

  private static final Pattern UUID_TEXT =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  @Override
  public Reading<UUID> fromJson(JsonNode json) {
    return json.isString() ? fromText(json.getStringValue()) : Kinds.notText(json);
  }

  @Override
  public Reading<UUID> fromText(String text) {
    String tidy = Words.tidy(Characters.plain(text));
    if (tidy.isEmpty()) {
      return Reading.absent();
    }
    return UUID_TEXT.matcher(tidy).matches()
        ? Reading.value(UUID.fromString(tidy))
        : Reading.bad("INVALID_ID", "This is not an identifier.");
  }

  @Override
  public JsonNode toJson(UUID value) {
    return JsonNode.createStringNode(value.toString());
  }

  @Override
  public String toText(UUID value) {
    return value.toString();
  }
}
