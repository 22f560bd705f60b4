package app.upline.agency;

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
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What organizations were called, and will be. */
@JdbcRepository(dialect = Dialect.MYSQL)
abstract class ProfileRows implements GenericRepository<ProfileRow, UUID> {

  private final Database database;

  ProfileRows(Database database) {
    this.database = database;
  }

  abstract void save(ProfileRow row);

  @Query(
      """
      delete from organization_profile
       where organization_id = :organizationId
         and effective_from = :effectiveFrom""")
  abstract void remove(@BinaryId UUID organizationId, LocalDate effectiveFrom);

  @Query("select exists (select 1 from organization_profile where organization_id = :id)")
  abstract boolean isAnyOf(@BinaryId UUID id);

  @Query(
      """
      select exists (select 1 from organization_profile
                      where organization_id = :id and recorded_by is not null)""")
  abstract boolean isSaidByPeople(@BinaryId UUID id);

  /** The one of a day; the first one, where the day is before it. */
  Optional<ProfileRow> on(UUID organizationId, LocalDate day) {
    return database
        .first(
            Sql.of(
                "select * from organization_profile where organization_id = ? and effective_from <= ? order by effective_from desc limit 1",
                organizationId,
                day),
            ProfileRow.class)
        .or(
            () ->
                database.first(
                    Sql.of(
                        "select * from organization_profile where organization_id = ? order by effective_from limit 1",
                        organizationId),
                    ProfileRow.class));
  }

  /** Those whose day has come, and that do not count yet. */
  List<ProfileRow> due(LocalDate today) {
    return database.query(
        Sql.of(
            "select * from organization_profile where pending = true and effective_from <= ? order by effective_from limit 100",
            today),
        ProfileRow.class);
  }

  void hasCome(UUID organizationId, LocalDate today) {
    database.update(
        Sql.of(
            "update organization_profile set pending = false where organization_id = ? and effective_from <= ? and pending",
            organizationId,
            today));
  }

  /** The newest day first. */
  Page<ProfileRow> page(UUID organizationId, PageRequest request) {
    Sql sql =
        KeyOrder.of("organization_profile p", "primary")
            .select("p.*")
            .add("where p.organization_id = ?", organizationId);
    if (!request.isFirst()) {
      sql.add("and p.effective_from < ?", LocalDate.parse(request.after().getFirst()));
    }
    sql.add("order by p.effective_from desc limit ?", request.limit() + 1);
    return Page.of(
        database.query(sql, ProfileRow.class),
        request.limit(),
        row -> List.of(row.effectiveFrom().toString()));
  }
}
