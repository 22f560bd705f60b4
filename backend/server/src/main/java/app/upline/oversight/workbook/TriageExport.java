package app.upline.oversight.workbook;

import app.upline.agency.CarrierDays;
import app.upline.identity.CurrentUser;
import app.upline.oversight.TriageFilter;
import app.upline.oversight.TriageItem;
import app.upline.oversight.TriageService;
import app.upline.oversight.TriageSort;
import app.upline.platform.code.CodeWords;
import app.upline.platform.download.TableFormat;
import app.upline.platform.listing.ListOrder;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes the triage queue out, batch by batch. */
@Singleton
public final class TriageExport {

  private static final Columns COLUMNS =
      new Columns(
          List.of(
              SheetColumn.written("priority", "Priority", Kind.NUMBER, 10),
              SheetColumn.written("incident", "Incident", Kind.TEXT, 24),
              SheetColumn.written("agency", "Agency", Kind.TEXT, 34),
              SheetColumn.written("state", "State", Kind.TEXT, 20),
              SheetColumn.written("severity", "Severity", Kind.TEXT, 12),
              SheetColumn.written("category", "Category", Kind.TEXT, 34),
              SheetColumn.written("subject", "Subject", Kind.TEXT, 34),
              SheetColumn.written("subjectNpn", "Subject's NPN", Kind.TEXT, 14),
              SheetColumn.written("potentialHarm", "Potential harm?", Kind.TEXT, 16),
              SheetColumn.written("repeat", "Repeat?", Kind.TEXT, 10),
              SheetColumn.written("received", "Received on", Kind.DATE, 12),
              SheetColumn.written("followedUp", "Followed up on", Kind.DATE, 14),
              SheetColumn.written("assignee", "Assigned to", Kind.TEXT, 28),
              SheetColumn.written("conclusion", "Conclusion", Kind.TEXT, 14),
              SheetColumn.written("decided", "Decided on", Kind.DATE, 12),
              SheetColumn.written("decidedBy", "Decided by", Kind.TEXT, 28)));

  private final TriageService triage;
  private final CarrierDays days;

  TriageExport(TriageService triage, CarrierDays days) {
    this.triage = triage;
    this.days = days;
  }

  public void write(
      CurrentUser user,
      TriageFilter filter,
      ListOrder<TriageSort> order,
      TableFormat format,
      OutputStream out)
      throws IOException {
    CarrierDays.Days ours = days.of(user);
    new SheetRows<>(
            new Batches<>(request -> triage.page(user, filter, order, request)),
            batch -> batch.stream().map(item -> row(item, ours, user.carrierId())).toList())
        .write(format, "Triage", COLUMNS, out);
  }

  private static List<@Nullable Object> row(
      TriageItem item, CarrierDays.Days days, UUID carrierId) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(item.priority());
    values.add(item.incidentReference());
    values.add(item.agency().name());
    values.add(CodeWords.of(item.state()));
    values.add(item.severity().label());
    values.add(item.primaryCategory().label());
    values.add(item.subjectName());
    values.add(item.subjectNpn());
    values.add(item.potentialHarm());
    values.add(item.repeated());
    values.add(days.on(carrierId, item.receivedAt()));
    values.add(days.on(carrierId, item.followedUpAt()));
    values.add(item.assigneeName());
    values.add(item.conclusion() == null ? null : CodeWords.of(item.conclusion().code()));
    values.add(item.conclusion() == null ? null : days.on(carrierId, item.conclusion().at()));
    values.add(item.conclusion() == null ? null : item.conclusion().by());
    return values;
  }
}
