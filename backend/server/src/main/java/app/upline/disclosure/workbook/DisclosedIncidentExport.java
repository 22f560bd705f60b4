package app.upline.disclosure.workbook;

import app.upline.disclosure.DisclosedIncident;
import app.upline.disclosure.DisclosedIncidentFilter;
import app.upline.disclosure.DisclosedIncidentSort;
import app.upline.disclosure.DisclosedIncidents;
import app.upline.identity.CurrentUser;
import app.upline.incident.IncidentDetails;
import app.upline.platform.listing.ListOrder;
import app.upline.platform.personal.FreeTextScan;
import app.upline.workbook.Columns;
import app.upline.workbook.SheetColumn;
import app.upline.workbook.TableWriter;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Writes the incidents a carrier holds out, batch by batch: how each stands, then its fields. */
@Singleton
public final class DisclosedIncidentExport {

  private static final Columns COLUMNS = new Columns(columns());

  private final DisclosedIncidents incidents;

  DisclosedIncidentExport(DisclosedIncidents incidents) {
    this.incidents = incidents;
  }

  /** What looks like personal data in free text is replaced by its kind: a file travels. */
  public void write(
      CurrentUser user,
      DisclosedIncidentFilter filter,
      ListOrder<DisclosedIncidentSort> order,
      boolean csv,
      OutputStream out)
      throws IOException {
    write(user, filter, order, csv, FreeTextScan::redact, out);
  }

  /** Every text as it was disclosed; the caller has seen to it that this is on record. */
  public void writeUnredacted(
      CurrentUser user,
      DisclosedIncidentFilter filter,
      ListOrder<DisclosedIncidentSort> order,
      boolean csv,
      OutputStream out)
      throws IOException {
    write(user, filter, order, csv, UnaryOperator.identity(), out);
  }

  private void write(
      CurrentUser user,
      DisclosedIncidentFilter filter,
      ListOrder<DisclosedIncidentSort> order,
      boolean csv,
      UnaryOperator<String> freeText,
      OutputStream out)
      throws IOException {
    try (TableWriter table =
        csv
            ? TableWriter.csv(out, COLUMNS)
            : TableWriter.xlsx(out, "Disclosed incidents", COLUMNS)) {
      Iterator<List<DisclosedIncident>> batches = incidents.batches(user, filter, order);
      while (batches.hasNext()) {
        for (DisclosedIncident row : batches.next()) {
          table.row(values(row, freeText));
        }
      }
    }
  }

  private static List<@Nullable Object> values(
      DisclosedIncident row, UnaryOperator<String> freeText) {
    IncidentDetails details = row.incident().details();
    List<@Nullable Object> values = new ArrayList<>();
    values.add(row.incident().reference());
    values.add(row.agency().name());
    values.add(row.disclosedAt().toString());
    values.add(row.source().submissionReference());
    values.add(row.source().receiptNumber());
    values.add(row.source().submissionStatus().name());
    values.add(details.period().toString());
    values.add(row.timeliness().dueDate());
    values.add(yesNo(Boolean.TRUE.equals(row.timeliness().late())));
    values.add(Integer.toString(row.timeliness().daysToReport()));
    values.add(yesNo(row.timeliness().amended()));
    values.add(yesNo(row.repeated()));
    values.addAll(IncidentColumns.values(details, freeText));
    return values;
  }

  private static String yesNo(boolean value) {
    return value ? "Yes" : "No";
  }

  private static List<SheetColumn> columns() {
    List<SheetColumn> columns = new ArrayList<>();
    columns.add(SheetColumn.written("reference", "Reference", SheetColumn.Kind.TEXT, 24));
    columns.add(SheetColumn.written("agency", "Agency", SheetColumn.Kind.TEXT, 34));
    columns.add(SheetColumn.written("disclosedAt", "Disclosed at", SheetColumn.Kind.TEXT, 28));
    columns.add(SheetColumn.written("submission", "Submission", SheetColumn.Kind.TEXT, 24));
    columns.add(SheetColumn.written("receipt", "Receipt", SheetColumn.Kind.TEXT, 22));
    columns.add(
        SheetColumn.written("submissionStatus", "Submission status", SheetColumn.Kind.TEXT, 18));
    columns.add(SheetColumn.written("period", "Reporting period", SheetColumn.Kind.TEXT, 16));
    columns.add(SheetColumn.written("dueDate", "Due date", SheetColumn.Kind.DATE, 12));
    columns.add(SheetColumn.written("late", "Late?", SheetColumn.Kind.TEXT, 8));
    columns.add(SheetColumn.written("daysToReport", "Days to report", SheetColumn.Kind.TEXT, 14));
    columns.add(SheetColumn.written("amended", "Amended?", SheetColumn.Kind.TEXT, 10));
    columns.add(SheetColumn.written("repeat", "Repeat?", SheetColumn.Kind.TEXT, 10));
    columns.addAll(IncidentColumns.all());
    return columns;
  }
}
