package app.upline.workbook;

import app.upline.workbook.SheetColumn.Kind;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Columns, workbooks made with another library than the one under test, and workbooks written out
 * part by part.
 */
final class Fixtures {

  static final Columns COLUMNS =
      new Columns(
          List.of(
              column("name", "Legal name", Kind.TEXT, "Name of Subcontractor (legal)", "Company"),
              column("number", "License number", Kind.TEXT, "NPN"),
              column("start", "Start date", Kind.DATE),
              column("end", "End date", Kind.DATE, "Term date"),
              column("seats", "Seats", Kind.NUMBER),
              column("email", "E-mail", Kind.TEXT)));

  static final String CONTENT_TYPES =
      """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
      <Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>\
      </Types>""";

  private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  private static final String RELATIONS =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private Fixtures() {}

  static SheetColumn column(String key, String header, Kind kind, String... aliases) {
    return new SheetColumn(
        key,
        header,
        List.of(aliases),
        "Enter the " + header + ".",
        kind,
        false,
        List.of(),
        false,
        20);
  }

  static Path poi(Path folder, Consumer<XSSFWorkbook> filling) {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      filling.accept(workbook);
      workbook.write(out);
      return file(folder, out.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The parts of the smallest workbook there can be, around one sheet. */
  static Map<String, String> parts(String sheetXml) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", CONTENT_TYPES);
    parts.put(
        "_rels/.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"rId1\" Type=\""
            + RELATIONS
            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    parts.put(
        "xl/workbook.xml",
        "<workbook xmlns=\""
            + MAIN
            + "\" xmlns:r=\""
            + RELATIONS
            + "\"><workbookPr/><sheets>"
            + "<sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
    parts.put(
        "xl/_rels/workbook.xml.rels",
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
            + "<Relationship Id=\"rId1\" Type=\""
            + RELATIONS
            + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
    parts.put("xl/worksheets/sheet1.xml", sheetXml);
    return parts;
  }

  static String sheet(String rows) {
    return "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>";
  }

  static String headingRow() {
    return "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Legal name</t></is></c>"
        + "<c r=\"B1\" t=\"inlineStr\"><is><t>Start date</t></is></c></row>";
  }

  static byte[] zip(Map<String, String> parts) {
    Map<String, byte[]> bytes = new LinkedHashMap<>();
    parts.forEach((name, content) -> bytes.put(name, content.getBytes(StandardCharsets.UTF_8)));
    return zipBytes(bytes);
  }

  static byte[] zipBytes(Map<String, byte[]> parts) {
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

  static Map<String, byte[]> unzip(byte[] workbook) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new java.io.ByteArrayInputStream(workbook))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        parts.put(entry.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }

  static Path file(Path folder, byte[] content) {
    try {
      return Files.write(Files.createTempFile(folder, "upload", ".bin"), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path file(Path folder, String content) {
    return file(folder, content.getBytes(StandardCharsets.UTF_8));
  }

  static List<SheetRow> rows(Path file) throws WorkbookRefusedException {
    return rows(file, WorkbookLimits.defaults());
  }

  static List<SheetRow> rows(Path file, WorkbookLimits limits) throws WorkbookRefusedException {
    try (Workbook workbook = Workbook.open(file, limits)) {
      List<SheetRow> rows = new ArrayList<>();
      workbook.forEachRow(workbook.findHeadings(COLUMNS), rows::add);
      return rows;
    }
  }
}
