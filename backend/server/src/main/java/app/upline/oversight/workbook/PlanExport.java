package app.upline.oversight.workbook;

import app.upline.agency.CarrierDays;
import app.upline.identity.CurrentUser;
import app.upline.oversight.Plan;
import app.upline.oversight.PlanFilter;
import app.upline.oversight.PlanItem;
import app.upline.oversight.PlanService;
import app.upline.oversight.PlanSort;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes corrective action plans out, batch by batch, a row for each thing that is to be done. */
@Singleton
public final class PlanExport {

  private static final Columns COLUMNS =
      new Columns(
          List.of(
              SheetColumn.written("plan", "Plan", Kind.TEXT, 16),
              SheetColumn.written("title", "Title", Kind.TEXT, 40),
              SheetColumn.written("carrier", "Carrier", Kind.TEXT, 34),
              SheetColumn.written("agency", "Agency", Kind.TEXT, 34),
              SheetColumn.written("state", "State of the plan", Kind.TEXT, 22),
              SheetColumn.written("issued", "Issued on", Kind.DATE, 12),
              SheetColumn.written("issuedBy", "Issued by", Kind.TEXT, 28),
              SheetColumn.written("ended", "Ended on", Kind.DATE, 12),
              SheetColumn.written("incidents", "Incidents", Kind.TEXT, 40),
              SheetColumn.written("item", "To be done", Kind.TEXT, 40),
              SheetColumn.written("owner", "By whom", Kind.TEXT, 28),
              SheetColumn.written("dueDate", "Due date", Kind.DATE, 12),
              SheetColumn.written("itemState", "State", Kind.TEXT, 20),
              SheetColumn.written("overdue", "Overdue?", Kind.TEXT, 10)));

  private final PlanService plans;
  private final CarrierDays days;

  PlanExport(PlanService plans, CarrierDays days) {
    this.plans = plans;
    this.days = days;
  }

  public void write(
      CurrentUser user,
      PlanFilter filter,
      ListOrder<PlanSort> order,
      TableFormat format,
      OutputStream out)
      throws IOException {
    CarrierDays.Days known = days.of(user);
    new SheetRows<>(
            new Batches<>(request -> plans.page(user, filter, order, request)),
            batch -> batch.stream().flatMap(plan -> rows(plan, known).stream()).toList())
        .write(format, "Corrective action plans", COLUMNS, out);
  }

  private static List<List<@Nullable Object>> rows(Plan plan, CarrierDays.Days days) {
    return plan.items().stream().map(item -> row(plan, item, days)).toList();
  }

  private static List<@Nullable Object> row(Plan plan, PlanItem item, CarrierDays.Days days) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(plan.reference());
    values.add(plan.title());
    values.add(plan.carrier().name());
    values.add(plan.agency().name());
    values.add(CodeWords.of(plan.state()));
    values.add(days.on(plan.carrier().id(), plan.issuedAt()));
    values.add(plan.issuedBy());
    values.add(days.on(plan.carrier().id(), plan.endedAt()));
    values.add(
        plan.incidents().stream().map(Plan.Incident::reference).collect(Collectors.joining(", ")));
    values.add(item.title());
    values.add(item.owner());
    values.add(item.dueDate());
    values.add(CodeWords.of(item.state()));
    values.add(item.overdue());
    return values;
  }
}
