package app.upline.testing;

import app.upline.platform.fields.Draft;
import app.upline.platform.fields.Field;
import app.upline.platform.fields.FieldKind;
import app.upline.platform.fields.FieldSet;
import app.upline.platform.fields.Reading;
import io.micronaut.json.tree.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/**
 * Whatever a record's fields may hold: values that the fields themselves accept from a program,
 * among them those that a sheet could easily change.
 */
public final class AnyValues {

  /** What people's sheets, and programs, are known to change. */
  private static final List<String> DELICATE =
      List.of(
          "=1+1",
          "=\"00042\"",
          "+1",
          "-1",
          "@SUM(A1)",
          "'=1",
          "'00042",
          "''",
          "'tis the season",
          "00042",
          "007",
          "4.00638E+12",
          "1E+05",
          "1-1",
          "MAR1",
          "TRUE",
          "1/2/2024",
          "12,50",
          ";x",
          "|calc",
          "a|b",
          "Smith; Jones",
          "\"Best\"",
          "\"Best\" Leads",
          "\"Best",
          "a\"b",
          "\"a\"; \"b\"",
          "Comma, Inc.",
          "Tab",
          "sep=;",
          "_x000D_",
          "_x0041_",
          "<b>&amp;</b>",
          "Ünïted Köln",
          "東京メディア",
          "🎯 Target 🎯",
          "\uFF1Dwide",
          "a\\b",
          "%s %d",
          "and",
          "A and B",
          "A/B & C",
          "#1 Leads",
          "# of leads",
          "{x}",
          "[y]",
          "Total",
          "N/A",
          "none",
          "\"none\"",
          "TBD",
          "-",
          "x\u00A0y",
          "100%",
          "$5",
          "(5)",
          "1 000",
          "…",
          "–");

  /** What fields of a form of their own accept. */
  private static final List<String> OF_A_FORM =
      List.of(
          "15693069",
          "54-4873297",
          "02108",
          "02108-1234",
          "00501",
          "US",
          "PH",
          "desk@a.example",
          "o'brien+x@a.example",
          "+16175550138",
          "+4420 7946 0958",
          "+18005550199",
          "https://a.example",
          "https://a.example/x;y,z?a=1&b=2",
          "https://a.example/and",
          "http://a.example",
          "019b8e75-2300-7c01-9e21-5b6c7d8e9f01",
          "H0672",
          "S5601",
          "001",
          "012",
          "800",
          "APP-00042",
          "0012345678",
          "CTM-1");

  private AnyValues() {}

  /** A draft with a value, or none, in every field. */
  public static <D> Arbitrary<Draft<D>> draft(FieldSet<D> set) {
    List<Arbitrary<Optional<Object>>> values = new ArrayList<>();
    for (Field<D, ?> field : set.all()) {
      values.add(values(field.kind()).map(Object.class::cast).optional(field.required() ? 1 : 0.7));
    }
    return Combinators.combine(values).as(found -> draft(set, found));
  }

  private static <D> Draft<D> draft(FieldSet<D> set, List<Optional<Object>> values) {
    Draft<D> draft = new Draft<>();
    for (int i = 0; i < values.size(); i++) {
      set(draft, set.all().get(i), values.get(i).orElse(null));
    }
    return draft;
  }

  @SuppressWarnings("unchecked") // it is a value of the field's kind
  private static <D, T> void set(Draft<D> draft, Field<D, T> field, @Nullable Object value) {
    draft.set(field, (T) value);
  }

  private static <T> Arbitrary<T> values(FieldKind<T> kind) {
    if (kind.multiple() && !kind.choices().isEmpty()) {
      return Arbitraries.of(kind.choices())
          .list()
          .uniqueElements()
          .ofMinSize(1)
          .ofMaxSize(kind.choices().size())
          .edgeCases(edges -> edges.add(kind.choices()))
          .map(labels -> read(kind.fromText(String.join(";", labels))));
    }
    if (!kind.choices().isEmpty()) {
      return Arbitraries.of(kind.choices()).map(label -> read(kind.fromText(label)));
    }
    if (kind.date()) {
      return Arbitraries.integers()
          .between(-3_650, 3_650)
          .map(days -> read(kind.fromText(LocalDate.of(2020, 2, 29).plusDays(days).toString())));
    }
    List<JsonNode> accepted = accepted(kind);
    if (kind.multiple()) {
      return Arbitraries.of(accepted)
          .list()
          .uniqueElements()
          .ofMinSize(1)
          .ofMaxSize(6)
          .map(items -> read(kind.fromJson(JsonNode.createArrayNode(unwrapped(items)))));
    }
    return Arbitraries.oneOf(Arbitraries.of(accepted), texts(kind).map(JsonNode::createStringNode))
        .map(kind::fromJson)
        .filter(Reading.Value.class::isInstance)
        .map(AnyValues::read);
  }

  /** Letters, marks and blanks of all sorts, up to the longest that anybody may write. */
  private static Arbitrary<String> texts(FieldKind<?> kind) {
    return Arbitraries.strings()
        .withChars("ab '\"=;|,+-@0123\n\\/_x\u00E9\u4E2D")
        .ofMinLength(1)
        .ofMaxLength(60)
        .map(text -> text.length() % 7 == 0 ? text + "🎯".repeat(3_900) : text);
  }

  private static List<JsonNode> accepted(FieldKind<?> kind) {
    List<JsonNode> accepted = new ArrayList<>();
    for (List<String> texts : List.of(DELICATE, OF_A_FORM)) {
      for (String text : texts) {
        for (String candidate : List.of(text, text + " and what follows is long enough")) {
          add(kind, JsonNode.createStringNode(candidate), accepted);
        }
      }
    }
    for (int number : List.of(0, 1, 7, 2026, 10_000)) {
      add(kind, JsonNode.createNumberNode(number), accepted);
    }
    for (String amount : List.of("0.00", "1250.00", "999999999.99", "0.10")) {
      add(kind, JsonNode.createStringNode(amount), accepted);
    }
    return accepted;
  }

  /** Lists as lists of one, since of those each is known to be accepted. */
  private static void add(FieldKind<?> kind, JsonNode node, List<JsonNode> accepted) {
    JsonNode given = kind.multiple() ? JsonNode.createArrayNode(List.of(node)) : node;
    if (kind.fromJson(given) instanceof Reading.Value<?>) {
      accepted.add(given);
    }
  }

  private static List<JsonNode> unwrapped(List<JsonNode> lists) {
    return lists.stream().map(list -> list.get(0)).toList();
  }

  private static <T> T read(Reading<T> reading) {
    if (reading instanceof Reading.Value<T>(T value)) {
      return value;
    }
    throw new AssertionError("A field does not accept what it accepted: " + reading);
  }
}
