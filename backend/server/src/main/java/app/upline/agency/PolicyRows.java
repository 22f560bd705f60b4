package app.upline.agency;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** The policies of carriers; every statement is held to one. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface PolicyRows extends GenericRepository<PolicyRow, UUID> {
  void save(PolicyRow row);

  /** Newest first. */
  List<PolicyRow> findByCarrierIdOrderByEffectiveFromDesc(@BinaryId UUID carrierId);

  @Query(
      """
      delete from reporting_policy
       where carrier_id = :carrierId
         and effective_from = :effectiveFrom""")
  void withdraw(@BinaryId UUID carrierId, LocalDate effectiveFrom);
}
