package app.upline.disclosure.workbook;

import app.upline.disclosure.DisclosedFilter;
import app.upline.disclosure.DisclosedRegister;
import app.upline.disclosure.DisclosedRelationship;
import app.upline.identity.CurrentUser;
import app.upline.platform.download.TableFormat;
import app.upline.relationship.workbook.RelationshipSheet;
import app.upline.sheet.FieldColumns;
import app.upline.sheet.SheetRows;
import app.upline.workbook.Columns;
import app.upline.workbook.SheetColumn;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes the carrier's register out, batch by batch: the columns of the agency's sheet, with where
 * each row came from.
 */
@Singleton
public final class DisclosedExport {

  private static final Columns COLUMNS = new Columns(columns());

  private final DisclosedRegister register;

  DisclosedExport(DisclosedRegister register) {
    this.register = register;
  }

  public void write(CurrentUser user, DisclosedFilter filter, TableFormat format, OutputStream out)
      throws IOException {
    new SheetRows<>(
            register.batches(user, filter),
            batch -> batch.stream().map(DisclosedExport::values).toList())
        .write(format, "Disclosed relationships", COLUMNS, out);
  }

  private static List<@Nullable Object> values(DisclosedRelationship row) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(row.agency().name());
    values.add(row.disclosedAt().toString());
    values.add(row.submissionReference());
    values.add(row.receiptNumber());
    values.add(row.submissionStatus().name());
    values.addAll(RelationshipSheet.row(row.relationship(), null));
    return values;
  }

  private static List<SheetColumn> columns() {
    List<SheetColumn> columns = new ArrayList<>();
    columns.add(column("agency", "Agency", 34));
    columns.add(column("disclosedAt", "Disclosed at", 28));
    columns.add(column("submission", "Submission", 18));
    columns.add(column("receipt", "Receipt", 22));
    columns.add(column("submissionStatus", "Submission status", 18));
    columns.addAll(RelationshipSheet.COLUMNS.all());
    return columns;
  }

  private static SheetColumn column(String key, String header, int width) {
    return FieldColumns.text(key, header, "", width);
  }
}
