package app.upline.oversight;

import app.upline.identity.CurrentUser;
import app.upline.platform.listing.Direction;
import app.upline.platform.listing.KeyOrder;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.BinaryId;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tables of extracts. */
@JdbcRepository(dialect = Dialect.MYSQL)
abstract class ExtractRows implements GenericRepository<KeptExtract, UUID> {

  private static final String COLUMNS = "e.*, c.name as carrier";

  private static final String CARRIER = "join carrier c on c.id = e.carrier_id";

  private final Database database;

  ExtractRows(Database database) {
    this.database = database;
  }

  Optional<Extract> find(CurrentUser user, UUID id) {
    return database.first(one(user, id), this::extract);
  }

  /** As it is now, locked for a change. */
  Optional<Extract> findToChange(CurrentUser user, UUID id) {
    return database.first(one(user, id).add("for update"), this::extract);
  }

  private static Sql one(CurrentUser user, UUID id) {
    return Sql.of("select " + COLUMNS + " from extract e")
        .add(CARRIER)
        .add("where e.carrier_id = ? and e.id = ?", user.carrierId(), id);
  }

  /** As it is now that others wait, and not as it was when the transaction began. */
  @Query(
      """
      select *
        from extract
       where carrier_id = :carrierId
         and kind = :kind
         and period = :period
         and draft_slot = 1
         for update""")
  abstract Optional<KeptExtract> findDraft(
      @BinaryId UUID carrierId, ExtractKind kind, String period);

  /** How many there are that are final. */
  @Query(
      """
      select coalesce(max(final_version), 0)
        from extract
       where carrier_id = :carrierId
         and kind = :kind
         and period = :period""")
  abstract int finals(@BinaryId UUID carrierId, ExtractKind kind, String period);

  abstract void save(KeptExtract extract);

  @Query(
      """
      update extract
         set state = 'FINAL', draft_slot = null, final_version = :number, row_count = :rowCount,
             content_sha256 = :sha256, carrier_name = :carrierName, finalized_at = :at,
             finalized_by = :by, finalizer_name = :name, version = version + 1
       where id = :id
         and carrier_id = :carrierId
         and state = 'DRAFT'""")
  abstract void seal(
      @BinaryId UUID carrierId,
      @BinaryId UUID id,
      int number,
      int rowCount,
      String sha256,
      String carrierName,
      Instant at,
      @BinaryId UUID by,
      String name);

  @Query(
      """
      update extract
         set state = 'DISCARDED', draft_slot = null, version = version + 1
       where id = :id
         and carrier_id = :carrierId""")
  abstract void discard(@BinaryId UUID carrierId, @BinaryId UUID id);

  void finalize(CurrentUser user, Extract extract, Extract.Seal seal, List<String> lines) {
    seal(
        user.carrierId(),
        extract.id(),
        seal.number(),
        seal.rowCount(),
        seal.contentSha256(),
        extract.carrier().name(),
        seal.at(),
        user.id(),
        seal.by());
    List<List<Object>> rows = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      rows.add(List.of(extract.id(), i + 1, lines.get(i)));
    }
    database.batch("insert into extract_row (extract_id, seq, content) values (?, ?, ?)", rows);
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

  Page<Extract> page(
      CurrentUser user, ExtractFilter filter, Direction direction, PageRequest request) {
    String index = filter.kind() == null ? "extract_by_carrier" : "extract_by_kind";
    Sql sql =
        KeyOrder.of("extract e", index)
            .with(CARRIER)
            .select(COLUMNS)
            .add("where e.carrier_id = ?", user.carrierId())
            .addIf(filter.kind(), "and e.kind = ?")
            .addIf(filter.period() == null ? null : filter.period().toString(), "and e.period = ?")
            .addIf(filter.state(), "and e.state = ?");
    if (!request.isFirst()) {
      sql.add("and e.id " + direction.beyond() + " ?", request.afterId());
    }
    sql.add("order by e.id" + direction.suffix() + " limit ?", request.limit() + 1);
    return Page.of(
        database.query(sql, this::extract),
        request.limit(),
        extract -> List.of(extract.id().toString()));
  }

  private Extract extract(ResultSet row) throws SQLException {
    return database.entity(row, KeptExtract.class).extract(row.getString("carrier"));
  }
}
