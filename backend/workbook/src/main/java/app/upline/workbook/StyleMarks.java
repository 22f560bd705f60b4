package app.upline.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * Adds to a workbook's styles: of every style a faulty cell has, a twin with a red fill, so that
 * its number format, font and borders stay; and what the list of errors needs.
 */
final class StyleMarks {

  /** The least a styles part may hold, for workbooks that come without one. */
  static final String NONE =
      """
      <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
      <fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>\
      <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
      <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
      <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
      <cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs></styleSheet>""";

  private static final String FILL =
      "<%1$sfill><%1$spatternFill patternType=\"solid\"><%1$sfgColor rgb=\"FF%2$s\"/>"
          + "<%1$sbgColor indexed=\"64\"/></%1$spatternFill></%1$sfill>";
  private static final String FONT =
      "<%1$sfont><%1$sb/><%1$ssz val=\"11\"/><%1$scolor rgb=\"FF%2$s\"/><%1$sname val=\"Calibri\"/></%1$sfont>";
  private static final String LIST_STYLES =
      "<%1$sxf numFmtId=\"0\" fontId=\"%2$d\" fillId=\"%3$d\" borderId=\"0\" xfId=\"0\" applyFont=\"1\" applyFill=\"1\"/>"
          // Text that begins like a formula stays text, also when a person edits it.
          + "<%1$sxf numFmtId=\"49\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" quotePrefix=\"1\" applyNumberFormat=\"1\" applyAlignment=\"1\">"
          + "<%1$salignment vertical=\"top\" wrapText=\"1\"/></%1$sxf>";

  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<Integer, Integer> twins = new LinkedHashMap<>();
  private final Map<Integer, Integer> cleared = new LinkedHashMap<>();

  static StyleMarks scan(InputStream styles) throws XMLStreamException, IOException {
    StyleMarks marks = new StyleMarks();
    List<String> path = new ArrayList<>();
    Set<Integer> ownFills = new HashSet<>();
    Set<Integer> ownStyles = new LinkedHashSet<>();
    try (Xml xml = Xml.read(styles)) {
      while (xml.hasNext()) {
        switch (xml.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            if (xml.name().equals("fgColor")
                && path.contains("fills")
                && ("FF" + Palette.FAULT).equals(xml.attribute("rgb"))) {
              ownFills.add(marks.count("fills") - 1);
            }
            if (path.size() == 2) {
              String fill = xml.attribute("fillId");
              if (path.getLast().equals("cellXfs")
                  && fill != null
                  && ownFills.contains(Integer.parseInt(fill))) {
                ownStyles.add(marks.count("cellXfs"));
              }
              marks.counts.merge(path.getLast(), 1, Integer::sum);
            }
            path.add(xml.name());
          }
          case XMLStreamConstants.END_ELEMENT -> path.removeLast();
          default -> {}
        }
      }
    }
    ownStyles.forEach(
        style -> marks.cleared.put(style, marks.count("cellXfs") + marks.cleared.size()));
    return marks;
  }

  /** What a cell that is no longer faulty looks like: without the red of an earlier upload. */
  int clear(int style) {
    return usable() ? cleared.getOrDefault(style, style) : style;
  }

  /** The red twin of a style; its own number where the part lacks what a style needs. */
  int twin(int style) {
    if (!usable()) {
      return style;
    }
    if (cleared.containsKey(style)) {
      return style;
    }
    int known = style < count("cellXfs") ? style : 0;
    return twins.computeIfAbsent(
        known, original -> count("cellXfs") + cleared.size() + twins.size());
  }

  /** To be asked after the last twin. */
  int heading() {
    return usable() ? count("cellXfs") + cleared.size() + twins.size() : 0;
  }

  int wrapped() {
    return usable() ? heading() + 1 : 0;
  }

  void copy(Xml in, Writer out) throws XMLStreamException, IOException {
    XmlCopy.declaration(out);
    XmlCopy copy = new XmlCopy(in, out);
    while (in.hasNext()) {
      int event = in.next();
      if (event != XMLStreamConstants.START_ELEMENT || !usable()) {
        copy.event(event);
        continue;
      }
      switch (in.name()) {
        case "fonts" -> append(copy, in, 1, FONT.formatted(copy.prefix(), Palette.HEADING_TEXT));
        case "fills" ->
            append(
                copy,
                in,
                2,
                FILL.formatted(copy.prefix(), Palette.FAULT)
                    + FILL.formatted(copy.prefix(), Palette.HEADING));
        case "cellXfs" -> copyCellStyles(copy, in);
        default -> copy.event(event);
      }
    }
    out.flush();
  }

  private void append(XmlCopy copy, Xml in, int more, String addition)
      throws XMLStreamException, IOException {
    String parent = in.name();
    copy.start(Map.of("count", String.valueOf(count(parent) + more)));
    while (true) {
      int event = in.next();
      if (event == XMLStreamConstants.END_ELEMENT && in.name().equals(parent)) {
        copy.raw(addition);
        copy.event(event);
        return;
      }
      copy.event(event);
    }
  }

  private void copyCellStyles(XmlCopy copy, Xml in) throws XMLStreamException, IOException {
    String prefix = copy.prefix();
    Map<Integer, StringWriter> copied = new HashMap<>();
    copy.start(Map.of("count", String.valueOf(heading() + 2)));
    for (int style = 0; ; ) {
      int event = in.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        StringWriter twin = new StringWriter();
        String fill = cleared.containsKey(style) ? "0" : String.valueOf(count("fills"));
        copyTwice(copy, new XmlCopy(in, twin), in, fill);
        if (twins.containsKey(style) || cleared.containsKey(style)) {
          copied.put(style, twin);
        }
        style++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        for (int original : cleared.keySet()) {
          copy.raw(copied.get(original).toString());
        }
        for (int original : twins.keySet()) {
          copy.raw(copied.get(original).toString());
        }
        copy.raw(LIST_STYLES.formatted(prefix, count("fonts"), count("fills") + 1));
        copy.event(event);
        return;
      }
    }
  }

  private static void copyTwice(XmlCopy copy, XmlCopy twin, Xml in, String fill)
      throws XMLStreamException, IOException {
    copy.start(Map.of());
    twin.start(Map.of("fillId", fill, "applyFill", "1"));
    for (int depth = 1; depth > 0; ) {
      int event = in.next();
      depth +=
          event == XMLStreamConstants.START_ELEMENT
              ? 1
              : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
      copy.event(event);
      twin.event(event);
    }
  }

  private boolean usable() {
    return count("fonts") > 0 && count("fills") > 0 && count("cellXfs") > 0;
  }

  private int count(String parent) {
    return counts.getOrDefault(parent, 0);
  }
}
