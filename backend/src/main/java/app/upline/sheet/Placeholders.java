package app.upline.sheet;

import app.upline.platform.fields.Kind;
import app.upline.platform.fields.Reading;
import app.upline.platform.personal.FreeTextScan;
import app.upline.platform.text.Characters;
import app.upline.platform.text.Words;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

  private Placeholders() {}

  /**
   * The text without them: empty where it is nothing else. Where they are among the words that a
   * field knows, such as None for No, they are left as they are.
   */
  static String takenOut(@Nullable Kind<?> kind, String typed) {
    if (is(typed)) {
      return kind != null && kind.closed() && kind.fromText(typed) instanceof Reading.Value<?>
          ? typed
          : "";
    }
    if (kind == null || !kind.multiple() || !SEPARATOR.matcher(typed).find()) {
      return typed;
    }
    String[] parts = SEPARATOR.split(typed);
    boolean none = Arrays.stream(parts).noneMatch(Placeholders::is);
    boolean known = kind.closed() && kind.fromText(typed) instanceof Reading.Value<?>;
    return none || known
        ? typed
        : Arrays.stream(parts).filter(part -> !is(part)).collect(Collectors.joining(";"));
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
    return WORDS.contains(Words.tidy(Characters.plain(text)).toLowerCase(Locale.ROOT));
  }
}
