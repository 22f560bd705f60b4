package app.upline.platform.page;

/** Something that the page is told about the server it came from, as a {@code meta} element. */
public interface PageMark {

  /** The name of the element: letters and hyphens. */
  String name();

  /** Its content, which must need no escaping in HTML. */
  String content();
}
