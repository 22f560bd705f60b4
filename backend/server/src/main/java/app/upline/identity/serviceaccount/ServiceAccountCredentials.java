package app.upline.identity.serviceaccount;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What machines show, and what is known of those who show it. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface ServiceAccountCredentials
    extends GenericRepository<ServiceAccountCredentials.Credential, UUID> {

  /** A credential that is live, of an account that is. */
  @MappedEntity("service_credential")
  record Credential(
      @Id @BinaryId UUID id,
      @BinaryId UUID serviceAccountId,
      @Nullable String publicKey,
      Instant expiresAt) {}

  /** What an account may do. */
  @Introspected
  record Account(String scopes) {}

  @Query(
      """
      select c.id, c.service_account_id, c.public_key, c.expires_at
        from service_credential c
        join service_account a on a.id = c.service_account_id
        join app_user u on u.id = a.id
       where c.service_account_id = :accountId
         and c.kind = :kind
         and c.revoked_at is null
         and c.expires_at > :now
         and a.expires_at > :now
         and u.active
         and (:sha256 is null or c.secret_sha256 = :sha256)""")
  List<Credential> findLive(
      @BinaryId UUID accountId, String kind, @Nullable String sha256, Instant now);

  @Query("select scopes from service_account where id = :accountId")
  Optional<Account> findAccount(@BinaryId UUID accountId);

  @Query("update service_credential set last_used_at = :now where id = :credentialId")
  void noteUse(@BinaryId UUID credentialId, Instant now);

  @Query(
      """
      update service_account
         set last_used_at = :now
       where id = :accountId
         and (last_used_at is null or last_used_at < :now)""")
  void noteAccountUse(@BinaryId UUID accountId, Instant now);

  /** The caller whose token was issued for this credential; none when the credential is over. */
  @Query(
      """
      select u.id, u.name, u.organization_id, u.organization_kind, a.scopes, a.last_used_at,
             (select group_concat(r.role) from app_user_role r where r.user_id = u.id) as roles
        from service_credential c
        join service_account a on a.id = c.service_account_id
        join app_user u on u.id = a.id
       where c.id = :credentialId
         and c.service_account_id = :accountId
         and c.revoked_at is null
         and c.expires_at > :now
         and a.expires_at > :now
         and u.active""")
  Optional<ServiceAccountCaller> findCaller(
      @BinaryId UUID credentialId, @BinaryId UUID accountId, Instant now);

  /** 1, or 0 when it was shown before. */
  @Query(
      "insert ignore into used_client_assertion (jti_sha256, expires_at) values (:sha256, :expiresAt)")
  int show(String sha256, Instant expiresAt);
}
