package app.upline.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * The messages as comments: the part that holds their text, and the drawing without which no
 * spreadsheet shows them.
 */
final class CommentMarks {

  /** More comments than this make a spreadsheet sluggish; the list of errors has them all. */
  private static final int MAX = 5_000;

  private static final int MAX_TEXT = 2_000;

  /** People's own are kept whole. */
  private static final int MAX_OWN_TEXT = 32_767;

  private static final String NAMESPACE =
      "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String STRICT_NAMESPACE = "http://purl.oclc.org/ooxml/spreadsheetml/main";

  /**
   * By whom a comment is, so that the next upload of the same workbook knows which to take away.
   */
  private static final String AUTHOR = "Upload check";

  /** The same in the text, as spreadsheets do: some of them save comments without their authors. */
  private static final String SIGNATURE = AUTHOR + ":";

  private final Map<CellAddress, String> messages = new LinkedHashMap<>();
  private final NavigableMap<CellAddress, String> withoutShape;
  private final Set<CellAddress> outdated = new HashSet<>();
  private final Set<CellAddress> signed = new HashSet<>();
  private final String namespace;

  CommentMarks(NavigableMap<CellAddress, String> all, boolean strict) {
    all.entrySet().stream()
        .limit(MAX)
        .forEach(
            mark -> messages.put(mark.getKey(), SIGNATURE + "\n" + shortened(mark.getValue())));
    withoutShape = new TreeMap<>(messages);
    namespace = strict ? STRICT_NAMESPACE : NAMESPACE;
  }

  /** A comments part for a sheet that has none. */
  void write(Writer out) throws IOException {
    XmlCopy.declaration(out);
    out.write(
        "<comments xmlns=\""
            + namespace
            + "\"><authors><author>"
            + AUTHOR
            + "</author></authors><commentList>");
    for (Map.Entry<CellAddress, String> message : messages.entrySet()) {
      out.write(comment("", message.getKey(), 0, message.getValue()));
    }
    out.write("</commentList></comments>");
    out.flush();
  }

  /** Takes note of which cells have a comment already. To be called before anything is written. */
  void findExisting(Xml in) throws XMLStreamException {
    CommentAuthors authors = new CommentAuthors(AUTHOR);
    while (in.nextStart()) {
      if (in.name().equals("author")) {
        authors.add(in.text(MAX_TEXT));
      } else if (in.name().equals("comment")) {
        CellAddress address = place(in);
        boolean ours = authors.isOurs(in.attribute("authorId"));
        ours |= isSigned(in.text(MAX_TEXT));
        if (ours && !messages.containsKey(address)) {
          outdated.add(address);
        }
        if (ours) {
          signed.add(address);
        }
        withoutShape.remove(address);
      }
    }
  }

  /**
   * The sheet's own comments with the messages added to or beside them; those of earlier uploads
   * are left out.
   */
  void merge(Xml in, Writer out) throws XMLStreamException, IOException {
    XmlCopy.declaration(out);
    XmlCopy copy = new XmlCopy(in, out);
    CommentAuthors authors = new CommentAuthors(AUTHOR);
    Map<CellAddress, String> left = new LinkedHashMap<>(messages);
    while (in.hasNext()) {
      int event = in.next();
      boolean start = event == XMLStreamConstants.START_ELEMENT;
      boolean end = event == XMLStreamConstants.END_ELEMENT;
      if (start && in.name().equals("author")) {
        copyAuthor(copy, in, authors);
      } else if (start && in.name().equals("comment")) {
        if (signed.contains(place(in))) {
          in.text(0);
        } else {
          String message = left.remove(place(in));
          copyWith(copy, in, message == null ? "" : run(copy.prefix(), "\n" + message));
        }
      } else {
        if (end && in.name().equals("authors")) {
          copy.raw("<%1$sauthor>%2$s</%1$sauthor>".formatted(copy.prefix(), AUTHOR));
        } else if (end && in.name().equals("commentList")) {
          for (Map.Entry<CellAddress, String> message : left.entrySet()) {
            copy.raw(comment(copy.prefix(), message.getKey(), authors.count(), message.getValue()));
          }
        }
        copy.event(event);
      }
    }
    out.flush();
  }

  private static CellAddress place(Xml in) throws XMLStreamException {
    return CellAddress.parse(in.requiredAttribute("ref").replace("$", ""));
  }

  private static void copyAuthor(XmlCopy copy, Xml in, CommentAuthors authors)
      throws XMLStreamException, IOException {
    String prefix = copy.prefix();
    String name = in.text(MAX_TEXT);
    authors.add(name);
    copy.raw("<%1$sauthor>%2$s</%1$sauthor>".formatted(prefix, XmlCopy.escape(name)));
  }

  private static boolean isSigned(String text) {
    return text.strip().startsWith(SIGNATURE);
  }

  /** Copies a user's comment without what an earlier upload added to it. */
  private static void copyWith(XmlCopy copy, Xml in, String addition)
      throws XMLStreamException, IOException {
    copy.event(XMLStreamConstants.START_ELEMENT);
    String parent = in.name();
    boolean cut = false;
    while (true) {
      int event = in.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (in.name().equals("t")) {
          // Text that is to become one run of several must be a run itself.
          boolean bare = parent.equals("text");
          String prefix = copy.prefix();
          String text = in.text(MAX_OWN_TEXT);
          int ours = text.indexOf(SIGNATURE);
          String kept = cut ? "" : ours < 0 ? text : text.substring(0, ours).stripTrailing();
          cut |= ours >= 0;
          copy.raw(
              (bare ? "<%1$sr>" : "").formatted(prefix)
                  + "<%1$st xml:space=\"preserve\">".formatted(prefix)
                  + XmlCopy.escape(kept)
                  + "</%1$st>".formatted(prefix)
                  + (bare ? "</%1$sr>" : "").formatted(prefix));
          continue;
        }
        parent = in.name();
      } else if (event == XMLStreamConstants.END_ELEMENT && in.name().equals("text")) {
        copy.raw(addition);
      }
      copy.event(event);
      if (event == XMLStreamConstants.END_ELEMENT && in.name().equals("comment")) {
        return;
      }
    }
  }

  /** The drawing that shows them. */
  void draw(byte[] existing, OutputStream out) throws IOException {
    CommentDrawing.write(existing, withoutShape, outdated, out);
  }

  private static String comment(String prefix, CellAddress address, int author, String message) {
    return "<%1$scomment ref=\"%2$s\" authorId=\"%3$d\"><%1$stext>%4$s</%1$stext></%1$scomment>"
        .formatted(prefix, address, author, run(prefix, message));
  }

  private static String run(String prefix, String text) {
    return "<%1$sr><%1$srPr><%1$ssz val=\"10\"/><%1$srFont val=\"Calibri\"/></%1$srPr><%1$st xml:space=\"preserve\">%2$s</%1$st></%1$sr>"
        .formatted(prefix, XmlCopy.escape(CellText.encode(text)));
  }

  private static String shortened(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT - 1) + "…";
  }
}
