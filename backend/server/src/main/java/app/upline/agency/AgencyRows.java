package app.upline.agency;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All agencies, and with whom each is contracted. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface AgencyRows extends GenericRepository<AgencyRow, UUID> {
  void save(AgencyRow row);

  Optional<AgencyRow> findByNpn(String npn);

  @Query("select * from agency where id = :id")
  Optional<AgencyRow> findById(@BinaryId UUID id);

  /** Makes another version of it, of which something beside its row has changed. */
  @Query("update agency set version = version + 1 where id = :id")
  void touch(@BinaryId UUID id);

  @Query(
      """
      update agency
         set name = :name, level = :level, upline_agency_id = :uplineId, upline_name = :uplineName
       where id = :id""")
  void become(
      @BinaryId UUID id,
      String name,
      EntityType level,
      @BinaryId @Nullable UUID uplineId,
      @Nullable String uplineName);

  /** The name stands at each contract too, for the lists of the carriers. */
  @Query("update agency_contract set agency_name = :name where agency_id = :id")
  void renameContracts(@BinaryId UUID id, String name);

  @Query(
      """
      select exists (select 1 from agency_contract
                      where agency_id = :agencyId and carrier_id = :carrierId)""")
  boolean isContracted(@BinaryId UUID agencyId, @BinaryId UUID carrierId);

  /** With the agency's name, by which a carrier's agencies are listed. */
  @Query(
      """
      insert into agency_contract (agency_id, carrier_id, agency_name, since, in_force)
      select id, :carrierId, name, :since, :inForce
        from agency
       where id = :agencyId""")
  void contract(
      @BinaryId UUID agencyId, @BinaryId UUID carrierId, LocalDate since, boolean inForce);
}
