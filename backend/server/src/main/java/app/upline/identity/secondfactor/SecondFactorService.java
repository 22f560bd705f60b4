package app.upline.identity.secondfactor;

import app.upline.audit.AuditTrail;
import app.upline.audit.Digest;
import app.upline.identity.CurrentUser;
import app.upline.identity.Notice;
import app.upline.identity.Notices;
import app.upline.identity.OrganizationSecurity;
import app.upline.identity.People;
import app.upline.identity.Person;
import app.upline.identity.Sessions;
import app.upline.identity.limits.SignInLimits;
import app.upline.identity.password.PasswordRules;
import app.upline.identity.password.Passwords;
import app.upline.platform.outcome.Nothing;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.outcome.Refusal;
import app.upline.platform.persistence.Database;
import app.upline.platform.throttle.TooMany;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** What people do with their own second factor. */
@Singleton
public class SecondFactorService {
  private static final String NONE = "No second factor is in use.";
  private static final String IN_USE = "A second factor is in use already.";
  private static final String NOT_BEGUN = "There is nothing to confirm; start first.";
  private static final Fault WRONG_PASSWORD =
      new Fault("/password", "WRONG_PASSWORD", "This is not your current password.");
  private static final Fault WRONG_CODE =
      new Fault(
          "/code", "WRONG_CODE", "This code is wrong, or was used before; take the next one.");

  private final People people;
  private final Passwords passwords;
  private final SecondFactors factors;
  private final OrganizationSecurity security;
  private final Sessions sessions;
  private final SignInLimits limits;
  private final Notices notices;
  private final AuditTrail audit;
  private final Database database;
  private final Clock clock;

  SecondFactorService(
      People people,
      Passwords passwords,
      SecondFactors factors,
      OrganizationSecurity security,
      Sessions sessions,
      SignInLimits limits,
      Notices notices,
      AuditTrail audit,
      Database database,
      Clock clock) {
    this.people = people;
    this.passwords = passwords;
    this.factors = factors;
    this.security = security;
    this.sessions = sessions;
    this.limits = limits;
    this.notices = notices;
    this.audit = audit;
    this.database = database;
    this.clock = clock;
  }

  /** Makes a secret for the app; it counts only once it is confirmed. */
  public Outcome<SecondFactorSecret> begin(CurrentUser caller, UUID session, String password) {
    return limited(
        caller,
        session,
        () -> {
          Person person = people.findById(caller.id()).orElseThrow();
          if (!isPassword(person, password)) {
            return refused(WRONG_PASSWORD);
          }
          return database
              .writing(() -> begun(caller))
              .map(Totp::text)
              .map(text -> Outcome.done(new SecondFactorSecret(text, uri(person.email(), text))))
              .orElseGet(() -> Outcome.wrongState(IN_USE));
        });
  }

  private Optional<byte[]> begun(CurrentUser caller) {
    Optional<byte[]> secret = factors.begin(caller.id());
    secret.ifPresent(begun -> changed(caller, "begun"));
    return secret;
  }

  /** Puts the secret to use, shown that the app has it. */
  public Outcome<NewRecoveryCodes> confirm(CurrentUser caller, UUID session, String code) {
    return limited(
        caller,
        session,
        () -> {
          Optional<SecondFactor> factor = factors.find(caller.id());
          if (factor.isEmpty() || factor.get().isInUse()) {
            return Outcome.wrongState(NOT_BEGUN);
          }
          if (!factors.useAppCode(factor.get(), code)) {
            return refused(WRONG_CODE);
          }
          return database.writing(
              () -> {
                if (!factors.confirm(factor.get())) {
                  return Outcome.wrongState(NOT_BEGUN);
                }
                sessions.noteSecondFactor(session, clock.instant());
                sessions.endAllOfExcept(caller.id(), session, clock.instant());
                changed(caller, "in use");
                notices.tell(Notice.SECOND_FACTOR_ADDED, caller.id());
                return Outcome.done(new NewRecoveryCodes(factors.newRecoveryCodes(caller.id())));
              });
        });
  }

  /** Makes other recovery codes. */
  public Outcome<NewRecoveryCodes> replaceCodes(
      CurrentUser caller, UUID session, String password, String code) {
    return proven(
        caller,
        session,
        password,
        code,
        () -> {
          changed(caller, "other recovery codes");
          return Outcome.done(new NewRecoveryCodes(factors.newRecoveryCodes(caller.id())));
        });
  }

  /** Uses none any more. */
  public Outcome<Nothing> remove(CurrentUser caller, UUID session, String password, String code) {
    if (security.of(caller).secondFactorRequired()) {
      return Outcome.wrongState("Your organization requires a second factor.");
    }
    if (!PasswordRules.standsAlone(password)) {
      return refused(
          new Fault(
              "/password",
              "TOO_SHORT",
              "Your password is too short to be the only factor; change it first."));
    }
    return proven(
        caller,
        session,
        password,
        code,
        () -> {
          factors.remove(caller.id());
          sessions.endAllOfExcept(caller.id(), session, clock.instant());
          changed(caller, "removed");
          notices.tell(Notice.SECOND_FACTOR_REMOVED, caller.id());
          return Outcome.done();
        });
  }

  private <T> Outcome<T> proven(
      CurrentUser caller, UUID session, String password, String code, Supplier<Outcome<T>> step) {
    return limited(
        caller,
        session,
        () -> {
          Optional<SecondFactor> factor = factors.find(caller.id()).filter(SecondFactor::isInUse);
          if (factor.isEmpty()) {
            return Outcome.wrongState(NONE);
          }
          if (!isPassword(people.findById(caller.id()).orElseThrow(), password)) {
            return refused(WRONG_PASSWORD);
          }
          return factors.useAnyCode(factor.get(), code)
              ? database.writing(step)
              : refused(WRONG_CODE);
        });
  }

  /** What is refused counts as a guess. */
  private <T> Outcome<T> limited(CurrentUser caller, UUID session, Supplier<Outcome<T>> step) {
    SignInLimits.Guess guess = limits.ownSecret(caller.id(), session);
    Optional<TooMany> met = limits.take(guess);
    if (met.isPresent()) {
      return Outcome.throttled(met.get());
    }
    Outcome<T> outcome = step.get();
    if (!(outcome instanceof Outcome.Refused<T>(Refusal.Invalid _))) {
      limits.succeeded(guess);
    }
    return outcome;
  }

  private boolean isPassword(Person person, String password) {
    return person.passwordHash() != null && passwords.matches(password, person.passwordHash());
  }

  private void changed(CurrentUser caller, String what) {
    audit.changed(
        "second-factor", caller.id(), null, null, Digest.of(caller.id(), what, clock.instant()));
  }

  private static <T> Outcome<T> refused(Fault fault) {
    return Outcome.invalid(List.of(fault));
  }

  private static String uri(String email, String secret) {
    return "otpauth://totp/Upline:%s?secret=%s&issuer=Upline"
        .formatted(URLEncoder.encode(email, StandardCharsets.UTF_8).replace("+", "%20"), secret);
  }
}
