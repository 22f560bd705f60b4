package app.upline.oversight;

import static app.upline.platform.persistence.Database.instant;
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
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tables of extracts. */
@Singleton
final class ExtractRows {

  private static final String SELECT =
      """
      select e.*, coalesce(e.carrier_name, c.name) as carrier from extract e {index}
      straight_join carrier c on c.id = e.carrier_id
      where e.carrier_id = ?
      """;

  private static final String INSERT =
      """
      insert into extract (id, carrier_id, kind, period, state, draft_slot, version, created_at, created_by, creator_name)
      values (?, ?, ?, ?, 'DRAFT', 1, 1, ?, ?, ?)
      """;

  private static final String FINALIZE =
      """
      update extract set state = 'FINAL', draft_slot = null, final_version = ?, row_count = ?, content_sha256 = ?,
        carrier_name = ?, finalized_at = ?, finalized_by = ?, finalizer_name = ?, version = version + 1
      where id = ? and carrier_id = ? and state = 'DRAFT'
      """;

  private final Database database;

  ExtractRows(Database database) {
    this.database = database;
  }

  Optional<Extract> find(CurrentUser user, UUID id) {
    return database.first(
        Sql.of(SELECT.replace("{index}", ""), user.carrierId()).add("and e.id = ?", id),
        ExtractRows::extract);
  }

  /** As it is now, for whoever changes it. */
  Optional<Extract> findToChange(CurrentUser user, UUID id) {
    return database.first(
        Sql.of(SELECT.replace("{index}", ""), user.carrierId()).add("and e.id = ? for update", id),
        ExtractRows::extract);
  }

  /** Makes others who draft or finalize a list of this carrier wait. */
  void lock(UUID carrierId) {
    database.first(
        Sql.of("select id from carrier where id = ? for update", carrierId),
        row -> row.getString(1));
  }

  boolean hasDraft(UUID carrierId, ExtractKind kind, YearMonth period) {
    return database
        .first(
            Sql.of(
                // As it is now that others wait, and not as it was when the transaction began.
                "select 1 from extract where carrier_id = ? and kind = ? and period = ? and"
                    + " draft_slot = 1 for update",
                carrierId,
                kind,
                period.toString()),
            row -> 1)
        .isPresent();
  }

  int finals(UUID carrierId, ExtractKind kind, YearMonth period) {
    return database
        .first(
            Sql.of(
                "select max(final_version) from extract where carrier_id = ? and kind = ? and"
                    + " period = ?",
                carrierId,
                kind,
                period.toString()),
            row -> row.getInt(1))
        .orElse(0);
  }

  void insert(CurrentUser user, UUID id, ExtractKind kind, YearMonth period, Instant at) {
    database.update(
        Sql.of(INSERT, id, user.carrierId(), kind, period.toString(), at, user.id(), user.name()));
  }

  void finalize(CurrentUser user, Extract extract, Extract.Seal seal, List<String> lines) {
    database.update(
        Sql.of(
            FINALIZE,
            seal.number(),
            seal.rowCount(),
            seal.contentSha256(),
            extract.carrier().name(),
            seal.at(),
            user.id(),
            seal.by(),
            extract.id(),
            user.carrierId()));
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      rows.add(List.of(extract.id(), i + 1, lines.get(i)));
    }
    database.batch("insert into extract_row (extract_id, seq, content) values (?, ?, ?)", rows);
  }

  void discard(CurrentUser user, UUID id) {
    database.update(
        Sql.of(
            "update extract set state = 'DISCARDED', draft_slot = null, version = version + 1 where"
                + " id = ? and carrier_id = ?",
            id,
            user.carrierId()));
  }

  /** The frozen rows after a place. */
  List<String> lines(UUID extractId, int after, int most) {
    return database.query(
        Sql.of(
            "select content from extract_row where extract_id = ? and seq > ? order by seq limit ?",
            extractId,
            after,
            most),
        row -> row.getString(1));
  }

  Page<Extract> page(CurrentUser user, @Nullable ExtractKind kind, PageRequest request) {
    String index = kind == null ? "extract_by_carrier" : "extract_by_kind";
    Sql sql =
        Sql.of(SELECT.replace("{index}", "force index (" + index + ")"), user.carrierId())
            .addIf(kind, "and e.kind = ?");
    if (!request.isFirst()) {
      sql.add("and e.id < ?", request.after().getFirst());
    }
    sql.add("order by e.id desc limit ?", request.limit() + 1);
    return Page.of(
        database.query(sql, ExtractRows::extract),
        request.limit(),
        extract -> List.of(extract.id().toString()));
  }

  private static Extract extract(ResultSet row) throws SQLException {
    Extract.State state = Extract.State.valueOf(row.getString("state"));
    Extract.Seal seal =
        state == Extract.State.FINAL
            ? new Extract.Seal(
                row.getInt("final_version"),
                row.getInt("row_count"),
                row.getString("content_sha256"),
                instant(row, "finalized_at"),
                row.getString("finalizer_name"))
            : null;
    return new Extract(
        uuid(row, "id"),
        new Party(uuid(row, "carrier_id"), row.getString("carrier")),
        ExtractKind.valueOf(row.getString("kind")),
        YearMonth.parse(row.getString("period")),
        state,
        row.getInt("version"),
        instant(row, "created_at"),
        row.getString("creator_name"),
        seal);
  }
}
