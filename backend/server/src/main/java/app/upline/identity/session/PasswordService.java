package app.upline.identity.session;

import app.upline.audit.AuditTrail;
import app.upline.audit.Digest;
import app.upline.identity.AuditedCallers;
import app.upline.identity.CurrentUser;
import app.upline.identity.EmailAddress;
import app.upline.identity.MailedLink;
import app.upline.identity.MailedLinks;
import app.upline.identity.Notice;
import app.upline.identity.Notices;
import app.upline.identity.People;
import app.upline.identity.Person;
import app.upline.identity.Secret;
import app.upline.identity.Sessions;
import app.upline.identity.limits.FailureCounts;
import app.upline.identity.limits.KnownSignInSources;
import app.upline.identity.limits.SignInLimits;
import app.upline.identity.limits.SignInPermits;
import app.upline.identity.password.PasswordRules;
import app.upline.identity.password.Passwords;
import app.upline.identity.secondfactor.SecondFactors;
import app.upline.platform.http.ClientSource;
import app.upline.platform.mail.Outbox;
import app.upline.platform.outcome.Nothing;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.persistence.Database;
import app.upline.platform.throttle.TooMany;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Choosing another password: the own one while signed in, or by a mailed link. */
@Singleton
public class PasswordService {
  private final People people;
  private final Passwords passwords;
  private final PasswordRules rules;
  private final SecondFactors factors;
  private final MailedLinks links;
  private final Sessions sessions;
  private final SignInLimits limits;
  private final FailureCounts failures;
  private final SignInPermits permits;
  private final KnownSignInSources places;
  private final Notices notices;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final Database database;
  private final Clock clock;

  PasswordService(
      People people,
      Passwords passwords,
      PasswordRules rules,
      SecondFactors factors,
      MailedLinks links,
      Sessions sessions,
      SignInLimits limits,
      FailureCounts failures,
      SignInPermits permits,
      KnownSignInSources places,
      Notices notices,
      Outbox outbox,
      AuditTrail audit,
      Database database,
      Clock clock) {
    this.people = people;
    this.passwords = passwords;
    this.rules = rules;
    this.factors = factors;
    this.links = links;
    this.sessions = sessions;
    this.limits = limits;
    this.failures = failures;
    this.permits = permits;
    this.places = places;
    this.notices = notices;
    this.outbox = outbox;
    this.audit = audit;
    this.database = database;
    this.clock = clock;
  }

  /** Changes the caller's password and ends every other session. No transaction while hashing. */
  public Outcome<Nothing> change(CurrentUser caller, UUID session, String current, String wanted) {
    SignInLimits.Guess guess = limits.ownSecret(caller.id(), session);
    Optional<TooMany> met = limits.take(guess);
    if (met.isPresent()) {
      return Outcome.throttled(met.get());
    }
    Person person = people.findById(caller.id()).orElseThrow();
    if (person.passwordHash() == null || !passwords.matches(current, person.passwordHash())) {
      return Outcome.invalid(
          "/currentPassword", "WRONG_PASSWORD", "This is not your current password.");
    }
    limits.succeeded(guess);
    Optional<Fault> fault =
        rules.fault("/newPassword", wanted, leastLength(person), context(person));
    if (fault.isPresent()) {
      return Outcome.invalid(List.of(fault.get()));
    }
    String hash = passwords.hash(wanted);
    return database.writing(
        () -> {
          sessions.endAllOfExcept(person.id(), session, clock.instant());
          notices.tell(Notice.PASSWORD_CHANGED, person.id());
          return set(person, hash, wanted);
        });
  }

  /**
   * Puts a request for a link down. Whether the address is known is found out when the mail is
   * written: until then everything is the same for every address.
   */
  public Optional<TooMany> requestReset(String email, ClientSource source) {
    Optional<String> address = EmailAddress.canonical(email);
    Optional<TooMany> met = limits.take(limits.reset(address, source));
    if (met.isEmpty()) {
      address.ifPresent(to -> outbox.put(ResetMail.KIND, to, null));
    }
    return met;
  }

  /** Chooses a new password by a mailed link, and ends every session of the account. */
  public Outcome<Nothing> reset(String token, String wanted, ClientSource source) {
    Optional<TooMany> met = limits.take(limits.link(source));
    if (met.isPresent()) {
      return Outcome.throttled(met.get());
    }
    Secret secret = new Secret(token);
    Optional<Person> person =
        links
            .subjectOf(MailedLink.Purpose.PASSWORD_RESET, secret)
            .flatMap(people::findById)
            .filter(Person::active);
    if (person.isEmpty()) {
      return MailedLinks.invalid();
    }
    audit.by(AuditedCallers.somebodyAsking(person.get()));
    Optional<Fault> fault =
        rules.fault("/password", wanted, leastLength(person.get()), context(person.get()));
    if (fault.isPresent()) {
      return Outcome.invalid(List.of(fault.get()));
    }
    String hash = passwords.hash(wanted);
    return database.writing(
        () -> {
          if (!links.use(secret, source)) {
            return MailedLinks.invalid();
          }
          sessions.endAllOf(person.get().id(), clock.instant());
          failures.forgetAll(person.get().id());
          permits.endAllOf(person.get().id());
          places.note(person.get().id(), source.network(), clock.instant());
          notices.tell(Notice.PASSWORD_RESET, person.get().id());
          return set(person.get(), hash, wanted);
        });
  }

  private Outcome<Nothing> set(Person person, String hash, String wanted) {
    people.setPassword(person.id(), hash, PasswordRules.standsAlone(wanted));
    links.expireAll(MailedLink.Purpose.PASSWORD_RESET, person.id());
    // Nothing of the password goes into the trail, only that there is another one.
    audit.changed("password", person.id(), null, null, Digest.of(person.id(), clock.instant()));
    return Outcome.done();
  }

  private int leastLength(Person person) {
    return factors.isInUse(person.id())
        ? PasswordRules.LENGTH_WITH_SECOND_FACTOR
        : PasswordRules.LENGTH_ALONE;
  }

  private List<String> context(Person person) {
    return List.of(person.email(), person.name(), people.organizationNameOf(person.id()));
  }
}
