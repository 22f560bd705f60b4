package app.upline.testing.nasty;

/** Texts for a report, in which nothing is invisible and nothing looks like something else. */
final class AsciiText {
  private AsciiText() {}

  static String of(String text) {
    StringBuilder ascii = new StringBuilder();
    text.chars()
        .forEach(
            c -> {
              if (c >= ' ' && c <= '~') {
                ascii.append((char) c);
              } else {
                ascii.append("\\u%04x".formatted(c));
              }
            });
    return ascii.toString();
  }
}
