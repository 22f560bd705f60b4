package app.upline.identity;

import app.upline.audit.AuditTrail;
import app.upline.platform.http.ClientSource;
import app.upline.platform.throttle.Attempt;
import app.upline.platform.throttle.TooMany;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Signing in and out, and staying signed in. */
@Singleton
public class SessionService {
  private static final Duration CHALLENGE_LIFE = Duration.ofMinutes(5);

  private final People people;
  private final Passwords passwords;
  private final SessionLedger ledger;
  private final Sessions sessions;
  private final SignInLimits limits;
  private final SecondFactors factors;
  private final SecondFactorRows factorRows;
  private final AuditTrail audit;
  private final Clock clock;

  SessionService(
      People people,
      Passwords passwords,
      SessionLedger ledger,
      Sessions sessions,
      SignInLimits limits,
      SecondFactors factors,
      SecondFactorRows factorRows,
      AuditTrail audit,
      Clock clock) {
    this.people = people;
    this.passwords = passwords;
    this.ledger = ledger;
    this.sessions = sessions;
    this.limits = limits;
    this.factors = factors;
    this.factorRows = factorRows;
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
    return factors.isInUse(person.get().id())
        ? challenge(person.get())
        : new SignInResult.SignedIn(ledger.begin(person.get(), source, false));
  }

  private SignInResult challenge(Person person) {
    Secret secret = Secret.random();
    factorRows.challenge(secret.sha256(), person.id(), clock.instant().plus(CHALLENGE_LIFE));
    return new SignInResult.Challenged(secret.value(), CHALLENGE_LIFE);
  }

  /** Begins the session of somebody who was challenged, and shows a code. */
  public SignInResult answer(String challenge, String code, ClientSource source) {
    Secret secret = new Secret(challenge);
    Optional<Person> person =
        factorRows
            .findChallenged(secret.sha256(), clock.instant())
            .map(UUID::fromString)
            .flatMap(people::findById)
            .filter(Person::active);
    if (person.isEmpty()) {
      return new SignInResult.Refused();
    }
    audit.by(AuditedCallers.somebodyAsking(person.get()));
    audit.read("user", person.get().id(), null);
    List<Attempt> attempts = limits.ownSecrets(person.get().id());
    Optional<TooMany> met = limits.take(attempts);
    if (met.isPresent()) {
      return new SignInResult.Throttled(met.get());
    }
    boolean right =
        factors
            .find(person.get().id())
            .filter(SecondFactor::isInUse)
            .filter(factor -> factors.useAnyCode(factor, code))
            .isPresent();
    if (!right || factorRows.endChallenge(secret.sha256()) == 0) {
      return new SignInResult.Refused();
    }
    limits.succeeded(attempts);
    return new SignInResult.SignedIn(ledger.begin(person.get(), source, true));
  }

  /** Challenges that nobody answered say nothing any more. */
  @Scheduled(initialDelay = "3m", fixedDelay = "10m")
  void forgetChallenges() {
    int forgotten;
    do {
      forgotten = factorRows.forgetChallenges(clock.instant());
    } while (forgotten > 0);
  }

  /** Exchanges a refresh token for a new pair; a token that was used before ends its session. */
  public RefreshResult refresh(String refreshToken) {
    return ledger.continueWith(new Secret(refreshToken));
  }

  /** Ends the session that the token belongs to, if there is one. */
  public void end(String refreshToken) {
    sessions.endByToken(new Secret(refreshToken).sha256(), clock.instant());
  }

  /** What people want to see of a caller. */
  public Profile profileOf(CurrentUser caller) {
    return new Profile(
        caller,
        people.emailOf(caller.id()).orElse(null),
        people.nameOf(caller.organisationId()).orElseThrow());
  }
}
