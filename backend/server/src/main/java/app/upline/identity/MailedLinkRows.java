package app.upline.identity;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The rows behind {@link MailedLinks}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface MailedLinkRows extends GenericRepository<MailedLink, String> {
  MailedLink save(MailedLink link);

  @Query(
      """
      select *
        from email_link
       where token_sha256 = :tokenSha256
         and purpose = :purpose
         and used_at is null
         and expires_at > :now\
      """)
  Optional<MailedLink> findGood(String tokenSha256, String purpose, Instant now);

  /** 1, or 0 when it was used, or has expired, meanwhile. */
  @Query(
      """
      update email_link
         set used_at = :now, used_from = :address
       where token_sha256 = :tokenSha256
         and used_at is null
         and expires_at > :now\
      """)
  int use(String tokenSha256, Instant now, String address);

  @Query(
      """
      update email_link
         set expires_at = :now
       where subject_id = :subjectId
         and purpose = :purpose
         and used_at is null
         and expires_at > :now\
      """)
  void expireAll(@BinaryId UUID subjectId, String purpose, Instant now);
}
