package app.upline.identity;

import app.upline.audit.AuditTrail;
import app.upline.audit.Digest;
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
  private static final Fault WRONG_PASSWORD =
      new Fault("/password", "WRONG_PASSWORD", "This is not the password in force.");
  private static final Fault WRONG_CODE =
      new Fault(
          "/code", "WRONG_CODE", "This code is wrong, or was used before; take the next one.");

  private final People people;
  private final Passwords passwords;
  private final SecondFactors factors;
  private final OrganisationSecurity security;
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
      OrganisationSecurity security,
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
  public SecondFactorOutcome begin(CurrentUser caller, UUID session, String password) {
    return limited(
        caller,
        session,
        () -> {
          Person person = people.findById(caller.id()).orElseThrow();
          if (!isPassword(person, password)) {
            return refused(WRONG_PASSWORD);
          }
          if (factors.isInUse(caller.id())) {
            return new SecondFactorOutcome.WrongState("A second factor is in use already.");
          }
          byte[] secret =
              database.writing(
                  () -> {
                    changed(caller, "begun");
                    return factors.begin(caller.id());
                  });
          String text = Base32.encode(secret);
          return new SecondFactorOutcome.Begun(text, uri(person.email(), text));
        });
  }

  /** Puts the secret to use, shown that the app has it. */
  public SecondFactorOutcome confirm(CurrentUser caller, UUID session, String code) {
    return limited(
        caller,
        session,
        () -> {
          Optional<SecondFactor> factor = factors.find(caller.id());
          if (factor.isEmpty() || factor.get().isInUse()) {
            return new SecondFactorOutcome.WrongState("There is nothing to confirm; begin first.");
          }
          if (!factors.useAppCode(factor.get(), code)) {
            return refused(WRONG_CODE);
          }
          return database.writing(
              () -> {
                factors.confirm(caller.id());
                sessions.noteSecondFactor(session, clock.instant());
                sessions.endAllOfExcept(caller.id(), session, clock.instant());
                changed(caller, "in use");
                notices.tell(Notice.SECOND_FACTOR_ADDED, caller.id());
                return new SecondFactorOutcome.InUse(factors.newRecoveryCodes(caller.id()));
              });
        });
  }

  /** Makes other recovery codes. */
  public SecondFactorOutcome replaceCodes(
      CurrentUser caller, UUID session, String password, String code) {
    return proven(
        caller,
        session,
        password,
        code,
        () -> {
          changed(caller, "other recovery codes");
          return new SecondFactorOutcome.InUse(factors.newRecoveryCodes(caller.id()));
        });
  }

  /** Uses none any more. */
  public SecondFactorOutcome remove(
      CurrentUser caller, UUID session, String password, String code) {
    if (security.of(caller).secondFactorRequired()) {
      return new SecondFactorOutcome.WrongState("Your organisation requires a second factor.");
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
          return new SecondFactorOutcome.Removed();
        });
  }

  private SecondFactorOutcome proven(
      CurrentUser caller,
      UUID session,
      String password,
      String code,
      Supplier<SecondFactorOutcome> step) {
    return limited(
        caller,
        session,
        () -> {
          Optional<SecondFactor> factor = factors.find(caller.id()).filter(SecondFactor::isInUse);
          if (factor.isEmpty()) {
            return new SecondFactorOutcome.WrongState(NONE);
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
  private SecondFactorOutcome limited(
      CurrentUser caller, UUID session, Supplier<SecondFactorOutcome> step) {
    SignInLimits.Guess guess = limits.ownSecret(caller.id(), session);
    Optional<TooMany> met = limits.take(guess);
    if (met.isPresent()) {
      return new SecondFactorOutcome.Throttled(met.get());
    }
    SecondFactorOutcome outcome = step.get();
    if (!(outcome instanceof SecondFactorOutcome.Refused)) {
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

  private static SecondFactorOutcome refused(Fault fault) {
    return new SecondFactorOutcome.Refused(List.of(fault));
  }

  private static String uri(String email, String secret) {
    return "otpauth://totp/Upline:%s?secret=%s&issuer=Upline"
        .formatted(URLEncoder.encode(email, StandardCharsets.UTF_8).replace("+", "%20"), secret);
  }
}
