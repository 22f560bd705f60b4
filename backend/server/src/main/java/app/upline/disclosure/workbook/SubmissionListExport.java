package app.upline.disclosure.workbook;

import app.upline.agency.CarrierDays;
import app.upline.identity.CurrentUser;
import app.upline.platform.code.CodeWords;
import app.upline.platform.download.TableFormat;
import app.upline.platform.listing.ListOrder;
import app.upline.platform.paging.Batches;
import app.upline.sheet.SheetRows;
import app.upline.submission.ChangeCounts;
import app.upline.submission.Decision;
import app.upline.submission.Seal;
import app.upline.submission.Submission;
import app.upline.submission.SubmissionDueDates;
import app.upline.submission.SubmissionFilter;
import app.upline.submission.SubmissionList;
import app.upline.submission.SubmissionSort;
import app.upline.submission.SubmissionView;
import app.upline.workbook.Columns;
import app.upline.workbook.SheetColumn;
import app.upline.workbook.SheetColumn.Kind;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a list of submissions out, batch by batch, each with what came of it. */
@Singleton
public final class SubmissionListExport {

  private static final Columns COLUMNS =
      new Columns(
          List.of(
              SheetColumn.written("reference", "Reference", Kind.TEXT, 24),
              SheetColumn.written("kind", "Kind", Kind.TEXT, 16),
              SheetColumn.written("agency", "Agency", Kind.TEXT, 34),
              SheetColumn.written("carrier", "Carrier", Kind.TEXT, 34),
              SheetColumn.written("period", "Reporting period", Kind.TEXT, 16),
              SheetColumn.written("dueDate", "Due date", Kind.DATE, 12),
              SheetColumn.written("nil", "Nothing to report?", Kind.TEXT, 18),
              SheetColumn.written("status", "Status", Kind.TEXT, 16),
              SheetColumn.written("revision", "Revision", Kind.NUMBER, 10),
              SheetColumn.written("added", "Added", Kind.NUMBER, 10),
              SheetColumn.written("changed", "Changed", Kind.NUMBER, 10),
              SheetColumn.written("ended", "Ended", Kind.NUMBER, 10),
              SheetColumn.written("unchanged", "Unchanged", Kind.NUMBER, 11),
              SheetColumn.written("voided", "Voided", Kind.NUMBER, 10),
              SheetColumn.written("late", "Late", Kind.NUMBER, 10),
              SheetColumn.written("submitted", "Submitted on", Kind.DATE, 14),
              SheetColumn.written("receipt", "Receipt", Kind.TEXT, 22),
              SheetColumn.written("outcome", "Outcome", Kind.TEXT, 16),
              SheetColumn.written("decided", "Decided on", Kind.DATE, 12),
              SheetColumn.written("decidedBy", "Decided by", Kind.TEXT, 28)));

  private final SubmissionList list;
  private final SubmissionDueDates dueDates;
  private final CarrierDays days;

  SubmissionListExport(SubmissionList list, SubmissionDueDates dueDates, CarrierDays days) {
    this.list = list;
    this.dueDates = dueDates;
    this.days = days;
  }

  public void write(
      CurrentUser user,
      SubmissionFilter filter,
      ListOrder<SubmissionSort> order,
      TableFormat format,
      OutputStream out)
      throws IOException {
    CarrierDays.Days known = days.of(user);
    new SheetRows<>(
            new Batches<>(request -> list.page(user, filter, order, request)),
            batch -> rows(batch, known))
        .write(format, "Submissions", COLUMNS, out);
  }

  private List<List<@Nullable Object>> rows(List<SubmissionView> batch, CarrierDays.Days known) {
    SubmissionDueDates.Dates due = dueDates.of(batch);
    return batch.stream().map(view -> row(view, due, known)).toList();
  }

  private static List<@Nullable Object> row(
      SubmissionView view, SubmissionDueDates.Dates due, CarrierDays.Days days) {
    Submission one = view.submission();
    ChangeCounts counts = view.revision().counts();
    @Nullable Seal seal = view.revision().seal();
    @Nullable Decision decision = view.decision();
    List<@Nullable Object> values = new ArrayList<>();
    values.add(one.reference());
    values.add(CodeWords.of(one.kind()));
    values.add(one.agency().name());
    values.add(one.carrier().name());
    values.add(one.period() == null ? null : one.period().toString());
    values.add(due.of(one));
    values.add(one.nil());
    values.add(CodeWords.of(one.status()));
    values.add(one.revision());
    values.add(counts.added());
    values.add(counts.changed());
    values.add(counts.ended());
    values.add(counts.unchanged());
    values.add(counts.voided());
    values.add(seal == null ? null : seal.lateItems());
    values.add(days.on(one.carrier().id(), one.submittedAt()));
    values.add(seal == null ? null : seal.receiptNumber());
    values.add(decision == null ? null : CodeWords.of(decision.outcome()));
    values.add(decision == null ? null : days.on(one.carrier().id(), decision.at()));
    values.add(decision == null ? null : decision.by());
    return values;
  }
}
