package app.upline.platform.fields;

import app.upline.platform.text.Characters;
import app.upline.platform.text.Words;
import io.micronaut.json.tree.JsonNode;
import java.util.Optional;
import java.util.function.Function;

/**
 * Text of one line.
 *
 * @param form whether it has a form of its own, in which only the characters of a keyboard occur,
 *     and whether the words that fill it are all known
 */
record TextKind(
    int min,
    int max,
    Form form,
    Function<String, Reading<String>> reader,
    Function<String, String> typed,
    Function<String, String> shown)
    implements FieldKind<String> {

  /** What characters there may be. */
  enum Form {
    WORDS,
    PLAIN,
    VOCABULARY
  }

  @Override
  public boolean closed() {
    return form == Form.VOCABULARY;
  }

  @Override
  public Reading<String> fromJson(JsonNode json) {
    return json.isString() ? read(tidy(json.getStringValue())) : Kinds.notText(json);
  }

  @Override
  public Reading<String> fromText(String text) {
    return read(typed.apply(tidy(text)));
  }

  /** What must not be there stays, so that it can be told. */
  private String tidy(String text) {
    if (Characters.complaint(text).isPresent()) {
      return text.strip();
    }
    return Words.tidy(form == Form.WORDS ? Characters.seen(text) : Characters.plain(text));
  }

  private Reading<String> read(String tidy) {
    if (tidy.isEmpty()) {
      return Reading.absent();
    }
    Optional<String> complaint = Characters.complaint(tidy);
    if (complaint.isPresent()) {
      return Reading.bad("INVALID_TEXT", complaint.get());
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
