package app.upline.identity.serviceaccount;

import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.identity.People;
import app.upline.identity.Role;
import app.upline.platform.listing.Direction;
import app.upline.platform.listing.KeyOrder;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.BinaryId;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.JsonCodes;
import app.upline.platform.persistence.Sql;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The service accounts of one organization; every statement is held to it. */
@JdbcRepository(dialect = Dialect.MYSQL)
abstract class ServiceAccountRows implements GenericRepository<ServiceAccountRow, UUID> {
  private static final KeyOrder ACCOUNTS =
      KeyOrder.of("app_user u", "app_user_by_organization")
          .with("join service_account a on a.id = u.id");

  private static final String COLUMNS =
      """
      u.id, u.name, u.active, u.version, u.created_at, a.scopes, a.expires_at, a.last_used_at,
        (select r.role from app_user_role r where r.user_id = u.id) as role
      """;

  private final Database database;
  private final People people;
  private final ServiceCredentialRows credentials;

  ServiceAccountRows(Database database, People people, ServiceCredentialRows credentials) {
    this.credentials = credentials;
    this.people = people;
    this.database = database;
  }

  Page<ServiceAccount> page(
      CurrentUser caller,
      ServiceAccount.@Nullable Status status,
      Direction direction,
      PageRequest request,
      Instant now) {
    Sql sql = of(caller);
    switch (status) {
      case ACTIVE -> sql.add("and u.active and a.expires_at > ?", now);
      case EXPIRED -> sql.add("and u.active and a.expires_at <= ?", now);
      case REVOKED -> sql.add("and not u.active");
      case null -> {}
    }
    if (!request.isFirst()) {
      sql.add("and u.id " + direction.beyond() + " ?", request.afterId());
    }
    sql.add("order by u.id" + direction.suffix() + " limit ?", request.limit() + 1);
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
            .addIn("where service_account_id in", accounts)
            .add("and revoked_at is null and expires_at > ? order by service_account_id, id", now);
    return database.query(sql, ServiceCredentialRow.class).stream()
        .collect(
            Collectors.groupingBy(
                ServiceCredentialRow::serviceAccountId,
                Collectors.mapping(ServiceCredentialRow::credential, Collectors.toList())));
  }

  @Query(
      """
      insert into app_user (id, name, organization_id, organization_kind, active, created_at,
                            is_service_account)
      values (:id, :name, :organizationId, :kind, true, :createdAt, true)""")
  abstract void saveUser(
      @BinaryId UUID id,
      String name,
      @BinaryId UUID organizationId,
      OrganizationKind kind,
      Instant createdAt);

  abstract void save(ServiceAccountRow row);

  @Query("update service_account set scopes = :scopes where id = :id")
  abstract void setScopes(@BinaryId UUID id, String scopes);

  void insert(CurrentUser caller, ServiceAccount account) {
    saveUser(
        account.id(), account.name(), caller.organizationId(), caller.kind(), account.createdAt());
    people.grant(account.id(), account.role().name());
    save(
        new ServiceAccountRow(
            account.id(), JsonCodes.of(account.scopes()), caller.id(), account.expiresAt(), null));
  }

  void replaceScopes(UUID id, Set<String> scopes) {
    setScopes(id, JsonCodes.of(scopes));
    people.touch(id);
  }

  void revoke(UUID id) {
    people.setActive(id, false);
  }

  void insert(
      UUID accountId,
      ServiceAccount.Credential credential,
      @Nullable String secretSha256,
      @Nullable String publicKey) {
    credentials.save(
        new ServiceCredentialRow(
            credential.id(),
            accountId,
            credential.kind(),
            secretSha256,
            publicKey,
            credential.hint(),
            credential.createdAt(),
            credential.expiresAt(),
            null,
            null));
    people.touch(accountId);
  }

  /** 1, or 0 when the account has no such credential that is live. */
  int revokeCredential(UUID accountId, UUID credentialId, Instant now) {
    int revoked = credentials.revoke(accountId, credentialId, now);
    if (revoked == 1) {
      people.touch(accountId);
    }
    return revoked;
  }

  boolean hasCredential(UUID accountId, UUID credentialId) {
    return credentials.existsByIdAndServiceAccountId(credentialId, accountId);
  }

  private static Sql of(CurrentUser caller) {
    return ACCOUNTS
        .select(COLUMNS)
        .add(
            "where u.organization_id = ? and u.organization_kind = ?",
            caller.organizationId(),
            caller.kind());
  }

  private static ServiceAccount account(ResultSet row) throws SQLException {
    return new ServiceAccount(
        Database.uuid(row, "id"),
        row.getString("name"),
        Role.valueOf(row.getString("role")),
        JsonCodes.read(row.getString("scopes")),
        row.getBoolean("active"),
        row.getInt("version"),
        Database.instant(row, "created_at"),
        Database.instant(row, "expires_at"),
        Database.instantOrNull(row, "last_used_at"),
        List.of());
  }
}
