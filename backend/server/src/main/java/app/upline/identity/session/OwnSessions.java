package app.upline.identity.session;

import app.upline.audit.AuditTrail;
import app.upline.identity.CurrentUser;
import app.upline.identity.Sessions;
import app.upline.platform.listing.KeyOrder;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where the caller is signed in. */
@Singleton
public class OwnSessions {

  private static final KeyOrder BY_PERSON = KeyOrder.of("session", "session_by_person");

  private final Sessions sessions;
  private final AuditTrail audit;
  private final Database database;
  private final Clock clock;

  OwnSessions(Sessions sessions, AuditTrail audit, Database database, Clock clock) {
    this.sessions = sessions;
    this.audit = audit;
    this.database = database;
    this.clock = clock;
  }

  /**
   * A session as its owner sees it.
   *
   * @param lastUsedAt to the minute
   * @param address from where it was last used
   */
  public record OwnSession(
      UUID id,
      Instant startedAt,
      Instant lastUsedAt,
      Instant expiresAt,
      @Nullable String address,
      @Nullable String userAgent,
      boolean secondFactor) {}

  /** Those that are open, the oldest first. */
  public Page<OwnSession> list(CurrentUser caller, PageRequest request) {
    Sql sql =
        BY_PERSON
            .select("*")
            .add(
                "where user_id = ? and ended_at is null and expires_at > ?",
                caller.id(),
                clock.instant());
    if (!request.isFirst()) {
      sql.add("and id > ?", request.afterId());
    }
    sql.add("order by id limit ?", request.limit() + 1);
    return database.reading(
        () ->
            Page.of(
                database.query(sql, OwnSessions::session),
                request.limit(),
                session -> List.of(session.id().toString())));
  }

  /** Ends one of them; false when the caller has no such session. */
  public boolean end(CurrentUser caller, UUID sessionId) {
    return database.writing(
        () -> {
          int ended = sessions.endOf(caller.id(), sessionId, clock.instant());
          if (ended == 1) {
            audit.changed("session", sessionId, null, null, null);
          }
          return ended == 1;
        });
  }

  /** Ends all of them, or all but this one. */
  public void endAll(CurrentUser caller, UUID current, boolean includeCurrent) {
    database.writing(
        () -> {
          if (includeCurrent) {
            sessions.endAllOf(caller.id(), clock.instant());
          } else {
            sessions.endAllOfExcept(caller.id(), current, clock.instant());
          }
          audit.changed("session", current, null, null, null);
          return null;
        });
  }

  private static OwnSession session(ResultSet row) throws SQLException {
    return new OwnSession(
        Database.uuid(row, "id"),
        Database.instant(row, "started_at"),
        Database.instant(row, "last_used_at"),
        Database.instant(row, "expires_at"),
        row.getString("source_address"),
        row.getString("user_agent"),
        row.getObject("second_factor_at") != null);
  }
}
