package app.upline.workbook;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Copies an XML part event by event, so that only what is meant to change does. Prefixes are kept
 * as they are, because some attributes of the format name them in their values.
 */
final class XmlCopy {

  private final Xml in;
  private final XMLStreamReader reader;
  private final Writer out;
  private boolean tagOpen;

  XmlCopy(Xml in, Writer out) {
    this.in = in;
    this.reader = in.raw();
    this.out = out;
  }

  static void declaration(Writer out) throws IOException {
    out.write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
  }

  /**
   * Copies a whole part and adds something as the last child of one of its elements.
   *
   * @param addition makes the XML to add, given the prefix of the element's name: empty, or ending
   *     with a colon
   */
  static void appending(Xml in, Writer out, String parent, UnaryOperator<String> addition)
      throws XMLStreamException, IOException {
    appending(in, out, parent, addition, element -> Map.of(), element -> false);
  }

  /**
   * The same, with some elements changed and some left out.
   *
   * @param changes attributes of an element that have another value
   * @param leftOut whether an element, which holds no others, is left out
   */
  static void appending(
      Xml in,
      Writer out,
      String parent,
      UnaryOperator<String> addition,
      Function<Xml, Map<String, @Nullable String>> changes,
      Predicate<Xml> leftOut)
      throws XMLStreamException, IOException {
    declaration(out);
    XmlCopy copy = new XmlCopy(in, out);
    while (in.hasNext()) {
      int event = in.next();
      if (event == XMLStreamConstants.END_ELEMENT && in.name().equals(parent)) {
        copy.raw(addition.apply(copy.prefix()));
      }
      if (event == XMLStreamConstants.START_ELEMENT && leftOut.test(in)) {
        in.text(0);
        continue;
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        copy.start(changes.apply(in));
      } else {
        copy.event(event);
      }
    }
    out.flush();
  }

  /** The current element's prefix with its colon. */
  String prefix() {
    String prefix = reader.getPrefix();
    return prefix == null || prefix.isEmpty() ? "" : prefix + ":";
  }

  /** Copies the event the reader stands on. */
  void event(int event) throws IOException {
    switch (event) {
      case XMLStreamConstants.START_ELEMENT -> start(Map.of());
      case XMLStreamConstants.END_ELEMENT -> {
        if (tagOpen) {
          out.write("/>");
          tagOpen = false;
        } else {
          out.write("</" + prefix() + reader.getLocalName() + ">");
        }
      }
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
        // White space outside the root is of no consequence.
        closeTag();
        out.write(escape(reader.getText()));
      }
      default -> {
        // Comments and processing instructions have no meaning in a part.
      }
    }
  }

  /**
   * Copies a start tag with some attributes, named without prefix, set to another value or, for
   * null, left out.
   */
  void start(Map<String, @Nullable String> changes) throws IOException {
    closeTag();
    out.write("<" + prefix() + reader.getLocalName());
    for (int i = 0; i < reader.getNamespaceCount(); i++) {
      String prefix = reader.getNamespacePrefix(i);
      String uri = reader.getNamespaceURI(i);
      attribute(
          prefix == null || prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix, uri == null ? "" : uri);
    }
    Map<String, @Nullable String> left = new LinkedHashMap<>(changes);
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      String prefix = reader.getAttributePrefix(i);
      String name = reader.getAttributeLocalName(i);
      if (prefix != null && !prefix.isEmpty()) {
        attribute(prefix + ":" + name, reader.getAttributeValue(i));
      } else {
        String value = left.containsKey(name) ? left.remove(name) : reader.getAttributeValue(i);
        if (value != null) {
          attribute(name, value);
        }
      }
    }
    for (Map.Entry<String, @Nullable String> added : left.entrySet()) {
      if (added.getValue() != null) {
        attribute(added.getKey(), added.getValue());
      }
    }
    tagOpen = true;
  }

  /** Copies the rest of the element the reader stands on, its end tag included. */
  void rest() throws XMLStreamException, IOException {
    for (int depth = 1; depth > 0; ) {
      int event = in.next();
      depth +=
          event == XMLStreamConstants.START_ELEMENT
              ? 1
              : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
      event(event);
    }
  }

  void raw(String xml) throws IOException {
    if (!xml.isEmpty()) {
      closeTag();
      out.write(xml);
    }
  }

  /** Text or an attribute's value; line ends are spelled out, or a parser would change them. */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\n' -> escaped.append("&#10;");
        case '\r' -> escaped.append("&#13;");
        case '\t' -> escaped.append("&#9;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private void attribute(String name, String value) throws IOException {
    out.write(" " + name + "=\"" + escape(value) + "\"");
  }

  private void closeTag() throws IOException {
    if (tagOpen) {
      out.write(">");
      tagOpen = false;
    }
  }
}
