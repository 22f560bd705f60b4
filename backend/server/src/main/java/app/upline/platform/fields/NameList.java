package app.upline.platform.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Several names in one text. One that holds a separator itself, or begins with a quotation mark,
 * stands in quotation marks, and those within it are doubled: {@code "Smith; Jones"; "The
 * ""Best"""}.
 */
final class NameList {

  private static final char QUOTE = '"';

  private static final Pattern QUOTED = Pattern.compile("\\s*\"((?:[^\"]|\"\")*+)\"");

  private final Pattern separator;

  /**
   * @param separator must match at least one character
   */
  NameList(Pattern separator) {
    this.separator = separator;
  }

  List<String> split(String text) {
    List<String> names = new ArrayList<>();
    Matcher quoted = QUOTED.matcher(text);
    Matcher separators = separator.matcher(text);
    for (int at = 0; at <= text.length(); ) {
      int end;
      if (quoted.region(at, text.length()).lookingAt() && endsAt(separators, quoted.end(), text)) {
        names.add(quoted.group(1).replace("\"\"", "\""));
        end = quoted.end();
      } else {
        end = separators.region(at, text.length()).find() ? separators.start() : text.length();
        names.add(text.substring(at, end));
      }
      at = separators.region(end, text.length()).lookingAt() ? separators.end() : text.length() + 1;
    }
    return names;
  }

  String join(List<String> names) {
    return String.join("; ", names.stream().map(this::written).toList());
  }

  /** Whether nothing follows but a separator or the end; else the marks are part of the name. */
  private static boolean endsAt(Matcher separators, int end, String text) {
    return text.substring(end).isBlank() || separators.region(end, text.length()).lookingAt();
  }

  private String written(String name) {
    boolean quoted = !name.isEmpty() && name.charAt(0) == QUOTE || separator.matcher(name).find();
    return quoted ? QUOTE + name.replace("\"", "\"\"") + QUOTE : name;
  }
}
