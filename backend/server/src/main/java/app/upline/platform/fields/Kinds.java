package app.upline.platform.fields;

import app.upline.platform.code.CodeList;
import app.upline.platform.code.Coded;
import app.upline.platform.personal.FreeTextScan;
import io.micronaut.json.tree.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** The kinds of fields that records are made of. */
public final class Kinds {

  private Kinds() {}

  /** Words of a length, tidied. */
  public static FieldKind<String> text(int min, int max) {
    return text(min, max, Reading::value);
  }

  /** Words of a length, tidied, then read by {@code reader}. */
  public static FieldKind<String> text(int min, int max, Function<String, Reading<String>> reader) {
    return new TextKind(
        min, max, TextKind.Form.WORDS, reader, Function.identity(), Function.identity());
  }

  /**
   * A number or a name in an organization's books, of any form: look-alikes of a character are one.
   */
  public static FieldKind<String> reference(int min, int max) {
    return form(min, max, Reading::value);
  }

  /**
   * Text of a form that {@code reader} knows, made of the characters of a keyboard: look-alikes of
   * them are read as what they look like.
   */
  public static FieldKind<String> form(int min, int max, Function<String, Reading<String>> reader) {
    return form(min, max, reader, Function.identity(), Function.identity());
  }

  /**
   * The same.
   *
   * @param typed repairs what spreadsheets do to it, before it is read from a cell
   * @param shown how people read it
   */
  public static FieldKind<String> form(
      int min,
      int max,
      Function<String, Reading<String>> reader,
      Function<String, String> typed,
      Function<String, String> shown) {
    return new TextKind(min, max, TextKind.Form.PLAIN, reader, typed, shown);
  }

  /** Text of which {@code reader} knows every word. */
  public static FieldKind<String> vocabulary(
      int min, int max, Function<String, Reading<String>> reader) {
    return new TextKind(
        min, max, TextKind.Form.VOCABULARY, reader, Function.identity(), Function.identity());
  }

  public static <E extends Coded> FieldKind<E> code(CodeList<E> codes) {
    return new CodeKind<>(codes);
  }

  public static <E extends Coded> FieldKind<List<E>> codes(CodeList<E> codes) {
    return new ListKind<>(new CodeKind<>(codes), 100, ListKind.CODES);
  }

  public static FieldKind<List<String>> names(FieldKind<String> each, int most) {
    return new ListKind<>(each, most, ListKind.NAMES);
  }

  public static FieldKind<List<String>> phoneNumbers(FieldKind<String> each, int most) {
    return new ListKind<>(each, most, ListKind.NUMBERS);
  }

  public static FieldKind<List<String>> webAddresses(FieldKind<String> each, int most) {
    return new ListKind<>(each, most, ListKind.ADDRESSES);
  }

  public static FieldKind<LocalDate> date() {
    return new DateKind();
  }

  public static FieldKind<Boolean> truth() {
    return new TruthKind();
  }

  /** An identifier; only programs write these. */
  public static FieldKind<UUID> id() {
    return new IdKind();
  }

  /** Text of several lines. */
  public static FieldKind<String> prose(int min, int max) {
    return new ProseKind(min, max);
  }

  /** A whole number, both bounds included. */
  public static FieldKind<Integer> whole(int min, int max) {
    return new WholeKind(min, max);
  }

  /** US dollars and cents. */
  public static FieldKind<BigDecimal> money() {
    return new MoneyKind();
  }

  static Reading<String> ofLength(String text, int min, int max) {
    int length = text.codePointCount(0, text.length());
    if (length < min) {
      return Reading.bad("TOO_SHORT", "Write at least " + min + " characters.");
    }
    return length > max
        ? Reading.bad("TOO_LONG", "Write at most " + max + " characters.")
        : Reading.value(text);
  }

  /** What was typed may be personal data in the wrong cell; of such, only the kind is told. */
  static String quoted(String given) {
    String text = FreeTextScan.redact(given);
    String shown = text.length() > 60 ? text.substring(0, 57) + "…" : text;
    return "“" + shown + "”";
  }

  static <T> Reading<T> notText(JsonNode json) {
    return Reading.wrongShape("Expected text.");
  }
}
