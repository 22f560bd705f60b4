package app.upline.identity;

import app.upline.audit.AuditTrail;
import app.upline.audit.Digest;
import app.upline.platform.http.ClientSource;
import app.upline.platform.persistence.Ids;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps sessions and the chain of refresh tokens of each. When a token comes a second time, even in
 * the same moment as the first, one of the two senders may be a thief and nobody can tell which:
 * the session ends, and with it what the first one has just been given.
 */
@Singleton
class SessionLedger {
  private final People people;
  private final PeopleRegistry registry;
  private final Sessions sessions;
  private final RefreshTokens tokens;
  private final KnownPlaces places;
  private final SignInPermits permits;
  private final Notices notices;
  private final AccessTokens accessTokens;
  private final TokenSettings settings;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;

  SessionLedger(
      People people,
      PeopleRegistry registry,
      Sessions sessions,
      RefreshTokens tokens,
      KnownPlaces places,
      SignInPermits permits,
      Notices notices,
      AccessTokens accessTokens,
      TokenSettings settings,
      AuditTrail audit,
      Ids ids,
      Clock clock) {
    this.people = people;
    this.registry = registry;
    this.sessions = sessions;
    this.tokens = tokens;
    this.places = places;
    this.permits = permits;
    this.notices = notices;
    this.accessTokens = accessTokens;
    this.settings = settings;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  @Transactional
  Grant begin(Person person, ClientSource source, boolean secondFactor) {
    Instant now = clock.instant();
    Session session =
        new Session(
            ids.next(),
            person.id(),
            now,
            now.plus(settings.sessionLife()),
            null,
            now,
            source.address(),
            source.userAgent(),
            secondFactor ? now : null,
            now);
    sessions.save(session);
    note(person, source, now);
    return grant(person, session, now);
  }

  /** The first place of all is no news. */
  private void note(Person person, ClientSource source, Instant now) {
    Instant since = now.minus(SignInLimits.KNOWN_FOR);
    if (!places.know(person.id(), source.network(), since) && places.knowAny(person.id(), since)) {
      notices.tell(Notice.SIGN_IN_FROM_NEW_PLACE, person.id());
    }
    places.note(person.id(), source.network(), now);
    permits.endAllOf(person.id());
  }

  /** Commits also when it refuses: that the session has ended must stay. */
  @Transactional
  RefreshResult continueWith(Secret secret) {
    Instant now = clock.instant();
    Optional<RefreshToken> token = tokens.findByTokenSha256(secret.sha256());
    if (token.isEmpty() || !now.isBefore(token.get().expiresAt())) {
      return new RefreshResult.SessionOver();
    }
    Session session = sessions.findById(token.get().sessionId()).orElseThrow();
    if (!session.isOpenAt(now)) {
      return new RefreshResult.SessionOver();
    }
    Optional<Person> person = people.findById(session.userId()).filter(Person::active);
    if (tokens.use(secret.sha256(), now) == 0 || person.isEmpty()) {
      sessions.end(session.id(), now);
      return new RefreshResult.SessionOver();
    }
    return new RefreshResult.Refreshed(grant(person.get(), session, now));
  }

  private Grant grant(Person person, Session session, Instant now) {
    Secret secret = Secret.random();
    Instant idleEnd = now.plus(settings.refreshLife());
    Instant expiresAt = idleEnd.isBefore(session.expiresAt()) ? idleEnd : session.expiresAt();
    tokens.save(new RefreshToken(secret.sha256(), session.id(), now, expiresAt, null));
    Profile profile = registry.profileOf(person);
    audit.by(AuditedCallers.of(profile.user()));
    audit.changed("session", session.id(), null, null, Digest.of(session.id(), expiresAt));
    return new Grant(
        accessTokens.issue(person.id(), session.id(), now),
        settings.accessLife(),
        secret.value(),
        Duration.between(now, expiresAt),
        profile);
  }
}
