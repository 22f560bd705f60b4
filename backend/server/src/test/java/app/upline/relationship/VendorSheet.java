package app.upline.relationship;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** A sheet of vendors as an agency keeps it. */
final class VendorSheet {

  static final List<String> HEADINGS =
      List.of(
          "Legal name",
          "Your reference",
          "Entity type",
          "NPN",
          "EIN",
          "Functions",
          "Lead channels",
          "Websites",
          "Street",
          "City",
          "State",
          "ZIP code",
          "Contact name",
          "Contact e-mail",
          "Contact phone",
          "Start date",
          "Offshore?");

  private final List<String> headings = new ArrayList<>(HEADINGS);
  private final List<List<String>> rows = new ArrayList<>();

  /** One with this many sound rows below its headings. */
  static VendorSheet of(int rows) {
    VendorSheet sheet = new VendorSheet();
    for (int i = 1; i <= rows; i++) {
      sheet.rows.add(new ArrayList<>(vendor(i)));
    }
    return sheet;
  }

  static List<String> vendor(int number) {
    return List.of(
        "Vendor " + number + " LLC",
        "T-" + number,
        "Call Center",
        "6887500" + number,
        "",
        "Marketing",
        "",
        "https://www.vendor.example",
        "1 Main St",
        "Mesa",
        "AZ",
        "85201",
        "Pat Doe",
        "pat@vendor.example",
        "602-555-0100",
        "01/15/2024",
        "No");
  }

  /** The same under another heading. */
  VendorSheet calling(String heading, String otherwise) {
    headings.set(headings.indexOf(heading), otherwise);
    return this;
  }

  /** The same without a column. */
  VendorSheet without(String heading) {
    int column = headings.indexOf(heading);
    headings.remove(column);
    rows.forEach(row -> row.remove(column));
    return this;
  }

  /** The same with one more column, with this value in every row. */
  VendorSheet with(String heading, String value) {
    headings.add(heading);
    rows.forEach(row -> row.add(value));
    return this;
  }

  VendorSheet row(String... cells) {
    rows.add(new ArrayList<>(List.of(cells)));
    return this;
  }

  VendorSheet rowAt(int place, List<String> cells) {
    rows.add(place, new ArrayList<>(cells));
    return this;
  }

  /** As CSV, with these lines after it. */
  byte[] csv(String... lines) {
    StringBuilder text = new StringBuilder(line(headings));
    rows.forEach(row -> text.append(line(row)));
    for (String line : lines) {
      text.append(line).append("\r\n");
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  byte[] xlsx() {
    return xlsx(sheet -> {});
  }

  byte[] xlsx(Consumer<XSSFSheet> change) {
    try (XSSFWorkbook workbook = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      XSSFSheet sheet = workbook.createSheet("TPMO");
      fill(sheet, 0);
      change.accept(sheet);
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes headings and rows from a row on, counted from 0. */
  void fill(XSSFSheet sheet, int from) {
    List<List<String>> all = new ArrayList<>();
    all.add(headings);
    all.addAll(rows);
    for (int i = 0; i < all.size(); i++) {
      XSSFRow row = sheet.createRow(from + i);
      for (int column = 0; column < all.get(i).size(); column++) {
        if (!all.get(i).get(column).isEmpty()) {
          row.createCell(column).setCellValue(all.get(i).get(column));
        }
      }
    }
  }

  /** The same workbook with another text in one of its parts. */
  static byte[] edited(byte[] workbook, String part, UnaryOperator<String> edit) {
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      try (ZipOutputStream zip = new ZipOutputStream(out)) {
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
          byte[] content = in.readAllBytes();
          zip.putNextEntry(new ZipEntry(entry.getName()));
          zip.write(
              entry.getName().equals(part)
                  ? edit.apply(new String(content, StandardCharsets.UTF_8))
                      .getBytes(StandardCharsets.UTF_8)
                  : content);
        }
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String line(List<String> cells) {
    return String.join(
            ",", cells.stream().map(cell -> cell.contains(",") ? '"' + cell + '"' : cell).toList())
        + "\r\n";
  }
}
