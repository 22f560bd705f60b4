package app.upline.identity.secondfactor;

import app.upline.platform.persistence.BinaryId;
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

/** The rows behind second factors: secrets, recovery codes, challenges. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface SecondFactorRows extends GenericRepository<SecondFactor, UUID> {
  void save(SecondFactor factor);

  Optional<SecondFactor> findByUserId(@BinaryId UUID userId);

  /** Holds it until the transaction ends, so that what is decided by it still holds then. */
  @Query("select * from second_factor where user_id = :userId for update")
  Optional<SecondFactor> findAndLock(@BinaryId UUID userId);

  @Query("delete from second_factor where user_id = :userId")
  void delete(@BinaryId UUID userId);

  /** 1, or 0 when it is in use already or another secret has taken its place. */
  @Query(
      """
      update second_factor
         set confirmed_at = :now
       where user_id = :userId
         and confirmed_at is null
         and sealed_secret = :sealed\
      """)
  int confirm(@BinaryId UUID userId, byte[] sealed, Instant now);

  /** 1, or 0 when a code of this step, or a later one, was used before. */
  @Query(
      """
      update second_factor
         set last_step = :step
       where user_id = :userId
         and last_step < :step\
      """)
  int useStep(@BinaryId UUID userId, long step);

  @Query("insert into recovery_code (user_id, code_sha256) values (:userId, :sha256)")
  void addRecoveryCode(@BinaryId UUID userId, String sha256);

  /** 1, or 0 when there is no such code any more. */
  @Query("delete from recovery_code where user_id = :userId and code_sha256 = :sha256")
  int useRecoveryCode(@BinaryId UUID userId, String sha256);

  @Query("delete from recovery_code where user_id = :userId")
  void deleteRecoveryCodes(@BinaryId UUID userId);

  /**
   * A person who was challenged.
   *
   * @param permitSha256 what was shown with the password, if anything
   */
  @MappedEntity("sign_in_challenge")
  record Challenged(@Id @BinaryId UUID userId, @Nullable String permitSha256) {}

  @Query(
      """
      insert into sign_in_challenge (token_sha256, user_id, expires_at, permit_sha256)
      values (:sha256, :userId, :expiresAt, :permit)\
      """)
  void challenge(String sha256, @BinaryId UUID userId, Instant expiresAt, @Nullable String permit);

  @Query(
      """
      select user_id, permit_sha256 from sign_in_challenge
       where token_sha256 = :sha256 and expires_at > :now\
      """)
  Optional<Challenged> findChallenged(String sha256, Instant now);

  @Query("delete from sign_in_challenge where token_sha256 = :sha256")
  int endChallenge(String sha256);

  @Query(
      """
      select * from second_factor
       where key_version <> :version
       order by key_version, user_id
       limit :most\
      """)
  List<SecondFactor> findUnderOtherKeys(int version, int most);

  @Query(
      """
      update second_factor
         set sealed_secret = :sealed, key_version = :version
       where user_id = :userId
         and key_version = :before\
      """)
  int reseal(@BinaryId UUID userId, byte[] sealed, int version, int before);
}
