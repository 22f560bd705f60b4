package app.upline.period.workbook;

import app.upline.agency.CarrierDays;
import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.period.RelationshipStanding;
import app.upline.period.RelationshipStanding.Waiting;
import app.upline.period.RelationshipStandings;
import app.upline.platform.code.CodeWords;
import app.upline.platform.download.TableFormat;
import app.upline.platform.listing.Direction;
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

/** Writes out, batch by batch, who still owes whom a word on its relationships. */
@Singleton
public final class StandingExport {

  private final RelationshipStandings standings;
  private final CarrierDays days;

  StandingExport(RelationshipStandings standings, CarrierDays days) {
    this.standings = standings;
    this.days = days;
  }

  public void write(
      CurrentUser user,
      RelationshipStandings.Filter filter,
      Direction direction,
      TableFormat format,
      OutputStream out)
      throws IOException {
    boolean isAgency = user.kind() == OrganizationKind.AGENCY;
    CarrierDays.Days known = days.of(user);
    new SheetRows<>(
            new Batches<>(request -> standings.page(user, filter, direction, request)),
            batch -> batch.stream().map(one -> row(one, known, isAgency)).toList())
        .write(format, "Relationship standings", columns(isAgency), out);
  }

  private static List<@Nullable Object> row(
      RelationshipStanding one, CarrierDays.Days days, boolean isAgency) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(one.agency().name());
    values.add(one.carrier().name());
    values.add(CodeWords.of(one.status()));
    values.add(one.why());
    values.add(days.on(one.carrier().id(), one.lastToldAt()));
    values.add(one.policy().effectiveFrom());
    if (isAgency) {
      @Nullable Waiting waiting = one.waiting();
      values.add(waiting == null ? null : waiting.count());
      values.add(waiting == null ? null : waiting.oldestKnownOn());
      values.add(waiting == null ? null : waiting.toldBy());
    }
    return values;
  }

  private static Columns columns(boolean isAgency) {
    List<SheetColumn> columns = new ArrayList<>();
    columns.add(SheetColumn.written("agency", "Agency", Kind.TEXT, 34));
    columns.add(SheetColumn.written("carrier", "Carrier", Kind.TEXT, 34));
    columns.add(SheetColumn.written("status", "Status", Kind.TEXT, 20));
    columns.add(SheetColumn.written("why", "Why", Kind.TEXT, 60));
    columns.add(SheetColumn.written("lastDisclosed", "Last disclosed on", Kind.DATE, 16));
    columns.add(SheetColumn.written("policy", "Policy in force since", Kind.DATE, 18));
    if (isAgency) {
      columns.add(SheetColumn.written("undisclosed", "Not disclosed yet", Kind.NUMBER, 16));
      columns.add(SheetColumn.written("knownOn", "Known since", Kind.DATE, 12));
      columns.add(SheetColumn.written("dueOn", "Due date", Kind.DATE, 12));
    }
    return new Columns(columns);
  }
}
