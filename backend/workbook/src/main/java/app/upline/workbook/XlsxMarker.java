package app.upline.workbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Marks cells in an XLSX workbook by copying it part by part and rewriting, as a stream, only the
 * parts concerned.
 */
final class XlsxMarker {

  private static final String SPREADSHEET =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.";
  private static final String DRAWING = "application/vnd.openxmlformats-officedocument.vmlDrawing";
  private static final int MAX_DRAWING = 32 << 20;

  private final XlsxFile file;
  private final OpcPackage parts;
  private final List<CellMark> marks;
  private final List<SheetNotice> remarks;
  private final boolean corrected;
  private final Map<String, SheetMarks> sheets = new LinkedHashMap<>();

  XlsxMarker(
      XlsxFile file, List<CellMark> marks, List<CellValue> values, List<SheetNotice> remarks) {
    this.corrected = !values.isEmpty();
    this.remarks = remarks;
    this.file = file;
    this.parts = file.parts();
    this.marks = marks;
    if (file.sheetParts().containsKey(ErrorList.SHEET)) {
      // Marked before: what has been corrected since must not stay red, on whatever sheet it is.
      file.sheetParts().forEach((sheet, part) -> sheets.put(sheet, new SheetMarks(part)));
      sheets.remove(ErrorList.SHEET);
    }
    marks.forEach(mark -> marksOf(mark.sheet()).add(mark));
    values.forEach(value -> marksOf(value.sheet()).put(value));
  }

  private SheetMarks marksOf(String name) {
    String part = file.sheetParts().get(name);
    if (part == null) {
      throw new IllegalArgumentException(
          "The workbook has no visible sheet \"%s\".".formatted(name));
    }
    return sheets.computeIfAbsent(name, sheet -> new SheetMarks(part));
  }

  void mark(OutputStream out) throws IOException, XMLStreamException {
    boolean strict = false;
    for (SheetMarks sheet : sheets.values()) {
      try (InputStream in = parts.read(sheet.part())) {
        sheet.scan(in);
      }
      strict |= sheet.strict();
    }
    PackageEdit edit = new PackageEdit(parts, strict);
    StyleMarks styles = styles(edit);
    for (SheetMarks sheet : sheets.values()) {
      sheet.messages().keySet().forEach(address -> styles.twin(sheet.style(address)));
      String drawing = comments(edit, sheet);
      edit.rewrite(
          sheet.part(),
          (in, writer) -> new SheetRewriter(in, writer, sheet, styles, drawing).rewrite());
    }
    if (corrected) {
      // In which order to calculate: a cell that lost its formula must not be in it, and every
      // spreadsheet makes it again.
      parts
          .related(file.workbookPart(), "calcChain")
          .filter(parts::has)
          .ifPresent(chain -> edit.drop(file.workbookPart(), "calcChain", chain));
    }
    list(edit, new ErrorList(marks, remarks, styles, strict));
    edit.write(out);
  }

  private StyleMarks styles(PackageEdit edit) throws IOException, XMLStreamException {
    String part = parts.related(file.workbookPart(), "styles").filter(parts::has).orElse(null);
    if (part == null) {
      byte[] none = StyleMarks.NONE.getBytes(StandardCharsets.UTF_8);
      StyleMarks styles = StyleMarks.scan(new ByteArrayInputStream(none));
      String added =
          edit.addAs(
              "xl/styles",
              ".xml",
              SPREADSHEET + "styles+xml",
              out -> {
                try (Xml in = Xml.read(new ByteArrayInputStream(none))) {
                  styles.copy(in, PackageEdit.writer(out));
                }
              });
      edit.relate(file.workbookPart(), "styles", added);
      return styles;
    }
    try (InputStream in = parts.read(part)) {
      StyleMarks styles = StyleMarks.scan(in);
      edit.rewrite(part, styles::copy);
      return styles;
    }
  }

  /**
   * Edits or adds the parts behind a sheet's comments; what the sheet must then point to, if it
   * does not yet.
   */
  private @Nullable String comments(PackageEdit edit, SheetMarks sheet)
      throws IOException, XMLStreamException {
    CommentMarks comments = new CommentMarks(sheet.messages(), sheet.strict());
    String part = parts.related(sheet.part(), "comments").filter(parts::has).orElse(null);
    if (part == null && sheet.messages().isEmpty()) {
      return null;
    }
    if (part == null) {
      String added =
          edit.add(
              "xl/comments",
              ".xml",
              SPREADSHEET + "comments+xml",
              out -> comments.write(PackageEdit.writer(out)));
      edit.relate(sheet.part(), "comments", added);
    } else {
      try (InputStream in = parts.read(part);
          Xml xml = Xml.read(in)) {
        comments.findExisting(xml);
      }
      edit.rewrite(part, comments::merge);
    }
    String drawing = existingDrawing(sheet);
    if (drawing != null) {
      byte[] existing;
      try (InputStream in = parts.read(drawing)) {
        existing = in.readNBytes(MAX_DRAWING + 1);
      }
      if (existing.length <= MAX_DRAWING) {
        edit.replace(drawing, out -> comments.draw(existing, out));
      }
      return null;
    }
    String added =
        edit.add("xl/drawings/vmlDrawing", ".vml", DRAWING, out -> comments.draw(new byte[0], out));
    return "<%%slegacyDrawing xmlns:r=\"%s\" r:id=\"%s\"/>"
        .formatted(edit.relationshipTypes(), edit.relate(sheet.part(), "vmlDrawing", added));
  }

  private @Nullable String existingDrawing(SheetMarks sheet)
      throws IOException, XMLStreamException {
    for (OpcPackage.Relationship relationship : parts.relationships(sheet.part())) {
      if (relationship.id().equals(sheet.legacyDrawing()) && parts.has(relationship.target())) {
        return relationship.target();
      }
    }
    return null;
  }

  private void list(PackageEdit edit, ErrorList list) throws IOException, XMLStreamException {
    String existing = file.sheetParts().get(ErrorList.SHEET);
    if (existing == null && marks.isEmpty()) {
      return;
    }
    PackageEdit.Content content = out -> list.write(PackageEdit.writer(out));
    if (existing != null && !sheets.containsKey(ErrorList.SHEET)) {
      // Left there by an earlier upload of the same workbook.
      edit.replace(existing, content);
      return;
    }
    String part =
        edit.add("xl/worksheets/uploadErrors", ".xml", SPREADSHEET + "worksheet+xml", content);
    String id = edit.relate(file.workbookPart(), "worksheet", part);
    String element =
        "<%%ssheet name=\"%s\" sheetId=\"%d\" xmlns:r=\"%s\" r:id=\"%s\"/>"
            .formatted(
                file.freeName(ErrorList.SHEET), file.freeSheetId(), edit.relationshipTypes(), id);
    edit.rewrite(
        file.workbookPart(),
        (Xml in, Writer out) ->
            XmlCopy.appending(in, out, "sheets", prefix -> element.formatted(prefix)));
  }
}
