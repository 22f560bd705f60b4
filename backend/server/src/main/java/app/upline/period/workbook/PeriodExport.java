package app.upline.period.workbook;

import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.period.PeriodService;
import app.upline.period.ReportingPeriod;
import app.upline.platform.code.CodeWords;
import app.upline.platform.download.TableFormat;
import app.upline.platform.paging.Batches;
import app.upline.sheet.SheetRows;
import app.upline.workbook.Columns;
import app.upline.workbook.SheetColumn;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes months out, of a carrier's agencies batch by batch: who owes what, and since when. */
@Singleton
public final class PeriodExport {

  private final PeriodService periods;

  PeriodExport(PeriodService periods) {
    this.periods = periods;
  }

  public void write(
      CurrentUser user, PeriodService.Filter filter, TableFormat format, OutputStream out)
      throws IOException {
    boolean isAgency = user.kind() == OrganizationKind.AGENCY;
    Iterator<List<ReportingPeriod>> batches =
        isAgency
            ? List.of(periods.ofAgency(user, filter)).iterator()
            : new Batches<>(request -> periods.ofCarrier(user, filter, request));
    new SheetRows<>(batches, batch -> batch.stream().map(period -> row(period, isAgency)).toList())
        .write(format, "Reporting periods", columns(isAgency), out);
  }

  private static List<@Nullable Object> row(ReportingPeriod period, boolean isAgency) {
    ReportingPeriod.Counts counts = period.counts();
    List<@Nullable Object> values = new ArrayList<>();
    values.add(period.agency().name());
    values.add(period.carrier().name());
    values.add(period.due().period().toString());
    values.add(CodeWords.of(period.status()));
    values.add(period.why());
    values.add(period.due().dueDate());
    values.add(period.dueInDays());
    values.add(period.nilReportOwed());
    values.add(counts.submissions());
    values.add(counts.submitted());
    values.add(counts.late());
    values.add(counts.returned());
    values.add(counts.acknowledged());
    if (isAgency) {
      values.add(counts.recorded());
      values.add(counts.undisclosed());
      values.add(counts.followUps());
      values.add(counts.inDraft());
    }
    return values;
  }

  private static Columns columns(boolean isAgency) {
    List<SheetColumn> columns = new ArrayList<>();
    columns.add(SheetColumn.written("agency", "Agency", SheetColumn.Kind.TEXT, 34));
    columns.add(SheetColumn.written("carrier", "Carrier", SheetColumn.Kind.TEXT, 34));
    columns.add(SheetColumn.written("period", "Reporting period", SheetColumn.Kind.TEXT, 16));
    columns.add(SheetColumn.written("status", "Status", SheetColumn.Kind.TEXT, 20));
    columns.add(SheetColumn.written("why", "Why", SheetColumn.Kind.TEXT, 60));
    columns.add(SheetColumn.written("dueDate", "Due date", SheetColumn.Kind.DATE, 12));
    columns.add(SheetColumn.written("dueInDays", "Days left", SheetColumn.Kind.NUMBER, 10));
    columns.add(
        SheetColumn.written("nilReportOwed", "Nil report owed?", SheetColumn.Kind.TEXT, 16));
    columns.add(SheetColumn.written("submissions", "Submissions", SheetColumn.Kind.NUMBER, 12));
    columns.add(
        SheetColumn.written("submitted", "Incidents submitted", SheetColumn.Kind.NUMBER, 18));
    columns.add(SheetColumn.written("late", "Late", SheetColumn.Kind.NUMBER, 8));
    columns.add(SheetColumn.written("returned", "Returned", SheetColumn.Kind.NUMBER, 10));
    columns.add(SheetColumn.written("acknowledged", "Acknowledged", SheetColumn.Kind.NUMBER, 14));
    if (isAgency) {
      columns.add(
          SheetColumn.written("recorded", "Incidents recorded", SheetColumn.Kind.NUMBER, 18));
      columns.add(
          SheetColumn.written("undisclosed", "Not submitted yet", SheetColumn.Kind.NUMBER, 16));
      columns.add(
          SheetColumn.written("followUps", "Changed since submitted", SheetColumn.Kind.NUMBER, 22));
      columns.add(SheetColumn.written("inDraft", "In a draft", SheetColumn.Kind.NUMBER, 12));
    }
    return new Columns(columns);
  }
}
