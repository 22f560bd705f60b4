package app.upline.identity.session;

import app.upline.audit.AuditTrail;
import app.upline.audit.Digest;
import app.upline.identity.AuditedCallers;
import app.upline.identity.Notice;
import app.upline.identity.Notices;
import app.upline.identity.People;
import app.upline.identity.PeopleRegistry;
import app.upline.identity.Person;
import app.upline.identity.Profile;
import app.upline.identity.Secret;
import app.upline.identity.Session;
import app.upline.identity.Sessions;
import app.upline.identity.limits.KnownSignInSources;
import app.upline.identity.limits.SignInLimits;
import app.upline.identity.limits.SignInPermits;
import app.upline.identity.token.AccessTokens;
import app.upline.identity.token.TokenSettings;
import app.upline.platform.http.ClientSource;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Keeps sessions and the chain of refresh tokens of each. A token that comes again within seconds
 * was sent by two tabs of one browser, or again because an answer was lost: it is answered with the
 * same next token, so that there is one chain for all senders. When it comes later, one of the two
 * senders may be a thief and we cannot tell which: the session ends, and with it what was given
 * since.
 */
@Singleton
public class SessionLedger {
  private final People people;
  private final PeopleRegistry registry;
  private final Sessions sessions;
  private final RefreshTokens tokens;
  private final KnownSignInSources places;
  private final SignInPermits permits;
  private final Notices notices;
  private final AccessTokens accessTokens;
  private final TokenSettings settings;
  private final AuditTrail audit;
  private final Database database;
  private final Ids ids;
  private final Clock clock;

  SessionLedger(
      People people,
      PeopleRegistry registry,
      Sessions sessions,
      RefreshTokens tokens,
      KnownSignInSources places,
      SignInPermits permits,
      Notices notices,
      AccessTokens accessTokens,
      TokenSettings settings,
      AuditTrail audit,
      Database database,
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
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  public Grant begin(Person person, ClientSource source, boolean secondFactor) {
    return database.writing(() -> begun(person, source, secondFactor));
  }

  private Grant begun(Person person, ClientSource source, boolean secondFactor) {
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
    return grant(person, session, Secret.random(), now);
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
  RefreshResult continueWith(Secret secret) {
    return database.writing(() -> continued(secret));
  }

  private RefreshResult continued(Secret secret) {
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
    boolean isFirst = tokens.use(secret.sha256(), now) == 1;
    if (person.isEmpty() || !isFirst && !token.get().mayBeRepeatedAt(now)) {
      end(session, now);
      return new RefreshResult.SessionOver();
    }
    Secret next = token.get().successorOf(secret);
    return new RefreshResult.Refreshed(
        isFirst
            ? grant(person.get(), session, next, now)
            : again(person.get(), session, next, now));
  }

  /** An event of its own: the refresh that led to it is refused, and told of as that. */
  private void end(Session session, Instant now) {
    Person owner = people.findById(session.userId()).orElseThrow();
    audit.system(
        "endSession",
        owner.organizationId(),
        () -> {
          sessions.end(session.id(), now);
          audit.because("A refresh token was used twice, or the account is disabled.");
          audit.changed("session", session.id(), null, null, Digest.of(session.id(), now));
          return null;
        });
  }

  private Grant grant(Person person, Session session, Secret secret, Instant now) {
    tokens.save(RefreshToken.of(secret, session.id(), now, expiry(session, now)));
    return again(person, session, secret, now);
  }

  private Instant expiry(Session session, Instant now) {
    Instant idleEnd = now.plus(settings.refreshLife());
    return idleEnd.isBefore(session.expiresAt()) ? idleEnd : session.expiresAt();
  }

  /** With a refresh token that is kept already. */
  private Grant again(Person person, Session session, Secret secret, Instant now) {
    Instant expiresAt = expiry(session, now);
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
