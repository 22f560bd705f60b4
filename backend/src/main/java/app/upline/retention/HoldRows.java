package app.upline.retention;

import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.instantOrNull;
import static app.upline.platform.persistence.Database.uuid;

import app.upline.identity.CurrentUser;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of holds; an organisation's people see its own. */
@Singleton
final class HoldRows {

  private static final String INSERT =
      """
      insert into legal_hold (id, organisation_id, object_kind, object_id, object_reference, reason, state, version, placed_at,
        placed_by, placer_name)
      values (?, ?, ?, ?, ?, ?, 'IN_FORCE', 1, ?, ?, ?)
      """;

  private static final String RELEASE =
      """
      update legal_hold set state = 'RELEASED', version = version + 1, released_at = ?, released_by = ?, releaser_name = ?,
        release_reason = ?
      where id = ? and organisation_id = ?
      """;

  private final Database database;

  HoldRows(Database database) {
    this.database = database;
  }

  void insert(CurrentUser user, LegalHold hold) {
    database.update(
        Sql.of(
            INSERT,
            hold.id(),
            user.organisationId(),
            hold.objectKind(),
            hold.objectId(),
            hold.objectReference(),
            hold.reason(),
            hold.placedAt(),
            user.id(),
            hold.placedBy()));
  }

  void release(CurrentUser user, UUID holdId, String reason, Instant at) {
    database.update(
        Sql.of(RELEASE, at, user.id(), user.name(), reason, holdId, user.organisationId()));
  }

  Optional<LegalHold> find(CurrentUser user, UUID holdId) {
    return database.first(one(user, holdId), HoldRows::hold);
  }

  /** Makes others who would release it wait until the transaction ends. */
  Optional<LegalHold> lock(CurrentUser user, UUID holdId) {
    return database.first(one(user, holdId).add("for update"), HoldRows::hold);
  }

  Page<LegalHold> page(CurrentUser user, HoldFilter filter, PageRequest request) {
    Sql sql =
        Sql.of("select * from legal_hold force index (%s)".formatted(filter.index()))
            .add("where organisation_id = ?", user.organisationId())
            .addIf(filter.state(), "and state = ?")
            .addIf(filter.kind(), "and object_kind = ?");
    if (!request.isFirst()) {
      sql.add("and id < ?", request.after().getFirst());
    }
    sql.add("order by id desc limit ?", request.limit() + 1);
    return Page.of(
        database.query(sql, HoldRows::hold),
        request.limit(),
        hold -> List.of(hold.id().toString()));
  }

  /** What anybody holds, for the purge. */
  List<UUID> held() {
    return database.query(
        Sql.of("select distinct object_id from legal_hold where state = 'IN_FORCE'"),
        row -> uuid(row, "object_id"));
  }

  private static Sql one(CurrentUser user, UUID holdId) {
    return Sql.of(
        "select * from legal_hold where id = ? and organisation_id = ?",
        holdId,
        user.organisationId());
  }

  private static LegalHold hold(ResultSet row) throws SQLException {
    Instant releasedAt = instantOrNull(row, "released_at");
    return new LegalHold(
        uuid(row, "id"),
        HoldKind.valueOf(row.getString("object_kind")),
        uuid(row, "object_id"),
        row.getString("object_reference"),
        row.getString("reason"),
        row.getInt("version"),
        instant(row, "placed_at"),
        row.getString("placer_name"),
        releasedAt == null
            ? null
            : new LegalHold.Release(
                releasedAt, row.getString("releaser_name"), row.getString("release_reason")));
  }
}
