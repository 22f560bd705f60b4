package app.upline.submission.workbook;

import app.upline.identity.CurrentUser;
import app.upline.platform.workbook.Column;
import app.upline.platform.workbook.Columns;
import app.upline.platform.workbook.TableWriter;
import app.upline.relationship.workbook.RelationshipSheet;
import app.upline.submission.DisclosedFilter;
import app.upline.submission.DisclosedRegister;
import app.upline.submission.DisclosedRelationship;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
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

  public void write(CurrentUser user, DisclosedFilter filter, boolean csv, OutputStream out)
      throws IOException {
    try (TableWriter table =
        csv
            ? TableWriter.csv(out, COLUMNS)
            : TableWriter.xlsx(out, "Disclosed relationships", COLUMNS)) {
      Iterator<List<DisclosedRelationship>> batches = register.batches(user, filter);
      while (batches.hasNext()) {
        for (DisclosedRelationship row : batches.next()) {
          table.row(values(row));
        }
      }
    }
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

  private static List<Column> columns() {
    List<Column> columns = new ArrayList<>();
    columns.add(text("agency", "Agency", 34));
    columns.add(text("disclosedAt", "Disclosed at", 28));
    columns.add(text("submission", "Submission", 18));
    columns.add(text("receipt", "Receipt", 22));
    columns.add(text("submissionStatus", "Submission status", 18));
    columns.addAll(RelationshipSheet.COLUMNS.all());
    return columns;
  }

  private static Column text(String key, String header, int width) {
    return new Column(key, header, List.of(), "", Column.Kind.TEXT, false, List.of(), false, width);
  }
}
