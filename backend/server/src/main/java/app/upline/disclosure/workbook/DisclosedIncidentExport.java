package app.upline.disclosure.workbook;

import app.upline.disclosure.DisclosedIncident;
import app.upline.disclosure.DisclosedIncidentFilter;
import app.upline.disclosure.DisclosedIncidents;
import app.upline.identity.CurrentUser;
import app.upline.incident.DisciplinaryAction;
import app.upline.incident.IncidentDetails;
import app.upline.incident.IncidentFields;
import app.upline.platform.fields.Field;
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
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the incidents a carrier holds out, batch by batch: how each stands, then its fields. */
@Singleton
public final class DisclosedIncidentExport {

  /** Ids say nothing to a reader; there is but one carrier here. */
  private static final Set<String> LEFT_OUT =
      Set.of("/carrierId", "/subject/relationshipId", "/incidentDateUnknown");

  private static final Set<String> FREE_TEXT =
      Set.of("/description", "/categoryOther", "/citation", "/lateReason");

  private static final List<Field<IncidentDetails, ?>> FIELDS =
      IncidentFields.ALL.all().stream()
          .<Field<IncidentDetails, ?>>map(field -> field)
          .filter(field -> !LEFT_OUT.contains(field.pointer()))
          .toList();

  private static final Columns COLUMNS = new Columns(columns());

  private final DisclosedIncidents incidents;

  DisclosedIncidentExport(DisclosedIncidents incidents) {
    this.incidents = incidents;
  }

  /** What looks like personal data in free text is replaced by its kind: a file travels. */
  public void write(CurrentUser user, DisclosedIncidentFilter filter, boolean csv, OutputStream out)
      throws IOException {
    write(user, filter, csv, FreeTextScan::redact, out);
  }

  /** Every text as it was disclosed; the caller has seen to it that this is on record. */
  public void writeUnredacted(
      CurrentUser user, DisclosedIncidentFilter filter, boolean csv, OutputStream out)
      throws IOException {
    write(user, filter, csv, UnaryOperator.identity(), out);
  }

  private void write(
      CurrentUser user,
      DisclosedIncidentFilter filter,
      boolean csv,
      UnaryOperator<String> freeText,
      OutputStream out)
      throws IOException {
    try (TableWriter table =
        csv
            ? TableWriter.csv(out, COLUMNS)
            : TableWriter.xlsx(out, "Disclosed incidents", COLUMNS)) {
      Iterator<List<DisclosedIncident>> batches = incidents.batches(user, filter);
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
    FIELDS.forEach(field -> values.add(value(field, details, freeText)));
    values.add(
        details.disciplinaryActions().stream()
            .map(DisclosedIncidentExport::summary)
            .collect(Collectors.joining("; ")));
    return values;
  }

  private static @Nullable Object value(
      Field<IncidentDetails, ?> field, IncidentDetails details, UnaryOperator<String> freeText) {
    if (field.kind().date()) {
      return field.getter().apply(details);
    }
    String text = field.textIn(details);
    return text != null && FREE_TEXT.contains(field.pointer()) ? freeText.apply(text) : text;
  }

  private static String summary(DisciplinaryAction action) {
    return "%s by %s, decided %s, %s"
        .formatted(
            action.type().label(),
            action.takenBy().label(),
            action.decisionDate(),
            action.status().label());
  }

  private static String yesNo(boolean value) {
    return value ? "Yes" : "No";
  }

  private static List<SheetColumn> columns() {
    List<SheetColumn> columns = new ArrayList<>();
    columns.add(column("reference", "Reference", SheetColumn.Kind.TEXT, 18));
    columns.add(column("agency", "Agency", SheetColumn.Kind.TEXT, 34));
    columns.add(column("disclosedAt", "Disclosed at", SheetColumn.Kind.TEXT, 28));
    columns.add(column("submission", "Submission", SheetColumn.Kind.TEXT, 18));
    columns.add(column("receipt", "Receipt", SheetColumn.Kind.TEXT, 22));
    columns.add(column("submissionStatus", "Submission status", SheetColumn.Kind.TEXT, 18));
    columns.add(column("period", "Reporting period", SheetColumn.Kind.TEXT, 16));
    columns.add(column("dueDate", "Due date", SheetColumn.Kind.DATE, 12));
    columns.add(column("late", "Late?", SheetColumn.Kind.TEXT, 8));
    columns.add(column("daysToReport", "Days to report", SheetColumn.Kind.TEXT, 14));
    columns.add(column("amended", "Amended?", SheetColumn.Kind.TEXT, 10));
    columns.add(column("repeat", "Repeat?", SheetColumn.Kind.TEXT, 10));
    for (Field<IncidentDetails, ?> field : FIELDS) {
      columns.add(
          column(
              field.key(),
              field.label(),
              field.kind().date() ? SheetColumn.Kind.DATE : SheetColumn.Kind.TEXT,
              Math.clamp(field.label().length() + 4, 12, 34)));
    }
    columns.add(column("disciplinaryActions", "Disciplinary actions", SheetColumn.Kind.TEXT, 40));
    return columns;
  }

  private static SheetColumn column(String key, String header, SheetColumn.Kind kind, int width) {
    return new SheetColumn(key, header, List.of(), "", kind, false, List.of(), false, width);
  }
}
