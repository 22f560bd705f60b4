package app.upline.platform.fields;

import app.upline.platform.text.Characters;
import app.upline.platform.text.Words;
import io.micronaut.json.tree.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text of several lines: each is tidied, and the breaks between them stay. */
record ProseKind(int min, int max) implements FieldKind<String> {

  /** Of every kind that there is: a web page's and a database's too. */
  private static final Pattern LINE = Pattern.compile("\\R");

  @Override
  public Reading<String> fromJson(JsonNode json) {
    return json.isString() ? fromText(json.getStringValue()) : Kinds.notText(json);
  }

  @Override
  public Reading<String> fromText(String text) {
    Optional<String> complaint = Characters.complaint(text);
    if (complaint.isPresent()) {
      return Reading.bad("INVALID_TEXT", complaint.get());
    }
    String tidy =
        LINE.splitAsStream(Characters.seen(text))
            .map(Words::tidy)
            .collect(Collectors.joining("\n"))
            .strip();
    if (tidy.isEmpty()) {
      return Reading.absent();
    }
    if (tidy.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n')) {
      return Reading.bad("INVALID_TEXT", "Take out the control characters.");
    }
    return Kinds.ofLength(tidy, min, max);
  }

  @Override
  public JsonNode toJson(String value) {
    return JsonNode.createStringNode(value);
  }

  @Override
  public String toText(String value) {
    return value;
  }
}
