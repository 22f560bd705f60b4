package app.upline.identity;

import app.upline.identity.IdentityProvider.Connection;
import app.upline.identity.IdentityProvider.MappedRole;
import app.upline.platform.encryption.Sealed;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The rows behind identity providers; every statement is held to one organisation. */
@Singleton
class IdentityProviderRows {
  private final Database database;

  IdentityProviderRows(Database database) {
    this.database = database;
  }

  IdentityProvider find(UUID organisationId) {
    return find(organisationId, "");
  }

  IdentityProvider lock(UUID organisationId) {
    return find(organisationId, "for update");
  }

  private IdentityProvider find(UUID organisationId, String lock) {
    return database
        .first(
            Sql.of(
                    """
                    select version, issuer, client, roles_claim
                      from identity_provider
                     where organisation_id = ?""",
                    organisationId)
                .add(lock),
            row -> provider(row, organisationId))
        .orElse(IdentityProvider.NEVER);
  }

  private IdentityProvider provider(ResultSet row, UUID organisationId) throws SQLException {
    String issuer = row.getString("issuer");
    return new IdentityProvider(
        issuer == null
            ? null
            : new Connection(
                issuer,
                row.getString("client"),
                row.getString("roles_claim"),
                roles(organisationId)),
        row.getInt("version"));
  }

  private List<MappedRole> roles(UUID organisationId) {
    return database.query(
        Sql.of(
            """
            select claim_value, role
              from identity_provider_role
             where organisation_id = ?
             order by claim_value, role""",
            organisationId),
        row -> new MappedRole(row.getString(1), Role.valueOf(row.getString(2))));
  }

  Optional<Sealed> findSecret(UUID organisationId) {
    return database.first(
        Sql.of(
            """
            select key_version, sealed_secret
              from identity_provider
             where organisation_id = ?
               and sealed_secret is not null""",
            organisationId),
        row -> new Sealed(row.getInt(1), row.getBytes(2)));
  }

  void save(UUID organisationId, Connection connection, Sealed secret, int version) {
    forgetRoles(organisationId);
    // Of two who are the first, the database takes one, and the other comes again.
    database.update(
        (version == IdentityProvider.NEVER.version() + 1
                ? Sql.of("insert into identity_provider set organisation_id = ?,", organisationId)
                : Sql.of("update identity_provider set"))
            .add(
                "version = ?, issuer = ?, client = ?, sealed_secret = ?, key_version = ?, roles_claim = ?",
                version,
                connection.issuer(),
                connection.client(),
                secret.bytes(),
                secret.keyVersion(),
                connection.rolesClaim())
            .addIf(
                version == IdentityProvider.NEVER.version() + 1 ? null : organisationId,
                "where organisation_id = ?"));
    database.batch(
        "insert into identity_provider_role (organisation_id, claim_value, role) values (?, ?, ?)",
        connection.roles().stream()
            .distinct()
            .map(mapped -> List.of(organisationId, mapped.value(), mapped.role()))
            .toList());
  }

  /** Leaves the version, so that it never comes a second time, and nobody linked. */
  void remove(UUID organisationId, int version) {
    forgetRoles(organisationId);
    database.update(
        Sql.of("delete from federated_person where organisation_id = ?", organisationId));
    database.update(
        Sql.of(
            """
            update identity_provider
               set version = ?, issuer = null, client = null, sealed_secret = null,
                   key_version = null, roles_claim = null
             where organisation_id = ?""",
            version,
            organisationId));
  }

  private void forgetRoles(UUID organisationId) {
    database.update(
        Sql.of("delete from identity_provider_role where organisation_id = ?", organisationId));
  }

  /** Organisations whose secret is sealed with another version of the key. */
  List<UUID> findUnderOtherKeys(int version, int most) {
    return database.query(
        Sql.of(
            """
            select organisation_id from identity_provider
             where key_version <> ?
             order by key_version, organisation_id
             limit ?""",
            version,
            most),
        row -> Database.uuid(row, "organisation_id"));
  }

  void reseal(UUID organisationId, Sealed before, Sealed after) {
    database.update(
        Sql.of(
            """
            update identity_provider
               set sealed_secret = ?, key_version = ?
             where organisation_id = ? and sealed_secret = ?""",
            after.bytes(),
            after.keyVersion(),
            organisationId,
            before.bytes()));
  }
}
