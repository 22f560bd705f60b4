package app.upline.identity.people;

import app.upline.identity.CurrentUser;
import app.upline.platform.listing.Direction;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.BinaryId;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The invitations of all organizations; what a caller asks for is held to the caller's. */
@JdbcRepository(dialect = Dialect.MYSQL)
abstract class InvitationRows implements GenericRepository<Invitation, UUID> {
  private static final String OPEN = "and i.accepted_at is null and i.revoked_at is null";

  private final Database database;

  InvitationRows(Database database) {
    this.database = database;
  }

  abstract void save(Invitation invitation);

  Page<Invitation> page(
      CurrentUser caller,
      Invitation.@Nullable Status status,
      Direction direction,
      PageRequest request,
      Instant now) {
    Sql sql =
        Sql.of(
            "select i.* from invitation i where i.organization_id = ? and i.organization_kind = ?",
            caller.organizationId(),
            caller.kind());
    switch (status) {
      case PENDING -> sql.add(OPEN + " and i.expires_at > ?", now);
      case EXPIRED -> sql.add(OPEN + " and i.expires_at <= ?", now);
      case REVOKED -> sql.add("and i.accepted_at is null and i.revoked_at is not null");
      case ACCEPTED -> sql.add("and i.accepted_at is not null");
      case null -> {}
    }
    if (!request.isFirst()) {
      sql.add("and i.id " + direction.beyond() + " ?", request.afterId());
    }
    sql.add("order by i.id" + direction.suffix() + " limit ?", request.limit() + 1);
    return Page.of(
        database.query(sql, Invitation.class),
        request.limit(),
        invitation -> List.of(invitation.id().toString()));
  }

  @Query("select * from invitation where id = :id and organization_id = :organizationId")
  abstract Optional<Invitation> find(@BinaryId UUID organizationId, @BinaryId UUID id);

  /** The same, held until the transaction ends. */
  @Query("select * from invitation where id = :id and organization_id = :organizationId for update")
  abstract Optional<Invitation> lock(@BinaryId UUID organizationId, @BinaryId UUID id);

  /** For the person who holds the link to it. */
  @Query("select * from invitation where id = :id")
  abstract Optional<Invitation> findByLink(@BinaryId UUID id);

  /**
   * One for this address that can still be accepted. Of two who would write the first one at once,
   * one waits for the other here and begins again.
   */
  @Query(
      """
      select *
        from invitation
       where organization_id = :organizationId
         and email = :email
         and accepted_at is null
         and revoked_at is null
         and expires_at > :now
       limit 1
         for update""")
  abstract Optional<Invitation> lockPending(
      @BinaryId UUID organizationId, String email, Instant now);

  /** Those for first administrators that can still be accepted. */
  @Query(
      """
      select *
        from invitation
       where organization_id = :organizationId
         and invited_by is null
         and accepted_at is null
         and revoked_at is null
         and expires_at > :now""")
  abstract List<Invitation> pendingFirst(@BinaryId UUID organizationId, Instant now);

  @Query(
      """
      update invitation
         set revoked_at = :now, version = version + 1
       where id = :id
         and organization_id = :organizationId""")
  abstract void revoke(@BinaryId UUID organizationId, @BinaryId UUID id, Instant now);

  /** 1, or 0 when it was accepted or revoked meanwhile. */
  @Query(
      """
      update invitation
         set accepted_at = :now, version = version + 1
       where id = :id
         and accepted_at is null
         and revoked_at is null""")
  abstract int accept(@BinaryId UUID id, Instant now);
}
