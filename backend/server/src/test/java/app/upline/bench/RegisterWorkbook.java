package app.upline.bench;

import app.upline.workbook.Columns;
import app.upline.workbook.SheetColumn;
import app.upline.workbook.TableWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** A register as an agency uploads it, as long as one likes. */
final class RegisterWorkbook {

  private static final List<String> HEADINGS =
      List.of(
          "Legal name",
          "Entity type",
          "Functions",
          "Address",
          "City",
          "State",
          "ZIP",
          "Contact",
          "E-mail",
          "Website",
          "Start date",
          "Offshore");

  private RegisterWorkbook() {}

  static byte[] of(int rows) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Columns columns = new Columns(HEADINGS.stream().map(RegisterWorkbook::column).toList());
    try (TableWriter table = TableWriter.xlsx(out, "Register", columns)) {
      for (int i = 1; i <= rows; i++) {
        table.row(
            Arrays.asList(
                "Entity%d Marketing LLC".formatted(i),
                "Marketing agency",
                "Marketing",
                i + " Main St",
                "Tampa",
                "FL",
                "33602",
                "Desk",
                "desk%d@entity.example".formatted(i),
                "www.entity%d.example".formatted(i),
                "01/15/2025",
                "N"));
      }
    }
    return out.toByteArray();
  }

  /** One of them as the API takes it. */
  static String oneAsJson(int number) {
    return """
        {"legalName": "Bench%d Marketing LLC", "entityType": "MARKETING_AGENCY", "licensedProducer": false, "functions": ["MARKETING"],
         "websites": ["https://www.bench%d.example"], "offshore": false, "startDate": "2025-01-01", "knownOn": "2025-01-01",
         "address": {"line1": "1 Main St", "city": "Tampa", "state": "FL", "zip": "33602"},
         "contact": {"name": "Desk", "email": "desk@bench%d.example"}}
        """
        .formatted(number, number, number);
  }

  private static SheetColumn column(String heading) {
    return new SheetColumn(
        heading, heading, List.of(), "", SheetColumn.Kind.TEXT, false, List.of(), false, 20);
  }
}
