package app.upline.workbook;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A forward reader of one XML part in which no DTD, and so no entity of anybody's making, can
 * occur.
 *
 * <p>Names are compared without their namespace: strict and transitional files differ in nothing
 * else we read.
 */
final class Xml implements AutoCloseable {

  private static final int MAX_DEPTH = 200;
  private static final int MAX_ATTRIBUTES = 200;
  private static final int MAX_ATTRIBUTE_LENGTH = 64 * 1024;

  private static final XMLInputFactory FACTORY = factory();

  private final XMLStreamReader reader;

  private Xml(XMLStreamReader reader) {
    this.reader = reader;
  }

  static Xml read(InputStream in) throws XMLStreamException {
    return new Xml(FACTORY.createXMLStreamReader(in));
  }

  /** The raw reader, for code that copies a part: to be moved on by {@link #next} alone. */
  XMLStreamReader raw() {
    return reader;
  }

  int next() throws XMLStreamException {
    int event = reader.next();
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw new XMLStreamException("A part of a workbook must not have a DTD.");
    }
    return event;
  }

  boolean hasNext() throws XMLStreamException {
    return reader.hasNext();
  }

  /** Moves to the next start tag; false at the end of the part. */
  boolean nextStart() throws XMLStreamException {
    while (reader.hasNext()) {
      if (next() == XMLStreamConstants.START_ELEMENT) {
        return true;
      }
    }
    return false;
  }

  String name() {
    return reader.getLocalName();
  }

  @Nullable String attribute(String name) {
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      if (reader.getAttributeLocalName(i).equals(name)) {
        return reader.getAttributeValue(i);
      }
    }
    return null;
  }

  String requiredAttribute(String name) throws XMLStreamException {
    String value = attribute(name);
    if (value == null) {
      throw new XMLStreamException("A " + name() + " without " + name + ".");
    }
    return value;
  }

  /**
   * The text of the element the reader stands on, up to its end tag; of rich text all runs, of
   * phonetic hints none.
   *
   * @param limit characters to keep; one more is returned when there are more, so that the caller
   *     sees it
   */
  String text(int limit) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    for (int depth = 1, hints = 0; depth > 0; ) {
      switch (next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          depth++;
          hints += hints > 0 || name().equals("rPh") ? 1 : 0;
        }
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          hints -= hints > 0 ? 1 : 0;
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (hints == 0 && text.length() <= limit) {
            String more = reader.getText();
            text.append(more, 0, Math.min(more.length(), limit + 1 - text.length()));
          }
        }
        default -> {}
      }
    }
    return text.toString();
  }

  @Override
  public void close() throws XMLStreamException {
    reader.close();
  }

  private static XMLInputFactory factory() {
    // Not newInstance(): which parser reads other people's files must not depend on the class path.
    XMLInputFactory factory = new WstxInputFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, Boolean.FALSE);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, Boolean.FALSE);
    factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, MAX_DEPTH);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MAX_ATTRIBUTES);
    factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, MAX_ATTRIBUTE_LENGTH);
    return factory;
  }
}
