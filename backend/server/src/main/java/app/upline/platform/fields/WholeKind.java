package app.upline.platform.fields;

import app.upline.platform.text.Characters;
import app.upline.platform.text.Words;
import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** A whole number within bounds. */
record WholeKind(int min, int max) implements FieldKind<Integer> {

  /** As typed, with thousands separated or not; a spreadsheet may add a fraction of nothing. */
  private static final Pattern TYPED =
      Pattern.compile("[+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d{1,15})(?:\\.0+)?");

  @Override
  public Reading<Integer> fromJson(JsonNode json) {
    if (!json.isNumber()) {
      return Reading.wrongShape("Expected a whole number.");
    }
    BigDecimal number = json.getBigDecimalValue();
    return number.stripTrailingZeros().scale() > 0
        ? Reading.wrongShape("Expected a whole number.")
        : within(number);
  }

  @Override
  public Reading<Integer> fromText(String text) {
    String tidy = Words.tidy(Characters.plain(text));
    if (tidy.isEmpty()) {
      return Reading.absent();
    }
    return TYPED.matcher(tidy).matches()
        ? within(new BigDecimal(tidy.replace(",", "")))
        : Reading.bad("INVALID_NUMBER", Kinds.quoted(tidy) + " is not a whole number.");
  }

  private Reading<Integer> within(BigDecimal number) {
    boolean fits =
        number.compareTo(BigDecimal.valueOf(min)) >= 0
            && number.compareTo(BigDecimal.valueOf(max)) <= 0;
    return fits
        ? Reading.value(number.intValueExact())
        : Reading.bad("OUT_OF_RANGE", "Give a number from %d to %d.".formatted(min, max));
  }

  @Override
  public JsonNode toJson(Integer value) {
    return JsonNode.createNumberNode(value);
  }

  @Override
  public String toText(Integer value) {
    return value.toString();
  }

  @Override
  public boolean number() {
    return true;
  }
}
