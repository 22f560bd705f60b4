package app.upline.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** An XLSX workbook that has passed its check. */
final class XlsxFile implements SheetFile {

  private final OpcPackage parts;
  private final WorkbookLimits limits;
  private final Map<String, String> sheetParts = new LinkedHashMap<>();
  private final List<Notice> notices = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private final Map<String, SheetLayout> layouts = new HashMap<>();
  private final String workbookPart;
  private long lastSheetId;
  private boolean from1904;
  private @Nullable SharedStrings strings;
  private @Nullable NumberFormats formats;

  private XlsxFile(OpcPackage parts, WorkbookLimits limits)
      throws IOException, XMLStreamException, WorkbookRefusedException {
    this.parts = parts;
    this.limits = limits;
    this.workbookPart = parts.workbookPart();
    readWorkbookPart();
  }

  static XlsxFile open(Path file, WorkbookLimits limits) throws WorkbookRefusedException {
    try {
      OpcPackage parts = OpcPackage.open(file, limits);
      try {
        return new XlsxFile(parts, limits);
      } catch (Throwable e) {
        parts.close();
        throw e;
      }
    } catch (IOException | XMLStreamException | RuntimeException e) {
      throw WorkbookRefusedException.damaged(e);
    }
  }

  @Override
  public List<String> sheets() {
    return List.copyOf(sheetParts.keySet());
  }

  @Override
  public List<Notice> notices() {
    return notices;
  }

  /** The parts behind the sheets, for edits. */
  OpcPackage parts() {
    return parts;
  }

  Map<String, String> sheetParts() {
    return sheetParts;
  }

  String workbookPart() {
    return workbookPart;
  }

  /** A name like this one that no sheet has, hidden ones included. */
  String freeName(String wanted) {
    String name = wanted;
    for (int i = 2; names.contains(name.toLowerCase(Locale.ROOT)); i++) {
      name = wanted + " " + i;
    }
    return name;
  }

  long freeSheetId() {
    return lastSheetId + 1;
  }

  @Override
  public RowCursor rows(String sheet) throws WorkbookRefusedException {
    String part = sheetParts.get(sheet);
    if (part == null) {
      throw new IllegalArgumentException(
          "The workbook has no visible sheet \"%s\".".formatted(sheet));
    }
    try {
      return new XlsxRows(parts.read(part), strings(), formats(), limits);
    } catch (IOException | XMLStreamException | RuntimeException e) {
      throw WorkbookRefusedException.damaged(e);
    }
  }

  @Override
  public SheetLayout layout(String sheet) throws WorkbookRefusedException {
    SheetLayout known = layouts.get(sheet);
    if (known != null) {
      return known;
    }
    String part = sheetParts.get(sheet);
    if (part == null) {
      return SheetLayout.PLAIN;
    }
    SheetLayout layout = new SheetLayout();
    try (InputStream in = parts.read(part)) {
      layout.readSheet(in);
      for (OpcPackage.Relationship relationship : parts.relationships(part)) {
        if (relationship.type().equals("table") && parts.has(relationship.target())) {
          try (InputStream table = parts.read(relationship.target())) {
            layout.readTable(table);
          }
        }
      }
    } catch (IOException | XMLStreamException | RuntimeException e) {
      throw WorkbookRefusedException.damaged(e);
    }
    layouts.put(sheet, layout);
    return layout;
  }

  private SharedStrings strings() throws IOException, XMLStreamException, WorkbookRefusedException {
    if (strings == null) {
      String part = parts.related(workbookPart, "sharedStrings").filter(parts::has).orElse(null);
      if (part == null) {
        strings = SharedStrings.none();
      } else {
        try (InputStream in = parts.read(part)) {
          strings = SharedStrings.read(in, CellText.MAX_ESCAPED * limits.maxCellLength());
        }
      }
    }
    return strings;
  }

  private NumberFormats formats() throws IOException, XMLStreamException {
    if (formats == null) {
      String part = parts.related(workbookPart, "styles").filter(parts::has).orElse(null);
      if (part == null) {
        formats = NumberFormats.none(from1904);
      } else {
        try (InputStream in = parts.read(part)) {
          formats = NumberFormats.read(in, from1904);
        }
      }
    }
    return formats;
  }

  private void readWorkbookPart() throws IOException, XMLStreamException, WorkbookRefusedException {
    Map<String, OpcPackage.Relationship> byId =
        parts.relationships(workbookPart).stream()
            .collect(
                Collectors.toMap(
                    OpcPackage.Relationship::id, relationship -> relationship, (a, b) -> a));
    int count = 0;
    try (InputStream in = parts.read(workbookPart);
        Xml xml = Xml.read(in)) {
      while (xml.nextStart()) {
        if (xml.name().equals("workbookPr")) {
          String flag = xml.attribute("date1904");
          from1904 = "1".equals(flag) || "true".equals(flag);
        } else if (xml.name().equals("sheet")) {
          if (++count > limits.maxSheets()) {
            throw WorkbookRefusedException.tooLarge(
                "The workbook has more than %d sheets.".formatted(limits.maxSheets()));
          }
          addSheet(xml, byId);
        }
      }
    }
  }

  private void addSheet(Xml xml, Map<String, OpcPackage.Relationship> byId)
      throws XMLStreamException {
    String name = xml.requiredAttribute("name");
    String state = xml.attribute("state");
    names.add(name.toLowerCase(Locale.ROOT));
    lastSheetId = Math.max(lastSheetId, Long.parseLong(xml.requiredAttribute("sheetId")));
    OpcPackage.Relationship target = byId.get(xml.requiredAttribute("id"));
    if ("veryHidden".equals(state) && name.startsWith(TemplateChoices.SHEET)) {
      // The lists behind the drop-downs of our own template: its user need not be told of them.
      return;
    }
    if (state != null && !state.equals("visible")) {
      notices.add(Notice.hiddenSheetIgnored(name));
    } else if (target != null && target.type().equals("worksheet")) {
      sheetParts.put(name, target.target());
    }
  }

  @Override
  public void close() {
    try {
      parts.close();
    } catch (IOException e) {
      // Nothing was written, so nothing is lost.
    }
  }
}
