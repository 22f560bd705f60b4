package app.upline.local;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A workbook of one sheet written out cell by cell, with whatever type, format and value a cell is
 * to have: libraries write only what is usual.
 */
public final class SheetByHand {

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  private static final String RELATIONSHIPS =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">%s</Relationships>";

  private final List<String> formats = new ArrayList<>(List.of(""));
  private final List<String> texts = new ArrayList<>();
  private final List<String> rows = new ArrayList<>();
  private final Map<String, byte[]> further = new LinkedHashMap<>();
  private boolean from1904;

  /** What is in a cell, as the file has it. */
  @FunctionalInterface
  public interface Content {
    String xml(SheetByHand sheet, String address);
  }

  public static SheetByHand headed(List<String> headings) {
    SheetByHand sheet = new SheetByHand();
    sheet.row(headings.stream().map(SheetByHand::text).toList());
    return sheet;
  }

  /** Counts its days from 1904. */
  public SheetByHand from1904() {
    from1904 = true;
    return this;
  }

  public SheetByHand row(List<? extends @Nullable Content> contents) {
    StringBuilder row = new StringBuilder("<row r=\"%d\">".formatted(rows.size() + 1));
    for (int i = 0; i < contents.size(); i++) {
      Content content = contents.get(i);
      row.append(content == null ? "" : content.xml(this, letters(i) + (rows.size() + 1)));
    }
    rows.add(row.append("</row>").toString());
    return this;
  }

  public static Content text(String text) {
    return text(text, "");
  }

  /** A text in the cell itself. */
  public static Content text(String text, String format) {
    return (sheet, at) ->
        "<c r=\"%s\" s=\"%d\" t=\"inlineStr\"><is><t xml:space=\"preserve\">%s</t></is></c>"
            .formatted(at, sheet.style(format), escape(text));
  }

  /** A text in the workbook's list of texts. */
  public static Content shared(String text, String format) {
    return (sheet, at) -> {
      sheet.texts.add(text);
      return typed("s", String.valueOf(sheet.texts.size() - 1), format).xml(sheet, at);
    };
  }

  public static Content number(String value, String format) {
    return typed("n", value, format);
  }

  /** A value of any type that the format knows. */
  public static Content typed(String type, String value, String format) {
    return (sheet, at) ->
        "<c r=\"%s\" s=\"%d\" t=\"%s\"><v>%s</v></c>"
            .formatted(at, sheet.style(format), type, escape(value));
  }

  /** A formula as it is in the file, with what it last showed, or without. */
  public static Content formula(String type, @Nullable String value) {
    return (sheet, at) ->
        "<c r=\"%s\" t=\"%s\"><f>\"Best \"&amp;\"Leads\"</f>%s</c>"
            .formatted(at, type, value == null ? "" : "<v>" + escape(value) + "</v>");
  }

  /** Another part of the package, whichever part points to it. */
  public SheetByHand part(String name, byte[] content) {
    further.put(name, content);
    return this;
  }

  public byte[] bytes() {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    add(
        parts,
        "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"png\" ContentType=\"image/png\"/>"
            + override("workbook", "sheet.main")
            + override("worksheets/sheet1", "worksheet")
            + override("styles", "styles")
            + override("sharedStrings", "sharedStrings")
            + "</Types>");
    add(
        parts,
        "_rels/.rels",
        RELATIONSHIPS.formatted(pointer("rId1", "officeDocument", "xl/workbook.xml")));
    add(
        parts,
        "xl/workbook.xml",
        "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><workbookPr date1904=\"%s\"/><sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
            .formatted(MAIN, OFFICE, from1904 ? "1" : "0"));
    add(
        parts,
        "xl/_rels/workbook.xml.rels",
        RELATIONSHIPS.formatted(
            pointer("rId1", "worksheet", "worksheets/sheet1.xml")
                + pointer("rId2", "styles", "styles.xml")
                + pointer("rId3", "sharedStrings", "sharedStrings.xml")));
    add(parts, "xl/styles.xml", styles());
    StringBuilder shared = new StringBuilder("<sst xmlns=\"%s\">".formatted(MAIN));
    texts.forEach(
        text ->
            shared
                .append("<si><t xml:space=\"preserve\">")
                .append(escape(text))
                .append("</t></si>"));
    add(parts, "xl/sharedStrings.xml", shared.append("</sst>").toString());
    add(
        parts,
        "xl/worksheets/sheet1.xml",
        "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>"
            .formatted(MAIN, String.join("", rows)));
    parts.putAll(further);
    return zip(parts);
  }

  private String styles() {
    StringBuilder codes = new StringBuilder();
    StringBuilder cells = new StringBuilder();
    for (int i = 0; i < formats.size(); i++) {
      String format = formats.get(i);
      boolean builtIn = format.matches("\\d+!");
      int number = builtIn ? Integer.parseInt(format.replace("!", "")) : i == 0 ? 0 : 200 + i;
      if (!builtIn && i > 0) {
        codes.append(
            "<numFmt numFmtId=\"%d\" formatCode=\"%s\"/>".formatted(number, escape(format)));
      }
      cells.append(
          "<xf numFmtId=\"%d\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>"
              .formatted(number));
    }
    return "<styleSheet xmlns=\"%s\"><numFmts>%s</numFmts><fonts count=\"1\"><font><sz val=\"11\"/></font></fonts><fills count=\"1\"><fill><patternFill patternType=\"none\"/></fill></fills><borders count=\"1\"><border/></borders><cellStyleXfs count=\"1\"><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>%s</cellXfs></styleSheet>"
        .formatted(MAIN, codes, cells);
  }

  /** The style of a format code; {@code 14!} is the format that every program knows as 14. */
  private int style(String format) {
    int known = formats.indexOf(format);
    if (known < 0) {
      formats.add(format);
      return formats.size() - 1;
    }
    return known;
  }

  private static byte[] zip(Map<String, byte[]> parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static String letters(int column) {
    return column < 26
        ? String.valueOf((char) ('A' + column))
        : letters(column / 26 - 1) + (char) ('A' + column % 26);
  }

  private static void add(Map<String, byte[]> parts, String name, String xml) {
    parts.put(name, xml.getBytes(StandardCharsets.UTF_8));
  }

  private static String override(String part, String type) {
    return "<Override PartName=\"/xl/%s.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml\"/>"
        .formatted(part, type);
  }

  private static String pointer(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, OFFICE, type, target);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
