package app.upline.sheet;

import app.upline.platform.fields.FieldKind;
import app.upline.platform.fields.Reading;
import app.upline.platform.personal.FreeTextScan;
import app.upline.platform.text.Characters;
import app.upline.platform.text.Words;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What people write into a cell to say that there is nothing to write. */
final class Placeholders {

  private static final Set<String> WORDS =
      Set.of(
          "n/a",
          "n.a.",
          "n.a",
          "n\\a",
          "na",
          "#n/a",
          "none",
          "null",
          "(null)",
          "nil",
          "tbd",
          "t.b.d.",
          "tba",
          "unknown",
          "not applicable",
          "not available",
          "not known",
          "-",
          "--",
          "---",
          "?",
          "(none)",
          "(blank)",
          "<none>",
          "<null>");

  private static final Pattern SEPARATOR = Pattern.compile("[;|\\n\\r]");

  /** With blanks around it. */
  private static final int LONGEST = 60;

  private static final String QUOTE = "\"";

  private Placeholders() {}

  /**
   * The text without them: empty where it is nothing else. Where they are among the words that a
   * field knows, such as None for No, they are left as they are.
   */
  static String takenOut(@Nullable FieldKind<?> kind, String typed) {
    boolean list = kind != null && kind.multiple();
    if (!is(typed) && !(list && isPartOf(typed)) || kind != null && knows(kind, typed)) {
      return typed;
    }
    return list ? parts(typed).filter(part -> !is(part)).collect(Collectors.joining(";")) : "";
  }

  /** What a sheet of ours holds for a text that would be taken for one: it stands in quotes. */
  static String guard(FieldKind<?> kind, String text) {
    if (kind.closed()) {
      return text;
    }
    if (kind.multiple()) {
      return isPartOf(text)
          ? parts(text)
              .map(part -> is(part) ? QUOTE + part.strip() + QUOTE : part.strip())
              .collect(Collectors.joining("; "))
          : text;
    }
    return is(withoutQuotes(text)) ? QUOTE + text + QUOTE : text;
  }

  /** Takes back what {@link #guard} added; of a list, its own reading does. */
  static String unguard(FieldKind<?> kind, String typed) {
    String text = typed.strip();
    boolean guarded = text.length() > 2 && text.startsWith(QUOTE) && text.endsWith(QUOTE);
    return guarded && !kind.closed() && !kind.multiple() && is(withoutQuotes(text))
        ? text.substring(1, text.length() - 1)
        : typed;
  }

  private static boolean knows(FieldKind<?> kind, String typed) {
    return kind.closed() && kind.fromText(typed) instanceof Reading.Value<?>;
  }

  /** Within quotes, nothing is a part of its own. */
  private static boolean isPartOf(String text) {
    return !text.contains(QUOTE) && parts(text).anyMatch(Placeholders::is);
  }

  private static Stream<String> parts(String text) {
    return SEPARATOR.splitAsStream(text);
  }

  private static String withoutQuotes(String text) {
    String inner = text.strip();
    while (inner.length() > 2 && inner.startsWith(QUOTE) && inner.endsWith(QUOTE)) {
      inner = inner.substring(1, inner.length() - 1);
    }
    return inner;
  }

  static String remark(String typed) {
    String text = FreeTextScan.redact(Words.tidy(typed));
    return "“%s” was read as blank."
        .formatted(
            Arrays.stream(SEPARATOR.split(text))
                .filter(Placeholders::is)
                .map(String::strip)
                .findFirst()
                .orElse(text));
  }

  private static boolean is(String text) {
    return text.length() <= LONGEST
        && WORDS.contains(Words.tidy(Characters.plain(text)).toLowerCase(Locale.ROOT));
  }
}
