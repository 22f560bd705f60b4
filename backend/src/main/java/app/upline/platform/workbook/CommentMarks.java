package app.upline.platform.workbook;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
  private static final String NAMESPACE =
      "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String STRICT_NAMESPACE = "http://purl.oclc.org/ooxml/spreadsheetml/main";
  private static final Pattern SHAPE_ID = Pattern.compile("_x0000_s(\\d{1,9})");

  private static final String DRAWING =
      """
      <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
      xmlns:x="urn:schemas-microsoft-com:office:excel">\
      <o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1"/></o:shapelayout></xml>""";
  private static final String SHAPE_TYPE =
      """
      <v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">\
      <v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>""";
  private static final String SHAPE =
      """
      <v:shape id="_x0000_s%d" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" \
      o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>\
      <v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>\
      </v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>\
      <x:Anchor>%d, 12, %d, 2, %d, 40, %d, 8</x:Anchor><x:AutoFill>False</x:AutoFill>\
      <x:Row>%d</x:Row><x:Column>%d</x:Column></x:ClientData></v:shape>""";

  private final Map<Address, String> messages = new LinkedHashMap<>();
  private final Set<Address> withoutShape;
  private final String namespace;

  CommentMarks(NavigableMap<Address, String> all, boolean strict) {
    all.entrySet().stream()
        .limit(MAX)
        .forEach(mark -> messages.put(mark.getKey(), shortened(mark.getValue())));
    withoutShape = new TreeSet<>(messages.keySet());
    namespace = strict ? STRICT_NAMESPACE : NAMESPACE;
  }

  /** A comments part for a sheet that has none. */
  void write(Writer out) throws IOException {
    XmlCopy.declaration(out);
    out.write(
        "<comments xmlns=\"" + namespace + "\"><authors><author></author></authors><commentList>");
    for (Map.Entry<Address, String> message : messages.entrySet()) {
      out.write(comment("", message.getKey(), 0, message.getValue()));
    }
    out.write("</commentList></comments>");
    out.flush();
  }

  /**
   * The cells that have a comment already; they have a shape too. To be called before the drawing
   * is written.
   */
  void findExisting(Xml in) throws XMLStreamException {
    while (in.nextStart()) {
      if (in.name().equals("comment")) {
        withoutShape.remove(Address.parse(in.requiredAttribute("ref").replace("$", "")));
      }
    }
  }

  /** The sheet's own comments, with the messages added to them or beside them. */
  void merge(Xml in, Writer out) throws XMLStreamException, IOException {
    XmlCopy.declaration(out);
    XmlCopy copy = new XmlCopy(in, out);
    Map<Address, String> left = new LinkedHashMap<>(messages);
    int authors = 0;
    String due = "";
    String parent = "";
    while (in.hasNext()) {
      int event = in.next();
      if (event == XMLStreamConstants.START_ELEMENT
          && !due.isEmpty()
          && in.name().equals("t")
          && parent.equals("text")) {
        // Text that is to become one run of several must be a run itself.
        String prefix = copy.prefix();
        copy.raw("<" + prefix + "r>");
        copy.event(event);
        copy.rest();
        copy.raw("</" + prefix + "r>");
        continue;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        parent = in.name();
        authors += in.name().equals("author") ? 1 : 0;
        if (in.name().equals("comment")) {
          String message = left.remove(Address.parse(in.requiredAttribute("ref").replace("$", "")));
          due = message == null ? "" : run(copy.prefix(), "\n" + message);
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        switch (in.name()) {
          case "text" -> {
            copy.raw(due);
            due = "";
          }
          case "authors" -> copy.raw("<" + copy.prefix() + "author/>");
          case "commentList" -> {
            for (Map.Entry<Address, String> message : left.entrySet()) {
              copy.raw(comment(copy.prefix(), message.getKey(), authors, message.getValue()));
            }
          }
          default -> {}
        }
      }
      copy.event(event);
    }
    out.flush();
  }

  /**
   * The drawing with a box for each new comment. It is spliced and not parsed: spreadsheets write
   * drawings that are not well-formed.
   *
   * @param existing the sheet's drawing; empty if it has none
   */
  void draw(byte[] existing, OutputStream out) throws IOException {
    String drawing =
        existing.length == 0 ? DRAWING : new String(existing, StandardCharsets.ISO_8859_1);
    int end = drawing.lastIndexOf("</xml>");
    if (end < 0) {
      out.write(existing);
      return;
    }
    long next = 1025;
    for (Matcher id = SHAPE_ID.matcher(drawing); id.find(); ) {
      next = Math.max(next, Long.parseLong(id.group(1)) + 1);
    }
    out.write(drawing.substring(0, end).getBytes(StandardCharsets.ISO_8859_1));
    if (!drawing.contains("id=\"_x0000_t202\"")) {
      out.write(SHAPE_TYPE.getBytes(StandardCharsets.ISO_8859_1));
    }
    for (Address address : withoutShape) {
      int row = address.row() - 1;
      int column = address.column();
      int lines = 3 + messages.getOrDefault(address, "").length() / 40;
      String shape =
          SHAPE.formatted(
              next++, column + 1, Math.max(0, row - 1), column + 4, row + lines, row, column);
      out.write(shape.getBytes(StandardCharsets.ISO_8859_1));
    }
    out.write(drawing.substring(end).getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String comment(String prefix, Address address, int author, String message) {
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
