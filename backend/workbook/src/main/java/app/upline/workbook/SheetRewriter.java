package app.upline.workbook;

import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Copies a worksheet part with its faulty cells in red, adding those that do not exist. */
final class SheetRewriter {

  /** What may only stand after the pointer to the comments' drawing. */
  private static final Set<String> AFTER_LEGACY_DRAWING =
      Set.of(
          "legacyDrawingHF",
          "drawingHF",
          "picture",
          "oleObjects",
          "controls",
          "webPublishItems",
          "tableParts",
          "extLst",
          "AlternateContent");

  private final Xml in;
  private final Writer out;
  private final XmlCopy copy;
  private final SheetMarks marks;
  private final StyleMarks styles;
  private final Iterator<CellAddress> cells;

  /** Numbers of shared formulas whose text stood in a cell that was corrected. */
  private final Set<String> withoutMaster = new HashSet<>();

  private @Nullable CellAddress due;
  private String prefix = "";
  private @Nullable String drawingToAdd;
  private int row;

  /**
   * @param drawingToAdd the XML that points to the comments' drawing, with {@code %s} for the
   *     prefix; null when the sheet has one
   */
  SheetRewriter(
      Xml in, Writer out, SheetMarks marks, StyleMarks styles, @Nullable String drawingToAdd) {
    this.in = in;
    this.out = out;
    this.copy = new XmlCopy(in, out);
    this.marks = marks;
    this.styles = styles;
    this.cells = marks.cells().iterator();
    this.drawingToAdd = drawingToAdd;
    advance();
  }

  void rewrite() throws XMLStreamException, IOException {
    XmlCopy.declaration(out);
    int depth = 0;
    while (in.hasNext()) {
      int event = in.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        if (depth == 1 && in.name().equals("dimension")) {
          // It would no longer be true, and the format does not need it.
          in.text(0);
          continue;
        }
        if (depth == 1 && AFTER_LEGACY_DRAWING.contains(in.name())) {
          addDrawing();
        }
        if (in.name().equals("row") && depth == 2) {
          copyRow();
          continue;
        }
        depth++;
        prefix = depth == 1 ? copy.prefix() : prefix;
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
        if (in.name().equals("sheetData") && depth == 1) {
          addRowsBefore(Integer.MAX_VALUE);
        } else if (depth == 0) {
          addDrawing();
        }
      }
      copy.event(event);
    }
    out.flush();
  }

  private void copyRow() throws XMLStreamException, IOException {
    String number = in.attribute("r");
    row = number == null ? row + 1 : Integer.parseInt(number);
    addRowsBefore(row);
    Map<String, @Nullable String> changes = new HashMap<>();
    changes.put("r", String.valueOf(row));
    if (due != null && due.row() == row) {
      changes.put("spans", null);
    }
    copy.start(changes);
    int column = -1;
    while (true) {
      int event = in.next();
      if (event == XMLStreamConstants.START_ELEMENT && in.name().equals("c")) {
        String reference = in.attribute("r");
        column = reference == null ? column + 1 : CellAddress.columnOf(reference);
        copyCell(new CellAddress(column, row));
      } else if (event == XMLStreamConstants.END_ELEMENT && in.name().equals("row")) {
        addCellsBefore(CellAddress.MAX_COLUMNS);
        copy.event(event);
        return;
      } else {
        copy.event(event);
      }
    }
  }

  private void copyCell(CellAddress address) throws XMLStreamException, IOException {
    addCellsBefore(address.column());
    String value = marks.values().get(address);
    if (value != null) {
      noteFormula(address);
      copy.raw(written(address, value));
      advance();
      return;
    }
    if (address.equals(due)) {
      copy.start(
          Map.of("r", address.toString(), "s", String.valueOf(styles.twin(marks.style(address)))));
      advance();
    } else {
      String style = in.attribute("s");
      copy.start(
          style == null
              ? Map.of("r", address.toString())
              : Map.of(
                  "r",
                  address.toString(),
                  "s",
                  String.valueOf(styles.clear(Integer.parseInt(style)))));
    }
    if (withoutMaster.isEmpty()) {
      copy.rest();
    } else {
      copyRest();
    }
  }

  /**
   * Passes over what a corrected cell held. Others may share its formula, which they keep the last
   * value of instead.
   */
  private void noteFormula(CellAddress address) throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = in.next();
      if (event == XMLStreamConstants.START_ELEMENT) {
        depth++;
        if (in.name().equals("f") && in.attribute("ref") != null && in.attribute("si") != null) {
          withoutMaster.add(in.requiredAttribute("si"));
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        depth--;
      }
    }
  }

  /** The rest of a cell, without a formula whose text stood in a cell that was corrected. */
  private void copyRest() throws XMLStreamException, IOException {
    for (int depth = 1; depth > 0; ) {
      int event = in.next();
      if (event == XMLStreamConstants.START_ELEMENT
          && in.name().equals("f")
          && in.attribute("ref") == null
          && withoutMaster.contains(in.attribute("si"))) {
        in.text(0);
        continue;
      }
      depth +=
          event == XMLStreamConstants.START_ELEMENT
              ? 1
              : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
      copy.event(event);
    }
  }

  /** A cell of text, whatever it held before; red if it is still faulty. */
  private String written(CellAddress address, String text) {
    int style = marks.style(address);
    int shown = marks.messages().containsKey(address) ? styles.twin(style) : styles.clear(style);
    String start = "<%sc r=\"%s\" s=\"%d\"".formatted(prefix, address, shown);
    return text.isEmpty()
        ? start + "/>"
        : start
            + " t=\"inlineStr\"><%1$sis><%1$st xml:space=\"preserve\">".formatted(prefix)
            + XmlCopy.escape(CellText.encode(text))
            + "</%1$st></%1$sis></%1$sc>".formatted(prefix);
  }

  private void addRowsBefore(int limit) throws IOException {
    while (due != null && due.row() < limit) {
      int added = due.row();
      copy.raw("<" + prefix + "row r=\"" + added + "\">");
      int current = row;
      row = added;
      addCellsBefore(CellAddress.MAX_COLUMNS);
      row = current;
      copy.raw("</" + prefix + "row>");
    }
  }

  private void addCellsBefore(int column) throws IOException {
    while (due != null && due.row() == row && due.column() < column) {
      String value = marks.values().get(due);
      copy.raw(
          value != null
              ? written(due, value)
              : "<" + prefix + "c r=\"" + due + "\" s=\"" + styles.twin(marks.style(due)) + "\"/>");
      advance();
    }
  }

  private void addDrawing() throws IOException {
    if (drawingToAdd != null) {
      copy.raw(drawingToAdd.formatted(prefix));
      drawingToAdd = null;
    }
  }

  private void advance() {
    due = cells.hasNext() ? cells.next() : null;
  }
}
