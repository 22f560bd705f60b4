package app.upline.testing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Other ways to write a text that has a form of its own: a number, a month, a code, a key. */
public final class Spellings {
  private static final int FULL_WIDTH = 0xFEE0;
  private static final int ARABIC_ZERO = 0x0660;

  private Spellings() {}

  /** Each differs from the text; a person, a language or a database may take it for the same. */
  public static List<String> of(String text) {
    Set<String> spellings = new LinkedHashSet<>();
    String head = text.substring(0, 1);
    String tail = text.substring(1);
    for (String mark :
        List.of("\u200b", "\u00ad", "\u200e", "\ufe0f", "\u034f", "\u0001", "\u007f", "\u0301")) {
      spellings.add(head + mark + tail);
      spellings.add(text + mark);
    }
    for (String blank : List.of(" ", "\u00a0", "\u3000", "\t", "\n")) {
      spellings.add(text + blank);
      spellings.add(blank + text);
    }
    spellings.add(shifted(text, '!', '~', FULL_WIDTH));
    spellings.add(shifted(text, '0', '9', ARABIC_ZERO - '0'));
    spellings.add(text.replace('-', '\u2013'));
    spellings.add(text.toLowerCase());
    spellings.add(text.toUpperCase());
    spellings.add(text.replace("k", "\u212a").replace("K", "\u212a"));
    spellings.add(text.replace("s", "\u017f").replace("S", "\u017f"));
    spellings.add("0" + text);
    spellings.remove(text);
    return List.copyOf(spellings);
  }

  private static String shifted(String text, char first, char last, int by) {
    StringBuilder shifted = new StringBuilder();
    text.chars().forEach(c -> shifted.appendCodePoint(c >= first && c <= last ? c + by : c));
    return shifted.toString();
  }
}
