package app.upline.identity.account;

import app.upline.audit.AuditTrail;
import app.upline.audit.Digest;
import app.upline.identity.AuditedCallers;
import app.upline.identity.CurrentUser;
import app.upline.identity.EmailAddress;
import app.upline.identity.LinkSettings;
import app.upline.identity.MailedLink;
import app.upline.identity.MailedLinks;
import app.upline.identity.Notice;
import app.upline.identity.Notices;
import app.upline.identity.OrganizationKind;
import app.upline.identity.People;
import app.upline.identity.PeopleRegistry;
import app.upline.identity.Person;
import app.upline.identity.Profile;
import app.upline.identity.Secret;
import app.upline.identity.limits.SignInLimits;
import app.upline.identity.limits.SignInPermits;
import app.upline.platform.http.ClientSource;
import app.upline.platform.mail.Outbox;
import app.upline.platform.outcome.Nothing;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.persistence.ConstraintFailure;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import app.upline.platform.persistence.Sql;
import app.upline.platform.text.Words;
import app.upline.platform.throttle.TooMany;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What people are called, and the address by which they sign in and are written to. Another address
 * counts once its mailbox has confirmed it, and the one before is told of both. What was recorded
 * under a name keeps it.
 */
@Singleton
public class OwnProfile {

  private static final int SHORTEST_NAME = 2;
  private static final int LONGEST_NAME = 200;

  private final People people;
  private final PeopleRegistry registry;
  private final EmailChanges changes;
  private final MailedLinks links;
  private final LinkSettings settings;
  private final SignInLimits limits;
  private final SignInPermits permits;
  private final Notices notices;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final Database database;
  private final Ids ids;
  private final Clock clock;

  OwnProfile(
      People people,
      PeopleRegistry registry,
      EmailChanges changes,
      MailedLinks links,
      LinkSettings settings,
      SignInLimits limits,
      SignInPermits permits,
      Notices notices,
      Outbox outbox,
      AuditTrail audit,
      Database database,
      Ids ids,
      Clock clock) {
    this.people = people;
    this.registry = registry;
    this.changes = changes;
    this.links = links;
    this.settings = settings;
    this.limits = limits;
    this.permits = permits;
    this.notices = notices;
    this.outbox = outbox;
    this.audit = audit;
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  /** The caller is called otherwise from now on. */
  public Outcome<Profile> rename(CurrentUser caller, @Nullable String wanted) {
    String name = wanted == null ? "" : Words.tidy(wanted);
    int length = name.codePointCount(0, name.length());
    if (length < SHORTEST_NAME || length > LONGEST_NAME) {
      return Outcome.invalid("/name", "LENGTH", "Give a name of 2 to 200 characters.");
    }
    return database.writing(
        () -> {
          people.rename(caller.id(), name);
          audit.changed(
              "user",
              caller.id(),
              null,
              Digest.of(caller.id(), caller.name()),
              Digest.of(caller.id(), name));
          return Outcome.done(registry.profileOf(people.findById(caller.id()).orElseThrow()));
        });
  }

  /** Mails a link to the address that the caller wants; nothing changes before it is used. */
  public Outcome<Nothing> askForAddress(
      CurrentUser caller, @Nullable String wanted, ClientSource source) {
    Optional<String> canonical =
        Optional.ofNullable(wanted).filter(EmailAddress::isOne).flatMap(EmailAddress::canonical);
    if (canonical.isEmpty()) {
      return Outcome.invalid(
          "/email", "INVALID_EMAIL", "Write an address such as name@company.com.");
    }
    String email = canonical.get();
    if (people.emailOf(caller.id()).filter(email::equals).isPresent()) {
      return Outcome.invalid("/email", "SAME_ADDRESS", "This is your address already.");
    }
    Optional<TooMany> met = limits.take(limits.reset(canonical, source));
    if (met.isPresent()) {
      return Outcome.throttled(met.get());
    }
    return database.writing(
        () -> {
          // Requests of one person at once wait here, before any other lock: no deadlock.
          database.first(
              Sql.of("select id from app_user where id = ? for update", caller.id()),
              row -> Database.uuid(row, "id"));
          Instant now = clock.instant();
          // Of several, the last one counts.
          changes.removeOf(caller.id());
          EmailChange change =
              new EmailChange(ids.next(), caller.id(), email, now, now.plus(settings.resetLife()));
          changes.save(change);
          outbox.put(EmailChangeMail.KIND, email, change.id());
          notices.tell(Notice.EMAIL_CHANGE_ASKED, caller.id());
          audit.changed("email-change", caller.id(), null, null, Digest.of(change.id(), email));
          return Outcome.done();
        });
  }

  /** The mailbox confirms the address: from now on it is the account's. */
  public Outcome<Nothing> confirmAddress(String token, ClientSource source) {
    Optional<TooMany> met = limits.take(limits.link(source));
    if (met.isPresent()) {
      return Outcome.throttled(met.get());
    }
    Secret secret = new Secret(token);
    Optional<EmailChange> change =
        database.reading(
            () ->
                links
                    .subjectOf(MailedLink.Purpose.EMAIL_CHANGE, secret)
                    .flatMap(changes::findById));
    Optional<Person> person =
        change.map(EmailChange::userId).flatMap(people::findById).filter(Person::active);
    if (person.isEmpty()) {
      return MailedLinks.invalid();
    }
    audit.by(AuditedCallers.somebodyAsking(person.get()));
    try {
      return database.writingUnless(
          Outcome::isRefused, () -> confirmed(person.get(), change.get(), secret, source));
    } catch (RuntimeException failure) {
      // Another account has taken this address meanwhile: the link leads nowhere.
      if (ConstraintFailure.in(failure).orElse(null) instanceof ConstraintFailure.Duplicate) {
        return MailedLinks.invalid();
      }
      throw failure;
    }
  }

  private Outcome<Nothing> confirmed(
      Person person, EmailChange change, Secret secret, ClientSource source) {
    if (!links.use(secret, source)) {
      return MailedLinks.invalid();
    }
    people.setEmail(person.id(), change.email());
    changes.removeOf(person.id());
    // What was mailed to the address before opens nothing any more.
    links.expireAll(MailedLink.Purpose.PASSWORD_RESET, person.id());
    links.expireAll(MailedLink.Purpose.SIGN_IN, person.id());
    permits.endAllOf(person.id());
    outbox.put(FormerAddressMail.KIND, person.email(), person.id());
    tellAdministrators(person.organizationKind(), person.organizationId(), person.id());
    audit.changed(
        "user",
        person.id(),
        null,
        Digest.of(person.id(), person.email()),
        Digest.of(person.id(), change.email()));
    return Outcome.done();
  }

  private void tellAdministrators(OrganizationKind kind, UUID organizationId, UUID concerned) {
    notices.tellAdministrators(
        Notice.COLLEAGUE_ADDRESS_CHANGED, kind, organizationId, Optional.of(concerned));
  }
}
