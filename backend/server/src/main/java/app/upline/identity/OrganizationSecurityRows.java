package app.upline.identity;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;
import java.util.UUID;

/** What organizations ask of their people; of those that never said, there is nothing. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface OrganizationSecurityRows extends GenericRepository<OrganizationSecurityRow, UUID> {
  void save(OrganizationSecurityRow row);

  Optional<OrganizationSecurityRow> findByOrganizationId(@BinaryId UUID organizationId);

  /** The same, held until the transaction ends. */
  @Query("select * from organization_security where organization_id = :organizationId for update")
  Optional<OrganizationSecurityRow> lock(@BinaryId UUID organizationId);

  /** 1, or 0 where there is no such version. */
  @Query(
      """
      update organization_security
         set second_factor_required = :secondFactor, role_changes_approved = :approved,
             version = :version
       where organization_id = :organizationId
         and version = :before""")
  int change(
      @BinaryId UUID organizationId,
      int before,
      boolean secondFactor,
      boolean approved,
      int version);
}
