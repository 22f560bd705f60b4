package app.upline.publication;

import app.upline.platform.personal.PersonalNumbers;
import app.upline.platform.validation.Fault;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text for many readers, in Markdown that cannot do anything: no HTML, no pictures of elsewhere,
 * and links to the web and to mail only. A page can show it without trusting its author.
 */
record Markdown(@Nullable String text) {

  private static final Pattern HTML = Pattern.compile("<[A-Za-z/!?]");
  private static final Pattern PICTURE = Pattern.compile("!\\[");
  private static final Pattern LINK = Pattern.compile("\\]\\s*[(:]\\s*([^\\s)]*)");

  Markdown {
    text = text == null || text.isBlank() ? null : text.strip();
  }

  List<Fault> faults(String pointer, int longest) {
    if (text == null) {
      return List.of(new Fault(pointer, "REQUIRED", "Enter a few words."));
    }
    int length = text.codePointCount(0, text.length());
    if (length < 2 || length > longest) {
      return List.of(new Fault(pointer, "LENGTH", "Enter 2 to %,d characters.".formatted(longest)));
    }
    if (HTML.matcher(text).find()) {
      return List.of(
          new Fault(pointer, "HTML_NOT_ALLOWED", "Write Markdown without HTML, such as **bold**."));
    }
    if (PICTURE.matcher(text).find()) {
      return List.of(new Fault(pointer, "PICTURE_NOT_ALLOWED", "Pictures are not shown here."));
    }
    if (hasOtherLinks()) {
      return List.of(
          new Fault(
              pointer,
              "LINK_NOT_ALLOWED",
              "Links begin with https:// or mailto: and nothing else."));
    }
    return PersonalNumbers.fault(pointer, text).stream().toList();
  }

  private boolean hasOtherLinks() {
    Matcher links = LINK.matcher(words());
    while (links.find()) {
      String target = links.group(1).toLowerCase(Locale.ROOT);
      if (!target.startsWith("https://") && !target.startsWith("mailto:")) {
        return true;
      }
    }
    return false;
  }

  /** The text, which the faults have found present. */
  String words() {
    if (text == null) {
      throw new IllegalStateException("There are no words in a text that was checked");
    }
    return text;
  }
}
