package app.upline.identity.session;

import app.upline.audit.AuditTrail;
import app.upline.identity.AuditedCallers;
import app.upline.identity.CurrentUser;
import app.upline.identity.EmailAddress;
import app.upline.identity.People;
import app.upline.identity.Person;
import app.upline.identity.Profile;
import app.upline.identity.Secret;
import app.upline.identity.Sessions;
import app.upline.identity.limits.FailureCounts;
import app.upline.identity.limits.SignInLimits;
import app.upline.identity.password.Passwords;
import app.upline.identity.secondfactor.SecondFactor;
import app.upline.identity.secondfactor.SecondFactorRows;
import app.upline.identity.secondfactor.SecondFactors;
import app.upline.platform.http.ClientSource;
import app.upline.platform.throttle.TooMany;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
   * Begins a session. For an unknown address as much is hashed as for a wrong password, and no
   * transaction is open meanwhile.
   */
  public SignInResult signIn(String email, String password, ClientSource source) {
    return signIn(email, password, null, source);
  }

  /**
   * The same with what a mailed link gave.
   *
   * @param permit counts the attempt apart from all others, if it is good
   */
  public SignInResult signIn(
      String email, String password, @Nullable String permit, ClientSource source) {
    return passwords.attended(() -> attempt(email, password, permit, source));
  }

  private SignInResult attempt(
      String email, String password, @Nullable String permit, ClientSource source) {
    Optional<String> address = EmailAddress.canonical(email);
    Optional<Person> person = address.flatMap(people::findByEmail);
    String permitSha256 = permit == null ? null : new Secret(permit).sha256();
    SignInLimits.Guess guess =
        limits.password(address.orElse(""), person.map(Person::id), permitSha256, source);
    Optional<TooMany> met = limits.take(guess);
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
    limits.succeeded(guess);
    return factors.isInUse(person.get().id())
        ? challenge(person.get(), permitSha256)
        : new SignInResult.SignedIn(ledger.begin(person.get(), source, false));
  }

  private SignInResult challenge(Person person, @Nullable String permitSha256) {
    Secret secret = Secret.random();
    factorRows.challenge(
        secret.sha256(), person.id(), clock.instant().plus(CHALLENGE_LIFE), permitSha256);
    return new SignInResult.Challenged(secret.value(), CHALLENGE_LIFE);
  }

  /** Begins the session of a challenged person who shows a code. */
  public SignInResult answer(String challenge, String code, ClientSource source) {
    Secret secret = new Secret(challenge);
    Optional<SecondFactorRows.Challenged> challenged =
        factorRows.findChallenged(secret.sha256(), clock.instant());
    Optional<Person> person =
        challenged
            .map(SecondFactorRows.Challenged::userId)
            .flatMap(people::findById)
            .filter(Person::active);
    if (person.isEmpty()) {
      return new SignInResult.Refused();
    }
    audit.by(AuditedCallers.somebodyAsking(person.get()));
    audit.read("user", person.get().id(), null);
    SignInLimits.Guess guess =
        limits.code(person.get().id(), challenged.get().permitSha256(), source);
    Optional<TooMany> met = limits.take(guess);
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
    limits.succeeded(guess);
    return new SignInResult.SignedIn(ledger.begin(person.get(), source, true));
  }

  /** Whether waiting is no use, after so many failures in a row. */
  public static boolean isOver(TooMany met) {
    return met.limit().equals(FailureCounts.TOTAL);
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
        people.nameOf(caller.organizationId()).orElseThrow());
  }
}
