package app.upline.publication;

import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.instantOrNull;
import static app.upline.platform.persistence.Database.uuid;

import app.upline.identity.CurrentUser;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who has read and downloaded what. */
@Singleton
final class ResourceReadings {

  private static final String READ =
      """
      insert ignore into resource_reading (resource_id, number, user_id, agency_id, user_name, read_at)
      values (?, ?, ?, ?, ?, ?)
      """;

  private static final String DOWNLOADED =
      """
      update resource_reading set downloaded_at = ?
      where resource_id = ? and number = ? and user_id = ? and downloaded_at is null
      """;

  private static final String PAGE =
      """
      select g.number, g.user_id, g.agency_id, g.user_name, g.read_at, g.downloaded_at,
        (select a.name from agency a where a.id = g.agency_id) as agency
      from resource_reading g where g.resource_id = ?
      """;

  private final Database database;

  ResourceReadings(Database database) {
    this.database = database;
  }

  /** The first time counts; of an agency's people alone. */
  void read(CurrentUser user, UUID resourceId, int number, Instant now, boolean downloaded) {
    database.update(Sql.of(READ, resourceId, number, user.id(), user.agencyId(), user.name(), now));
    if (downloaded) {
      database.update(Sql.of(DOWNLOADED, now, resourceId, number, user.id()));
    }
  }

  /** Version by version. */
  Page<ResourceReading> page(UUID resourceId, PageRequest request) {
    Sql sql = Sql.of(PAGE, resourceId);
    if (!request.isFirst()) {
      int number = Integer.parseInt(request.after().getFirst());
      sql.add(
          "and g.number >= ? and (g.number > ? or g.user_id > ?)",
          number,
          number,
          request.afterId());
    }
    return Page.of(
        database.query(
            sql.add("order by g.number, g.user_id limit ?", request.limit() + 1),
            row ->
                new ResourceReading(
                    row.getInt("number"),
                    uuid(row, "user_id"),
                    uuid(row, "agency_id"),
                    row.getString("agency"),
                    row.getString("user_name"),
                    instant(row, "read_at"),
                    instantOrNull(row, "downloaded_at"))),
        request.limit(),
        one -> List.of(Integer.toString(one.number()), one.userId().toString()));
  }
}
