package app.upline.platform.fields;

import app.upline.platform.text.Characters;
import app.upline.platform.text.Words;
import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * US dollars and cents, from nothing to a billion; in JSON a text such as {@code "1250.00"}, since
 * the numbers of many programs cannot hold cents exactly.
 */
record MoneyKind() implements FieldKind<BigDecimal> {

  private static final Pattern EXACT = Pattern.compile("\\d{1,9}(?:\\.\\d{1,2})?");
  private static final Pattern TYPED =
      Pattern.compile("\\$? ?(?:\\d{1,3}(?:,\\d{3}){1,2}|\\d{1,9})(?:\\.\\d{1,2})?");

  @Override
  public Reading<BigDecimal> fromJson(JsonNode json) {
    return json.isString() ? read(json.getStringValue(), EXACT) : Kinds.notText(json);
  }

  @Override
  public Reading<BigDecimal> fromText(String text) {
    String tidy = Words.tidy(Characters.plain(text));
    return tidy.isEmpty() ? Reading.absent() : read(tidy, TYPED);
  }

  private static Reading<BigDecimal> read(String text, Pattern form) {
    return form.matcher(text).matches()
        ? Reading.value(
            new BigDecimal(text.replaceAll("[$, ]", "")).setScale(2, RoundingMode.UNNECESSARY))
        : Reading.bad(
            "INVALID_AMOUNT",
            "Give an amount in US dollars, such as 1250.00; less than a billion.");
  }

  @Override
  public JsonNode toJson(BigDecimal value) {
    return JsonNode.createStringNode(value.toPlainString());
  }

  @Override
  public String toText(BigDecimal value) {
    return value.toPlainString();
  }

  @Override
  public boolean number() {
    return true;
  }
}
