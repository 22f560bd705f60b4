package app.upline.identity;

import app.upline.audit.AuditTrail;
import app.upline.platform.http.ClientSource;
import app.upline.platform.throttle.Attempt;
import app.upline.platform.throttle.TooMany;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Signing in and out, and staying signed in. */
@Singleton
public class SessionService {
  private final People people;
  private final PeopleRegistry registry;
  private final Passwords passwords;
  private final SessionLedger ledger;
  private final Sessions sessions;
  private final SignInLimits limits;
  private final AuditTrail audit;
  private final Clock clock;

  SessionService(
      People people,
      PeopleRegistry registry,
      Passwords passwords,
      SessionLedger ledger,
      Sessions sessions,
      SignInLimits limits,
      AuditTrail audit,
      Clock clock) {
    this.people = people;
    this.registry = registry;
    this.passwords = passwords;
    this.ledger = ledger;
    this.sessions = sessions;
    this.limits = limits;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Begins a session. An unknown address takes as long as a wrong password, and no transaction is
   * open while the password is hashed.
   */
  public SignInResult signIn(String email, String password, ClientSource source) {
    Optional<Person> person = people.findByEmail(email.strip());
    List<Attempt> attempts = limits.signIn(email, person.map(Person::id), source);
    Optional<TooMany> met = limits.take(attempts);
    if (met.isPresent()) {
      return new SignInResult.Throttled(met.get());
    }
    if (person.isEmpty() || person.get().passwordHash() == null) {
      passwords.matchNobody(password);
      return new SignInResult.Refused();
    }
    audit.by(AuditedCallers.somebodyAsking(person.get()));
    audit.read("user", person.get().id(), null);
    boolean right = passwords.matches(password, person.get().passwordHash());
    if (!right || !person.get().active()) {
      return new SignInResult.Refused();
    }
    limits.succeeded(attempts);
    return new SignInResult.SignedIn(ledger.begin(person.get(), source));
  }

  /** Exchanges a refresh token for a new pair; a token that was used before ends its session. */
  public RefreshResult refresh(String refreshToken) {
    return ledger.continueWith(new Secret(refreshToken));
  }

  /** Ends the session that the token belongs to, if there is one. */
  public void end(String refreshToken) {
    sessions.endByToken(new Secret(refreshToken).sha256(), clock.instant());
  }

  /** Who this is, as of now; empty for somebody who is no longer active. */
  public Optional<Profile> profileOf(UUID userId) {
    return people.findById(userId).filter(Person::active).map(registry::profileOf);
  }
}
