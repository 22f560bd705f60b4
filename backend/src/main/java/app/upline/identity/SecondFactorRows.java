package app.upline.identity;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows behind second factors: secrets, recovery codes, challenges. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface SecondFactorRows extends GenericRepository<SecondFactor, UUID> {
  void save(SecondFactor factor);

  Optional<SecondFactor> findByUserId(UUID userId);

  @Query("delete from second_factor where user_id = :userId")
  void delete(UUID userId);

  @Query("update second_factor set confirmed_at = :now where user_id = :userId")
  void confirm(UUID userId, Instant now);

  /** 1, or 0 when a code of this step, or a later one, was used before. */
  @Query(
      """
      update second_factor
         set last_step = :step
       where user_id = :userId
         and last_step < :step""")
  int useStep(UUID userId, long step);

  @Query("insert into recovery_code (user_id, code_sha256) values (:userId, :sha256)")
  void addRecoveryCode(UUID userId, String sha256);

  /** 1, or 0 when there is no such code any more. */
  @Query("delete from recovery_code where user_id = :userId and code_sha256 = :sha256")
  int useRecoveryCode(UUID userId, String sha256);

  @Query("delete from recovery_code where user_id = :userId")
  void deleteRecoveryCodes(UUID userId);

  /**
   * Somebody who was challenged.
   *
   * @param permitSha256 what was shown with the password, if anything
   */
  @Introspected
  record Challenged(UUID userId, @Nullable String permitSha256) {}

  @Query(
      """
      insert into sign_in_challenge (token_sha256, user_id, expires_at, permit_sha256)
      values (:sha256, :userId, :expiresAt, :permit)""")
  void challenge(String sha256, UUID userId, Instant expiresAt, @Nullable String permit);

  @Query(
      """
      select user_id, permit_sha256 from sign_in_challenge
       where token_sha256 = :sha256 and expires_at > :now""")
  Optional<Challenged> findChallenged(String sha256, Instant now);

  @Query("delete from sign_in_challenge where token_sha256 = :sha256")
  int endChallenge(String sha256);

  @Query("delete from sign_in_challenge where expires_at < :now limit 1000")
  int forgetChallenges(Instant now);

  @Query(
      """
      select * from second_factor
       where key_version <> :version
       order by key_version, user_id
       limit :most""")
  List<SecondFactor> findUnderOtherKeys(int version, int most);

  @Query(
      """
      update second_factor
         set sealed_secret = :sealed, key_version = :version
       where user_id = :userId
         and key_version = :before""")
  int reseal(UUID userId, byte[] sealed, int version, int before);
}
