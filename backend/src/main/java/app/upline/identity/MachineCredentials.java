package app.upline.identity;

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
interface MachineCredentials extends GenericRepository<MachineCredentials.Credential, UUID> {

  /** A credential that is live, of an account that is. */
  @MappedEntity("service_credential")
  record Credential(@Id UUID id, UUID accountId, @Nullable String publicKey, Instant expiresAt) {}

  /** What an account may do. */
  @Introspected
  record Account(String scopes) {}

  @Query(
      """
      select c.id, c.account_id, c.public_key, c.expires_at
        from service_credential c
        join service_account a on a.id = c.account_id
        join app_user u on u.id = a.id
       where c.account_id = :accountId
         and c.kind = :kind
         and c.revoked_at is null
         and c.expires_at > :now
         and a.expires_at > :now
         and u.active
         and (:sha256 is null or c.secret_sha256 = :sha256)""")
  List<Credential> findLive(UUID accountId, String kind, @Nullable String sha256, Instant now);

  @Query("select scopes from service_account where id = :accountId")
  Optional<Account> findAccount(UUID accountId);

  @Query("update service_credential set last_used_at = :now where id = :credentialId")
  void noteUse(UUID credentialId, Instant now);

  @Query(
      """
      update service_account
         set last_used_at = :now
       where id = :accountId
         and (last_used_at is null or last_used_at < :now)""")
  void noteAccountUse(UUID accountId, Instant now);

  /** Who calls with a token that was got with this credential; nobody when it is over. */
  @Query(
      """
      select u.id, u.name, u.agency_id, u.carrier_id, a.scopes, a.last_used_at,
             (select group_concat(r.role) from app_user_role r where r.user_id = u.id) as roles
        from service_credential c
        join service_account a on a.id = c.account_id
        join app_user u on u.id = a.id
       where c.id = :credentialId
         and c.account_id = :accountId
         and c.revoked_at is null
         and c.expires_at > :now
         and a.expires_at > :now
         and u.active""")
  Optional<MachineRow> findCaller(UUID credentialId, UUID accountId, Instant now);

  /** 1, or 0 when it was shown before. */
  @Query("insert ignore into shown_assertion (jti_sha256, expires_at) values (:sha256, :expiresAt)")
  int show(String sha256, Instant expiresAt);

  @Query("delete from shown_assertion where expires_at < :now limit 1000")
  int forgetAssertions(Instant now);
}
