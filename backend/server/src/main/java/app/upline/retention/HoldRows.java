package app.upline.retention;

import static app.upline.platform.persistence.Database.uuid;

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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The table of holds; an organization's people see its own. */
@JdbcRepository(dialect = Dialect.MYSQL)
abstract class HoldRows implements GenericRepository<HoldRow, UUID> {
  private final Database database;

  HoldRows(Database database) {
    this.database = database;
  }

  abstract void save(HoldRow row);

  @Query("select * from legal_hold where id = :id and organization_id = :organizationId")
  abstract Optional<HoldRow> find(@BinaryId UUID organizationId, @BinaryId UUID id);

  /** Makes others who would release it wait until the transaction ends. */
  @Query("select * from legal_hold where id = :id and organization_id = :organizationId for update")
  abstract Optional<HoldRow> lock(@BinaryId UUID organizationId, @BinaryId UUID id);

  @Query(
      """
      update legal_hold
         set state = 'RELEASED', version = version + 1, released_at = :at, released_by = :by,
             releaser_name = :name, release_reason = :reason
       where id = :id
         and organization_id = :organizationId""")
  abstract void release(
      @BinaryId UUID organizationId,
      @BinaryId UUID id,
      @BinaryId UUID by,
      String name,
      String reason,
      Instant at);

  Page<LegalHold> page(
      CurrentUser user, HoldFilter filter, Direction direction, PageRequest request) {
    Sql sql =
        KeyOrder.of("legal_hold", filter.index())
            .select("*")
            .add("where organization_id = ?", user.organizationId())
            .addIf(filter.state(), "and state = ?")
            .addIf(filter.kind(), "and object_kind = ?");
    if (!request.isFirst()) {
      sql.add("and id " + direction.beyond() + " ?", request.afterId());
    }
    sql.add("order by id" + direction.suffix() + " limit ?", request.limit() + 1);
    return Page.of(
            database.query(sql, HoldRow.class),
            request.limit(),
            row -> List.of(row.id().toString()))
        .map(HoldRow::hold);
  }

  /** What anybody holds, for the purge. */
  List<UUID> held() {
    return database.query(
        Sql.of("select distinct object_id from legal_hold where state = 'IN_FORCE'"),
        row -> uuid(row, "object_id"));
  }
}
