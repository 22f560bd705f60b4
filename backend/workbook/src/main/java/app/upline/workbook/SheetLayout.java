package app.upline.workbook;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/**
 * How a worksheet shows its cells, as far as it matters to what they mean: what is hidden, what is
 * merged, what is filtered, and which rows are totals that a table has made.
 */
final class SheetLayout {

  /** A sheet of which nothing is hidden. */
  static final SheetLayout PLAIN = new SheetLayout();

  private static final int MAX_MERGES = 20_000;

  /** In characters, and in points: in less, nothing can be read. */
  private static final double VISIBLE_WIDTH = 0.5;

  private static final double VISIBLE_HEIGHT = 1.0;

  /** A rectangle of cells. */
  record Area(CellAddress first, CellAddress last) {

    static Area parse(String reference) {
      String plain = reference.replace("$", "");
      int colon = plain.indexOf(':');
      return colon < 0
          ? new Area(CellAddress.parse(plain), CellAddress.parse(plain))
          : new Area(
              CellAddress.parse(plain.substring(0, colon)),
              CellAddress.parse(plain.substring(colon + 1)));
    }

    int columns() {
      return last.column() - first.column() + 1;
    }

    @Override
    public String toString() {
      return first + ":" + last;
    }
  }

  // As bits: a sheet may say the same of a column or a row as often as it likes.
  private final BitSet hiddenColumns = new BitSet();
  private final BitSet filtered = new BitSet();
  private final List<Area> merges = new ArrayList<>();
  private final Set<Integer> totals = new HashSet<>();

  /** Takes note of what a worksheet part says. */
  void readSheet(InputStream in) throws XMLStreamException, WorkbookRefusedException {
    try (Xml xml = Xml.read(in)) {
      while (xml.nextStart()) {
        switch (xml.name()) {
          case "col" -> column(xml);
          case "mergeCell" -> {
            if (merges.size() == MAX_MERGES) {
              throw WorkbookRefusedException.tooLarge(
                  "The sheet has more than 20,000 merged cells. Take the merging off and send it"
                      + " again.");
            }
            merges.add(Area.parse(xml.requiredAttribute("ref")));
          }
          case "autoFilter" -> filter(xml);
          default -> {}
        }
      }
    }
  }

  /** Takes note of a table on the sheet. */
  void readTable(InputStream in) throws XMLStreamException {
    try (Xml xml = Xml.read(in)) {
      while (xml.nextStart()) {
        if (xml.name().equals("table")) {
          Area area = Area.parse(xml.requiredAttribute("ref"));
          String count = xml.attribute("totalsRowCount");
          for (int i = count == null ? 0 : Math.min(Integer.parseInt(count), 10); i > 0; i--) {
            totals.add(area.last().row() - i + 1);
          }
        } else if (xml.name().equals("autoFilter")) {
          filter(xml);
        }
      }
    }
  }

  private void column(Xml xml) throws XMLStreamException {
    String width = xml.attribute("width");
    if (isSet(xml, "hidden") || width != null && Double.parseDouble(width) < VISIBLE_WIDTH) {
      int first = Math.max(Integer.parseInt(xml.requiredAttribute("min")), 1) - 1;
      int end = Math.min(Integer.parseInt(xml.requiredAttribute("max")), CellAddress.MAX_COLUMNS);
      hiddenColumns.set(Math.min(first, Math.max(end, 0)), Math.max(end, 0));
    }
  }

  /** A filter that lets everything pass hides nothing. */
  private void filter(Xml xml) throws XMLStreamException {
    String reference = xml.attribute("ref");
    boolean active = false;
    boolean ofColumn = false;
    for (int depth = 1; depth > 0; ) {
      int event = xml.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        ofColumn = depth == 1 ? xml.name().equals("filterColumn") : ofColumn;
        active |= depth > 1 && ofColumn;
        depth++;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
    if (active && reference != null) {
      Area area = Area.parse(reference);
      // Below the heading.
      filtered.set(area.first().row() + 1, Math.max(area.first().row(), area.last().row()) + 1);
    }
  }

  /** Whether a row's own attributes hide it. */
  static boolean hides(Xml row) {
    String height = row.attribute("ht");
    return isSet(row, "hidden") || height != null && Double.parseDouble(height) < VISIBLE_HEIGHT;
  }

  private static boolean isSet(Xml xml, String attribute) {
    String value = xml.attribute(attribute);
    return "1".equals(value) || "true".equals(value);
  }

  boolean isHiddenColumn(int column) {
    return hiddenColumns.get(column);
  }

  /** Whether a row that is hidden is so because of a filter. */
  boolean isFiltered(int row) {
    return filtered.get(row);
  }

  boolean isTotal(int row) {
    return totals.contains(row);
  }

  List<Area> merges() {
    return merges;
  }
}
