package app.upline.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The faulty cells of one worksheet part, and what must be known of the part before it can be
 * rewritten.
 */
final class SheetMarks {

  private static final String STRICT = "http://purl.oclc.org/ooxml/";

  private record Stretch(int first, int last, int style) {}

  private final String part;
  private final NavigableMap<CellAddress, String> messages = new TreeMap<>();
  private final NavigableMap<CellAddress, String> values = new TreeMap<>();
  private final Map<CellAddress, Integer> styles = new HashMap<>();
  private @Nullable String legacyDrawing;
  private boolean strict;

  SheetMarks(String part) {
    this.part = part;
  }

  void add(CellMark mark) {
    messages.merge(
        CellAddress.parse(mark.address()),
        mark.message(),
        (known, other) -> known.equals(other) ? known : known + "\n" + other);
  }

  /** A cell that says something else than in the file. */
  void put(CellValue value) {
    values.put(value.place(), value.text());
  }

  /** What cells say instead. */
  NavigableMap<CellAddress, String> values() {
    return values;
  }

  /** Every cell that is to look, or read, otherwise than in the file. */
  NavigableSet<CellAddress> cells() {
    NavigableSet<CellAddress> cells = new TreeSet<>(messages.keySet());
    cells.addAll(values.keySet());
    return cells;
  }

  String part() {
    return part;
  }

  NavigableMap<CellAddress, String> messages() {
    return messages;
  }

  /** The style that a faulty cell has, or would have if it existed. */
  int style(CellAddress address) {
    return styles.getOrDefault(address, 0);
  }

  /** The relationship to the drawing that comments are shown by, if the sheet has one. */
  @Nullable String legacyDrawing() {
    return legacyDrawing;
  }

  /** Whether the workbook is of the format's strict variety, which has other namespaces. */
  boolean strict() {
    return strict;
  }

  void scan(InputStream sheet) throws XMLStreamException, IOException {
    List<Stretch> columns = new ArrayList<>();
    int row = 0;
    int column = -1;
    try (Xml xml = Xml.read(sheet)) {
      while (xml.nextStart()) {
        switch (xml.name()) {
          case "worksheet" -> {
            String namespace = xml.raw().getNamespaceURI();
            strict = namespace != null && namespace.startsWith(STRICT);
          }
          case "col" -> columns.add(stretch(xml));
          case "row" -> {
            String number = xml.attribute("r");
            row = number == null ? row + 1 : Integer.parseInt(number);
            column = -1;
            inherit(row, xml.attribute("s"), columns);
          }
          case "c" -> {
            String reference = xml.attribute("r");
            column = reference == null ? column + 1 : CellAddress.columnOf(reference);
            CellAddress address = new CellAddress(column, row);
            if (messages.containsKey(address) || values.containsKey(address)) {
              styles.put(address, number(xml.attribute("s")));
            }
          }
          case "legacyDrawing" -> legacyDrawing = xml.attribute("id");
          default -> {}
        }
      }
    }
    cells().forEach(address -> styles.computeIfAbsent(address, cell -> columnStyle(cell, columns)));
  }

  // Cells that do not exist look like their row, or else like their column.
  private void inherit(int row, @Nullable String rowStyle, List<Stretch> columns) {
    inherit(rowOf(messages, row), rowStyle, columns);
    inherit(rowOf(values, row), rowStyle, columns);
  }

  private void inherit(Set<CellAddress> cells, @Nullable String rowStyle, List<Stretch> columns) {
    for (CellAddress address : cells) {
      styles.put(address, rowStyle == null ? columnStyle(address, columns) : number(rowStyle));
    }
  }

  /** Those of one row, left to right. */
  private static Set<CellAddress> rowOf(NavigableMap<CellAddress, String> cells, int row) {
    return cells
        .subMap(
            new CellAddress(0, row), true, new CellAddress(CellAddress.MAX_COLUMNS - 1, row), true)
        .keySet();
  }

  private static int columnStyle(CellAddress address, List<Stretch> columns) {
    return columns.stream()
        .filter(
            stretch ->
                stretch.first() <= address.column() + 1 && address.column() + 1 <= stretch.last())
        .mapToInt(Stretch::style)
        .findFirst()
        .orElse(0);
  }

  private static Stretch stretch(Xml xml) throws XMLStreamException {
    return new Stretch(
        Integer.parseInt(xml.requiredAttribute("min")),
        Integer.parseInt(xml.requiredAttribute("max")),
        number(xml.attribute("style")));
  }

  private static int number(@Nullable String value) {
    return value == null ? 0 : Integer.parseInt(value);
  }
}
