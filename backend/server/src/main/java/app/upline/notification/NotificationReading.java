package app.upline.notification;

import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.instantOrNull;
import static app.upline.platform.persistence.Database.uuid;
import static app.upline.platform.persistence.Database.uuidOrNull;

import app.upline.platform.listing.Direction;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.work.Subject;
import app.upline.work.SubjectKind;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people were told, in words. */
@Singleton
final class NotificationReading {

  private static final String NAME =
      """
      coalesce((select a.name from agency a where a.id = e.other_id), (select c.name from carrier c where c.id = e.other_id)) as other_name
      """;

  private static final String EVENT =
      """
      e.type, e.subject_kind, e.subject_id, e.subject_reference, e.period, e.other_id, e.occurred_at,
      """
          + NAME;

  private static final String SELECT =
      "select n.id, n.read_at, "
          + EVENT
          + " from notification n join business_event e on e.id = n.event_id where n.user_id = ?\n";

  private final Database database;

  NotificationReading(Database database) {
    this.database = database;
  }

  Page<Notification> page(
      UUID userId, boolean unreadOnly, Direction direction, PageRequest request) {
    Sql sql = Sql.of(SELECT, userId);
    if (unreadOnly) {
      sql.add("and n.read_at is null");
    }
    if (!request.isFirst()) {
      sql.add("and n.id " + direction.beyond() + " ?", request.afterId());
    }
    return Page.of(
        database.query(
            sql.add("order by n.id" + direction.suffix() + " limit ?", request.limit() + 1),
            NotificationReading::notification),
        request.limit(),
        one -> List.of(one.id().toString()));
  }

  Optional<Notification> find(UUID userId, UUID id) {
    return database.first(
        Sql.of(SELECT, userId).add("and n.id = ?", id), NotificationReading::notification);
  }

  /** How many are unread, at most so many. */
  int unread(UUID userId, int most) {
    return database
        .query(
            Sql.of(
                "select n.id from notification n where n.user_id = ? and n.read_at is null order by n.id limit ?",
                userId,
                most),
            row -> 1)
        .size();
  }

  /** People with something for their next digest. */
  List<UUID> usersToDigest() {
    return database.query(
        Sql.of("select distinct user_id from notification where awaits_digest = true"),
        row -> uuid(row, "user_id"));
  }

  /** What came with a person's digest of a day, the oldest first; so many and no more. */
  List<Notification> digest(UUID userId, LocalDate day, int most) {
    return database.query(
        Sql.of(SELECT, userId)
            .add("and n.digest_on = ? and n.read_at is null order by n.id limit ?", day, most),
        NotificationReading::notification);
  }

  /** An event as it is told to a team; it has no id of its own there. */
  Optional<Notification> ofEvent(UUID eventId) {
    return database.first(
        Sql.of(
            "select e.id, null as read_at, " + EVENT + " from business_event e where e.id = ?",
            eventId),
        NotificationReading::notification);
  }

  private static Notification notification(ResultSet row) throws SQLException {
    EventType type = EventType.valueOf(row.getString("type"));
    @Nullable String reference = row.getString("subject_reference");
    @Nullable String period = row.getString("period");
    @Nullable String other = row.getString("other_name");
    return new Notification(
        uuid(row, "id"),
        type,
        type.sentence(reference, other, period),
        new Subject(
            SubjectKind.valueOf(row.getString("subject_kind")),
            uuidOrNull(row, "subject_id"),
            reference,
            period == null ? null : YearMonth.parse(period),
            null),
        uuidOrNull(row, "other_id"),
        other,
        instant(row, "occurred_at"),
        instantOrNull(row, "read_at"));
  }
}
