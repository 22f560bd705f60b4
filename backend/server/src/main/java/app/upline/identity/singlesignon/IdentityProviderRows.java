package app.upline.identity.singlesignon;

import app.upline.identity.Role;
import app.upline.identity.singlesignon.IdentityProvider.Connection;
import app.upline.identity.singlesignon.IdentityProvider.MappedRole;
import app.upline.platform.encryption.Sealed;
import app.upline.platform.persistence.BinaryId;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows behind identity providers; every statement is held to one organization. */
@JdbcRepository(dialect = Dialect.MYSQL)
abstract class IdentityProviderRows implements GenericRepository<IdentityProviderRow, UUID> {
  private final Database database;

  IdentityProviderRows(Database database) {
    this.database = database;
  }

  abstract void save(IdentityProviderRow row);

  abstract void update(IdentityProviderRow row);

  abstract Optional<IdentityProviderRow> findByOrganizationId(@BinaryId UUID organizationId);

  @Query("select * from identity_provider where organization_id = :organizationId for update")
  abstract Optional<IdentityProviderRow> findAndLock(@BinaryId UUID organizationId);

  @Query("delete from identity_provider_role where organization_id = :organizationId")
  abstract void forgetRoles(@BinaryId UUID organizationId);

  @Query("delete from federated_identity where organization_id = :organizationId")
  abstract void forgetPeople(@BinaryId UUID organizationId);

  /** Those of organizations whose secret is sealed with another version of the key. */
  @Query(
      """
      select * from identity_provider
       where key_version <> :version
       order by key_version, organization_id
       limit :most""")
  abstract List<IdentityProviderRow> findUnderOtherKeys(int version, int most);

  /** Nothing happens where the secret has become another meanwhile. */
  @Query(
      """
      update identity_provider
         set sealed_secret = :after, key_version = :version
       where organization_id = :organizationId
         and sealed_secret = :before""")
  abstract void reseal(@BinaryId UUID organizationId, byte[] before, byte[] after, int version);

  IdentityProvider find(UUID organizationId) {
    return findByOrganizationId(organizationId).map(this::provider).orElse(IdentityProvider.NEVER);
  }

  IdentityProvider lock(UUID organizationId) {
    return findAndLock(organizationId).map(this::provider).orElse(IdentityProvider.NEVER);
  }

  private IdentityProvider provider(IdentityProviderRow row) {
    return new IdentityProvider(
        row.issuer() == null || row.client() == null || row.rolesClaim() == null
            ? null
            : new Connection(
                row.issuer(), row.client(), row.rolesClaim(), roles(row.organizationId())),
        row.version());
  }

  private List<MappedRole> roles(UUID organizationId) {
    return database.query(
        Sql.of(
            """
            select claim_value, role
              from identity_provider_role
             where organization_id = ?
             order by claim_value, role""",
            organizationId),
        row -> new MappedRole(row.getString(1), Role.valueOf(row.getString(2))));
  }

  Optional<Sealed> findSecret(UUID organizationId) {
    return findByOrganizationId(organizationId).flatMap(IdentityProviderRow::secret);
  }

  void save(UUID organizationId, Connection connection, Sealed secret, int version) {
    forgetRoles(organizationId);
    IdentityProviderRow row =
        new IdentityProviderRow(
            organizationId,
            version,
            connection.issuer(),
            connection.client(),
            secret.bytes(),
            secret.keyVersion(),
            connection.rolesClaim());
    // Of two who are the first, the database takes one, and the other comes again.
    if (version == IdentityProvider.NEVER.version() + 1) {
      save(row);
    } else {
      update(row);
    }
    database.batch(
        "insert into identity_provider_role (organization_id, claim_value, role) values (?, ?, ?)",
        connection.roles().stream()
            .distinct()
            .map(mapped -> List.of(organizationId, mapped.value(), mapped.role()))
            .toList());
  }

  /** Leaves the version, so that it never comes a second time, and no links to people. */
  void remove(UUID organizationId, int version) {
    forgetRoles(organizationId);
    forgetPeople(organizationId);
    update(IdentityProviderRow.gone(organizationId, version));
  }
}
