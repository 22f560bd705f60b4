package app.upline.agency;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** All agencies, and with whom each is contracted. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface AgencyRows extends GenericRepository<AgencyRow, UUID> {
  void save(AgencyRow row);

  Optional<AgencyRow> findByNpn(String npn);

  @Query(
      """
      select exists (select 1 from agency_contract
                      where agency_id = :agencyId and carrier_id = :carrierId)""")
  boolean isContracted(@BinaryId UUID agencyId, @BinaryId UUID carrierId);

  /** With the agency's name, by which a carrier's agencies are listed. */
  @Query(
      """
      insert into agency_contract (agency_id, carrier_id, agency_name, since)
      select id, :carrierId, name, :since
        from agency
       where id = :agencyId""")
  void contract(@BinaryId UUID agencyId, @BinaryId UUID carrierId, LocalDate since);
}
