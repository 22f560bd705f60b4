package app.upline.oversight.workbook;

import app.upline.agency.CarrierDays;
import app.upline.identity.CurrentUser;
import app.upline.oversight.Finding;
import app.upline.oversight.FindingList;
import app.upline.platform.code.CodeWords;
import app.upline.platform.download.TableFormat;
import app.upline.platform.paging.Batches;
import app.upline.sheet.SheetRows;
import app.upline.workbook.Columns;
import app.upline.workbook.SheetColumn;
import app.upline.workbook.SheetColumn.Kind;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes findings out, batch by batch, each with the newest answer to it. */
@Singleton
public final class FindingExport {

  private static final Columns COLUMNS =
      new Columns(
          List.of(
              SheetColumn.written("incident", "Incident", Kind.TEXT, 24),
              SheetColumn.written("carrier", "Carrier", Kind.TEXT, 34),
              SheetColumn.written("agency", "Agency", Kind.TEXT, 34),
              SheetColumn.written("kind", "Kind", Kind.TEXT, 12),
              SheetColumn.written("visible", "Visible to the agency?", Kind.TEXT, 20),
              SheetColumn.written("text", "Text", Kind.TEXT, 60),
              SheetColumn.written("by", "Written by", Kind.TEXT, 28),
              SheetColumn.written("at", "Written on", Kind.DATE, 12),
              SheetColumn.written("answers", "Answers", Kind.NUMBER, 10),
              SheetColumn.written("answer", "Newest answer", Kind.TEXT, 60),
              SheetColumn.written("answeredBy", "Answered by", Kind.TEXT, 28),
              SheetColumn.written("answeredAt", "Answered on", Kind.DATE, 12)));

  private final FindingList findings;
  private final CarrierDays days;

  FindingExport(FindingList findings, CarrierDays days) {
    this.findings = findings;
    this.days = days;
  }

  public void write(CurrentUser user, TableFormat format, OutputStream out) throws IOException {
    CarrierDays.Days known = days.of(user);
    new SheetRows<>(
            new Batches<>(request -> findings.page(user, request)),
            batch -> batch.stream().map(one -> row(one, known)).toList())
        .write(format, "Findings", COLUMNS, out);
  }

  private static List<@Nullable Object> row(FindingList.Listed one, CarrierDays.Days days) {
    Finding finding = one.finding();
    List<@Nullable Object> values = new ArrayList<>();
    values.add(one.incidentReference());
    values.add(one.carrier());
    values.add(one.agency());
    values.add(CodeWords.of(finding.kind()));
    values.add(finding.visibleToAgency());
    values.add(finding.text());
    values.add(finding.by());
    values.add(days.on(one.carrierId(), finding.at()));
    values.add(finding.answers().size());
    Finding.@Nullable Answer newest =
        finding.answers().isEmpty() ? null : finding.answers().getLast();
    values.add(newest == null ? null : newest.text());
    values.add(newest == null ? null : newest.by());
    values.add(newest == null ? null : days.on(one.carrierId(), newest.at()));
    return values;
  }
}
