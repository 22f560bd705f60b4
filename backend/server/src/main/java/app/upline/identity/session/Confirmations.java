package app.upline.identity.session;

import app.upline.audit.AuditTrail;
import app.upline.audit.Digest;
import app.upline.identity.Caller;
import app.upline.identity.CurrentUser;
import app.upline.identity.People;
import app.upline.identity.Person;
import app.upline.identity.Sessions;
import app.upline.identity.limits.SignInLimits;
import app.upline.identity.password.Passwords;
import app.upline.identity.secondfactor.SecondFactor;
import app.upline.identity.secondfactor.SecondFactors;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.persistence.Database;
import app.upline.platform.throttle.TooMany;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Showing again who one is, in a session that is open: sensitive steps ask that this was not long
 * ago, so that a token that got lost is not the whole organization. Signing in counts, too.
 */
@Singleton
public class Confirmations {
  private static final String ELSEWHERE =
      "You sign in at your organization's provider: sign in there again.";

  private final People people;
  private final Passwords passwords;
  private final SecondFactors factors;
  private final Sessions sessions;
  private final SignInLimits limits;
  private final ConfirmationSettings settings;
  private final AuditTrail audit;
  private final Database database;
  private final Clock clock;

  Confirmations(
      People people,
      Passwords passwords,
      SecondFactors factors,
      Sessions sessions,
      SignInLimits limits,
      ConfirmationSettings settings,
      AuditTrail audit,
      Database database,
      Clock clock) {
    this.people = people;
    this.passwords = passwords;
    this.factors = factors;
    this.sessions = sessions;
    this.limits = limits;
    this.settings = settings;
    this.audit = audit;
    this.database = database;
    this.clock = clock;
  }

  /** Whether the caller has shown lately who they are. */
  public boolean isRecent(Caller caller) {
    Instant confirmed = caller.confirmedAt();
    return confirmed != null && clock.instant().isBefore(confirmed.plus(settings.life()));
  }

  /**
   * Confirms with a code where a second factor is in use, else with the password.
   *
   * @param password needed without a second factor
   * @param code needed with one
   * @return until when it is good
   */
  public Outcome<Instant> confirm(
      CurrentUser caller, UUID session, @Nullable String password, @Nullable String code) {
    Person person = people.findById(caller.id()).orElseThrow();
    Optional<SecondFactor> factor = factors.find(caller.id()).filter(SecondFactor::isInUse);
    if (factor.isEmpty() && person.passwordHash() == null) {
      return Outcome.wrongState(ELSEWHERE);
    }
    if (factor.isPresent() && code == null) {
      return Outcome.invalid("/code", "REQUIRED", "Enter a code from your authenticator app.");
    }
    if (factor.isEmpty() && password == null) {
      return Outcome.invalid("/password", "REQUIRED", "Enter your password.");
    }
    SignInLimits.Guess guess = limits.ownSecret(caller.id(), session);
    Optional<TooMany> met = limits.take(guess);
    if (met.isPresent()) {
      return Outcome.throttled(met.get());
    }
    if (factor.isPresent()
        ? !factors.useAnyCode(factor.get(), code)
        : !passwords.matches(password, person.passwordHash())) {
      return factor.isPresent()
          ? Outcome.invalid("/code", "WRONG_CODE", "This code is wrong, or was used before.")
          : Outcome.invalid("/password", "WRONG_PASSWORD", "This is not your current password.");
    }
    limits.succeeded(guess);
    Instant now = clock.instant();
    return database.writing(
        () -> {
          sessions.confirm(session, now);
          audit.changed("session", session, null, null, Digest.of(session, now));
          return Outcome.done(now.plus(settings.life()));
        });
  }

  /** How long it is recent. */
  Duration life() {
    return settings.life();
  }
}
