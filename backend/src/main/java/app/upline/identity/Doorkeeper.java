package app.upline.identity;

import app.upline.platform.http.ClientSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Lets callers in. A good token alone is not enough: with every request, one query by primary keys
 * asks whether the session is still open, the person still active, and which roles are held now.
 */
@Singleton
public class Doorkeeper {
  /** How exactly people can know when a session was last used; spares a write with each request. */
  private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

  private final AccessTokenVerifier tokens;
  private final Sessions sessions;
  private final Clock clock;

  Doorkeeper(AccessTokenVerifier tokens, Sessions sessions, Clock clock) {
    this.tokens = tokens;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** Who calls with this access token; empty when nobody may. */
  public Optional<Caller> admit(String accessToken, ClientSource source) {
    return tokens.verify(accessToken).flatMap(bearer -> admit(bearer, source));
  }

  private Optional<Caller> admit(TokenBearer bearer, ClientSource source) {
    Instant now = clock.instant();
    Optional<CallerRow> row = sessions.findCaller(bearer.sessionId(), bearer.userId(), now);
    row.filter(found -> found.lastUsedAt().plus(NOTED_EVERY).isBefore(now))
        .ifPresent(found -> sessions.noteUse(bearer.sessionId(), now, source.address()));
    return row.map(found -> new Caller(found.user(), bearer.sessionId()));
  }
}
