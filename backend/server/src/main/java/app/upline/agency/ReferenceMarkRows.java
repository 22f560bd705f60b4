package app.upline.agency;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

/** The marks of agencies. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ReferenceMarkRows extends GenericRepository<ReferenceMark, UUID> {

  @Query("select * from reference_mark where agency_id = :agencyId")
  Optional<ReferenceMark> find(@BinaryId UUID agencyId);

  /** As of now, whatever the transaction has read before. */
  @Query("select * from reference_mark where agency_id = :agencyId lock in share mode")
  Optional<ReferenceMark> findNow(@BinaryId UUID agencyId);

  /** Changes nothing when another agency has the mark. */
  @Query("insert ignore into reference_mark (agency_id, mark) values (:agencyId, :mark)")
  void insert(@BinaryId UUID agencyId, String mark);
}
