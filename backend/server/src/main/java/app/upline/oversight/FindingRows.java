package app.upline.oversight;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

/** The findings of all carriers; an agency reaches those that it may see. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface FindingRows extends GenericRepository<FindingRow, UUID> {
  void save(FindingRow row);

  /** One that an agency sees, held until the transaction ends. */
  @Query(
      """
      select *
        from finding
       where id = :id
         and agency_id = :agencyId
         and visible_to_agency
         for update""")
  Optional<FindingRow> lock(@BinaryId UUID agencyId, @BinaryId UUID id);
}
