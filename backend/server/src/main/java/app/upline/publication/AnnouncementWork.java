package app.upline.publication;

import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.uuid;

import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.identity.Role;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.work.Subject;
import app.upline.work.SubjectKind;
import app.upline.work.WorkItem;
import app.upline.work.WorkKind;
import app.upline.work.WorkPart;
import app.upline.work.WorkSource;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** The announcements that no one of the agency has yet confirmed having read. */
@Singleton
final class AnnouncementWork implements WorkSource {

  private static final Set<Role> READERS =
      Set.of(Role.AGENCY_REPORTER, Role.AGENCY_ATTESTER, Role.AGENCY_ADMINISTRATOR);

  private static final String TO_CONFIRM =
      """
      select r.announcement_id, r.told_at, r.confirm_by, a.title, a.carrier_id,
        (select c.name from carrier c where c.id = a.carrier_id) as carrier
      from announcement_recipient r
      join announcement a on a.id = r.announcement_id
      where r.agency_id = ? and r.awaits_confirmation = true and (a.expires_at is null or a.expires_at > ?)
      order by r.announcement_id limit ?
      """;

  private final Database database;
  private final Clock clock;

  AnnouncementWork(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public List<WorkPart> of(CurrentUser user) {
    if (user.kind() != OrganizationKind.AGENCY || Collections.disjoint(user.roles(), READERS)) {
      return List.of();
    }
    Instant now = clock.instant();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return List.of(
        WorkPart.of(
            WorkKind.ANNOUNCEMENT,
            database.query(
                Sql.of(TO_CONFIRM, user.agencyId(), now, WorkPart.ASKED),
                row -> item(row, today))));
  }

  private static WorkItem item(ResultSet row, LocalDate today) throws SQLException {
    LocalDate dueOn = row.getObject("confirm_by", LocalDate.class);
    String carrier = row.getString("carrier");
    return new WorkItem(
        WorkKind.ANNOUNCEMENT,
        WorkItem.byDueDay(dueOn, today),
        "%s asks somebody to confirm having read “%s”.".formatted(carrier, row.getString("title")),
        Subject.of(SubjectKind.ANNOUNCEMENT, uuid(row, "announcement_id"), null),
        new WorkItem.Organization(uuid(row, "carrier_id"), carrier),
        dueOn,
        instant(row, "told_at"));
  }
}
