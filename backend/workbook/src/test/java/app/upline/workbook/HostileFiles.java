package app.upline.workbook;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files that are large inside, each in a way of its own, written without holding them. */
final class HostileFiles {

  private static final String SHEET = "xl/worksheets/sheet1.xml";
  private static final String SHEET_BEGIN =
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
  private static final String SHEET_END = "</sheetData></worksheet>";
  private static final int XFD = 16_384;
  private static final int MIB = 1 << 20;

  private HostileFiles() {}

  /** What is written into one part. */
  @FunctionalInterface
  interface Content {
    void into(Writer out) throws IOException;
  }

  /** All of them, by what they do. */
  static Map<String, Path> all(Path folder) {
    Map<String, Path> files = new LinkedHashMap<>();
    files.put("a sheet of 1,048,576 rows", sheet(folder, HostileFiles::allRows));
    files.put("10,000 sheets", sheets(folder));
    files.put("a cell of 400 MB", sheet(folder, HostileFiles::cellOf400Megabytes));
    files.put("cells out to column XFD", sheet(folder, HostileFiles::rowsToXfd));
    files.put("a row of four million cells", sheet(folder, HostileFiles::sameCellAgain));
    files.put("an attribute of 100 MB", sheet(folder, out -> inTag(out, "<row r=\"", ' ', "\">")));
    files.put("a name of 100 MB", sheet(folder, out -> inTag(out, "<", 'a', "/>")));
    files.put("elements a million deep", sheet(folder, out -> repeat(out, 1_000_000, i -> "<e>")));
    files.put("ten million empty texts", part(folder, "xl/sharedStrings.xml", "<sst>", "<si/>"));
    files.put(
        "a million relationships",
        part(
            folder,
            "xl/_rels/workbook.xml.rels",
            "<Relationships>",
            "<Relationship Id=\"a\" Type=\"b/c\" Target=\"d\"/>"));
    files.put(
        "a million number formats",
        part(
            folder, "xl/styles.xml", "<styleSheet>", "<numFmt numFmtId=\"%d\" formatCode=\"0\"/>"));
    files.put(
        "thirty million styles of cells",
        part(folder, "xl/styles.xml", "<styleSheet><cellXfs>", "<xf/>".repeat(50) + "<!--%d-->"));
    return files;
  }

  /** A file that must be read. */
  static Path good(Path folder) {
    return sheet(
        folder,
        out ->
            repeat(
                out,
                1_000,
                i ->
                    "<row><c t=\"inlineStr\"><is><t>Keystone %d</t></is></c><c><v>45000</v></c></row>"
                        .formatted(i)));
  }

  private static void allRows(Writer out) throws IOException {
    repeat(out, CellAddress.MAX_ROWS - 1, i -> "<row><c><v>" + i + "</v></c></row>");
  }

  private static void cellOf400Megabytes(Writer out) throws IOException {
    out.write("<row><c t=\"inlineStr\"><is><t>");
    spread(out, 400, ' ');
    out.write("</t></is></c></row>");
  }

  private static void rowsToXfd(Writer out) throws IOException {
    for (int row = 0; row < 50; row++) {
      out.write("<row>");
      repeat(out, XFD, i -> "<c><v>" + i + "</v></c>");
      out.write("</row>");
    }
  }

  private static void sameCellAgain(Writer out) throws IOException {
    out.write("<row r=\"2\">");
    repeat(out, 4_000_000, i -> "<c r=\"A2\"><v>" + i % 100 + "</v></c>");
    out.write("</row>");
  }

  private static void inTag(Writer out, String before, char glue, String after) throws IOException {
    out.write(before);
    spread(out, 100, glue);
    out.write(after);
  }

  /** Text that shrinks, but not so much that the ratio alone gives it away. */
  private static void spread(Writer out, int megabytes, char glue) throws IOException {
    Random random = new Random(7);
    String line = "a".repeat(250);
    for (long written = 0; written < (long) megabytes * MIB; written += line.length() + 2) {
      out.write(line);
      out.write(glue);
      out.write('a' + random.nextInt(26));
    }
  }

  private static void repeat(Writer out, int times, IntFunction<String> text) throws IOException {
    for (int i = 0; i < times; i++) {
      out.write(text.apply(i));
    }
  }

  private static Path sheets(Path folder) {
    Map<String, Content> parts = goodParts(out -> {});
    parts.put(
        "xl/workbook.xml",
        out -> {
          out.write("<workbook xmlns:r=\"r\"><sheets>");
          repeat(
              out,
              10_000,
              i -> "<sheet name=\"S%d\" sheetId=\"%d\" r:id=\"rId1\"/>".formatted(i, i + 1));
          out.write("</sheets></workbook>");
        });
    return write(folder, parts);
  }

  private static Path part(Path folder, String name, String begin, String again) {
    Map<String, Content> parts = goodParts(out -> out.write("<row><c t=\"s\"><v>1</v></c></row>"));
    parts.put(
        "xl/_rels/workbook.xml.rels",
        out ->
            out.write(
                """
                <Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/>
                <Relationship Id="rId2" Type="x/sharedStrings" Target="sharedStrings.xml"/>
                <Relationship Id="rId3" Type="x/styles" Target="styles.xml"/></Relationships>
                """));
    int times =
        again.startsWith("<si") ? 10_000_000 : again.startsWith("<xf") ? 600_000 : 1_000_000;
    parts.put(
        name,
        out -> {
          out.write(begin);
          repeat(out, times, i -> again.formatted(i) + (i % 50 == 0 ? "<!--" + i + "-->" : ""));
          out.write(begin.replaceAll("<(\\w+)>(?:<(\\w+)>)?", "</$2></$1>").replace("</>", ""));
        });
    return write(folder, parts);
  }

  private static Path sheet(Path folder, Content rows) {
    return write(folder, goodParts(rows));
  }

  private static Map<String, Content> goodParts(Content rows) {
    Map<String, Content> parts = new LinkedHashMap<>();
    Fixtures.parts("").forEach((name, xml) -> parts.put(name, out -> out.write(xml)));
    parts.put(
        SHEET,
        out -> {
          out.write(SHEET_BEGIN);
          out.write(Fixtures.headingRow());
          rows.into(out);
          out.write(SHEET_END);
        });
    return parts;
  }

  private static Path write(Path folder, Map<String, Content> parts) {
    try {
      Path file = Files.createTempFile(folder, "hostile", ".xlsx");
      try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
        for (Map.Entry<String, Content> part : parts.entrySet()) {
          zip.putNextEntry(new ZipEntry(part.getKey()));
          Writer out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
          part.getValue().into(out);
          out.flush();
          zip.closeEntry();
        }
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
