package app.upline.notification;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who was told; every statement of a person's is held to that person. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface NotificationRows extends GenericRepository<NotificationRow, UUID> {

  NotificationRow save(NotificationRow row);

  Optional<NotificationRow> findById(@BinaryId UUID id);

  @Query(
      """
      select * from notification
       where id = :id and user_id = :userId
         for update""")
  Optional<NotificationRow> lock(@BinaryId UUID id, @BinaryId UUID userId);

  @Query("update notification set read_at = :now where id = :id and read_at is null")
  int read(@BinaryId UUID id, Instant now);

  @Query("update notification set read_at = null where id = :id")
  void unread(@BinaryId UUID id);

  /**
   * Up to and with one of them, so that what came meanwhile is not read unseen; a few at a time.
   */
  @Query(
      """
      select * from notification
       where user_id = :userId and read_at is null and id <= :upTo
       order by id
       limit 500
         for update""")
  List<NotificationRow> unreadUpTo(@BinaryId UUID userId, @BinaryId UUID upTo);

  @Query(
      """
      update notification set read_at = :now
       where user_id = :userId and read_at is null and id <= :upTo""")
  int readUpTo(@BinaryId UUID userId, @BinaryId UUID upTo, Instant now);

  @Query("select exists (select 1 from notification where user_id = :userId and digest_on = :day)")
  boolean hasDigest(@BinaryId UUID userId, LocalDate day);

  @Query(
      """
      update notification set awaits_digest = false, digest_on = :day
       where user_id = :userId and awaits_digest = true""")
  int digest(@BinaryId UUID userId, LocalDate day);
}
