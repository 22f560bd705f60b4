package app.upline.platform.docs;

/**
 * Something that the search finds.
 *
 * @param kind what it is, for people
 * @param address where it is shown
 * @param text its words, of which none is markup
 */
record Searched(String kind, String title, String address, String text) {

  /** A page written in Markdown. Its title is a heading, with which its words begin. */
  static Searched page(String kind, String address, String markdown) {
    String title = MarkdownPage.title(markdown);
    String words = MarkdownPage.words(markdown);
    return new Searched(
        kind,
        title,
        address,
        words.startsWith(title) ? words.substring(title.length()).strip() : words);
  }
}
