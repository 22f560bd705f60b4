package app.upline.platform.fields;

import app.upline.platform.code.CodeList;
import app.upline.platform.code.Coded;
import app.upline.platform.text.Characters;
import app.upline.platform.text.Words;
import io.micronaut.json.tree.JsonNode;
import java.util.List;

record CodeKind<E extends Coded>(CodeList<E> codes) implements FieldKind<E> {

  @Override
  public Reading<E> fromJson(JsonNode json) {
    if (!json.isString()) {
      return Kinds.notText(json);
    }
    return codes
        .byCode(json.getStringValue())
        .map(Reading::value)
        .orElseGet(() -> unknown(json.getStringValue(), "one of " + codeNames()));
  }

  @Override
  public Reading<E> fromText(String text) {
    String tidy = Words.tidy(Characters.plain(text));
    if (tidy.isEmpty()) {
      return Reading.absent();
    }
    return codes
        .byWord(tidy)
        .map(Reading::value)
        .orElseGet(() -> unknown(tidy, "one from the list, such as " + examples()));
  }

  @Override
  public JsonNode toJson(E value) {
    return JsonNode.createStringNode(value.name());
  }

  @Override
  public String toText(E value) {
    return value.label();
  }

  @Override
  public boolean closed() {
    return true;
  }

  @Override
  public List<String> choices() {
    return codes.labels();
  }

  private Reading<E> unknown(String given, String wanted) {
    return Reading.bad(
        "UNKNOWN_CODE", Kinds.quoted(given) + " is not known here; choose " + wanted + ".");
  }

  private String examples() {
    List<String> labels = codes.labels();
    return String.join(", ", labels.subList(0, Math.min(6, labels.size())));
  }

  private String codeNames() {
    List<String> names = codes.values().stream().map(Coded::name).toList();
    return names.size() <= 25
        ? String.join(", ", names)
        : String.join(", ", names.subList(0, 25)) + " and so on, as the contract lists them";
  }
}
