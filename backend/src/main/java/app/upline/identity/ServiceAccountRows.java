package app.upline.identity;

import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The service accounts of one organisation; every statement is held to it. */
@Singleton
class ServiceAccountRows {
  private static final String SELECT =
      """
      select u.id, u.name, u.active, u.version, u.created_at,
             a.scopes, a.expires_at, a.last_used_at,
             (select r.role from app_user_role r where r.user_id = u.id) as role
        from app_user u
        straight_join service_account a on a.id = u.id""";

  private final Database database;

  ServiceAccountRows(Database database) {
    this.database = database;
  }

  Page<ServiceAccount> page(CurrentUser caller, PageRequest request, Instant now) {
    Sql sql = of(caller);
    if (!request.isFirst()) {
      sql.add("and u.id > ?", request.after().getFirst());
    }
    sql.add("order by u.id limit ?", request.limit() + 1);
    Page<ServiceAccount> page =
        Page.of(
            database.query(sql, ServiceAccountRows::account),
            request.limit(),
            account -> List.of(account.id().toString()));
    Map<UUID, List<ServiceAccount.Credential>> live =
        credentials(page.items().stream().map(ServiceAccount::id).toList(), now);
    return page.map(account -> account.with(live.getOrDefault(account.id(), List.of())));
  }

  Optional<ServiceAccount> find(CurrentUser caller, UUID id, Instant now) {
    return find(of(caller).add("and u.id = ?", id), now);
  }

  /** The same, held until the transaction ends. */
  Optional<ServiceAccount> lock(CurrentUser caller, UUID id, Instant now) {
    return find(of(caller).add("and u.id = ? for update", id), now);
  }

  private Optional<ServiceAccount> find(Sql sql, Instant now) {
    return database
        .first(sql, ServiceAccountRows::account)
        .map(
            account ->
                account.with(
                    credentials(List.of(account.id()), now).getOrDefault(account.id(), List.of())));
  }

  private Map<UUID, List<ServiceAccount.Credential>> credentials(
      Collection<UUID> accounts, Instant now) {
    if (accounts.isEmpty()) {
      return Map.of();
    }
    Sql sql =
        Sql.of("select * from service_credential")
            .addIn("where account_id in", accounts)
            .add("and revoked_at is null and expires_at > ? order by account_id, id", now);
    return database
        .query(sql, row -> Map.entry(Database.uuid(row, "account_id"), credential(row)))
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  void insert(CurrentUser caller, ServiceAccount account) {
    boolean agency = caller.kind() == OrganisationKind.AGENCY;
    database.update(
        Sql.of(
            """
            insert into app_user (id, email, name, password_hash, agency_id, carrier_id, active,
                                  created_at, machine)
            values (?, null, ?, null, ?, ?, true, ?, true)""",
            account.id(),
            account.name(),
            agency ? caller.organisationId() : null,
            agency ? null : caller.organisationId(),
            account.createdAt()));
    database.update(
        Sql.of(
            "insert into app_user_role (user_id, role) values (?, ?)",
            account.id(),
            account.role()));
    database.update(
        Sql.of(
            """
            insert into service_account (id, scopes, created_by, expires_at) values (?, ?, ?, ?)""",
            account.id(),
            text(account.scopes()),
            caller.id(),
            account.expiresAt()));
  }

  void replaceScopes(UUID id, Set<String> scopes) {
    database.update(Sql.of("update service_account set scopes = ? where id = ?", text(scopes), id));
    touch(id);
  }

  void revoke(UUID id) {
    database.update(
        Sql.of("update app_user set active = false, version = version + 1 where id = ?", id));
  }

  void touch(UUID id) {
    database.update(Sql.of("update app_user set version = version + 1 where id = ?", id));
  }

  void insert(
      UUID accountId,
      ServiceAccount.Credential credential,
      @Nullable String secretSha256,
      @Nullable String publicKey) {
    database.update(
        Sql.of(
            """
            insert into service_credential (id, account_id, kind, secret_sha256, public_key, hint,
                                            created_at, expires_at)
            values (?, ?, ?, ?, ?, ?, ?, ?)""",
            credential.id(),
            accountId,
            credential.kind(),
            secretSha256,
            publicKey,
            credential.hint(),
            credential.createdAt(),
            credential.expiresAt()));
    touch(accountId);
  }

  /** 1, or 0 when the account has no such credential that is live. */
  int revokeCredential(UUID accountId, UUID credentialId, Instant now) {
    int revoked =
        database.update(
            Sql.of(
                """
                update service_credential
                   set revoked_at = ?
                 where id = ? and account_id = ? and revoked_at is null""",
                now,
                credentialId,
                accountId));
    if (revoked == 1) {
      touch(accountId);
    }
    return revoked;
  }

  boolean hasCredential(UUID accountId, UUID credentialId) {
    return database
        .first(
            Sql.of(
                "select 1 from service_credential where id = ? and account_id = ?",
                credentialId,
                accountId),
            row -> 1)
        .isPresent();
  }

  static Set<String> scopes(String text) {
    return Arrays.stream(text.split(" ")).collect(Collectors.toUnmodifiableSet());
  }

  private static String text(Set<String> scopes) {
    return scopes.stream().sorted().collect(Collectors.joining(" "));
  }

  private static Sql of(CurrentUser caller) {
    return switch (caller.kind()) {
      case AGENCY -> Sql.of(SELECT).add("where u.agency_id = ?", caller.agencyId());
      case CARRIER -> Sql.of(SELECT).add("where u.carrier_id = ?", caller.carrierId());
    };
  }

  private static ServiceAccount account(ResultSet row) throws SQLException {
    return new ServiceAccount(
        Database.uuid(row, "id"),
        row.getString("name"),
        Role.valueOf(row.getString("role")),
        scopes(row.getString("scopes")),
        row.getBoolean("active"),
        row.getInt("version"),
        Database.instant(row, "created_at"),
        Database.instant(row, "expires_at"),
        Database.instantOrNull(row, "last_used_at"),
        List.of());
  }

  private static ServiceAccount.Credential credential(ResultSet row) throws SQLException {
    return new ServiceAccount.Credential(
        Database.uuid(row, "id"),
        ServiceAccount.Credential.Kind.valueOf(row.getString("kind")),
        row.getString("hint"),
        Database.instant(row, "created_at"),
        Database.instant(row, "expires_at"),
        Database.instantOrNull(row, "last_used_at"));
  }
}
