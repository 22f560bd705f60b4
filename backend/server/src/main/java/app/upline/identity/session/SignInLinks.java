package app.upline.identity.session;

import app.upline.audit.AuditTrail;
import app.upline.audit.Digest;
import app.upline.identity.AuditedCallers;
import app.upline.identity.EmailAddress;
import app.upline.identity.MailedLink;
import app.upline.identity.MailedLinks;
import app.upline.identity.People;
import app.upline.identity.Person;
import app.upline.identity.Secret;
import app.upline.identity.limits.SignInLimits;
import app.upline.identity.limits.SignInPermit;
import app.upline.identity.limits.SignInPermits;
import app.upline.platform.http.ClientSource;
import app.upline.platform.mail.Outbox;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.persistence.Database;
import app.upline.platform.throttle.TooMany;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * The way in for an owner whom strangers' guesses keep out: a mailed link gives a permit, and
 * attempts that show one are counted by it alone.
 */
@Singleton
public class SignInLinks {
  private static final Duration PERMIT_LIFE = Duration.ofMinutes(30);

  private final MailedLinks links;
  private final SignInPermits permits;
  private final SignInLimits limits;
  private final People people;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final Database database;
  private final Clock clock;

  SignInLinks(
      MailedLinks links,
      SignInPermits permits,
      SignInLimits limits,
      People people,
      Outbox outbox,
      AuditTrail audit,
      Database database,
      Clock clock) {
    this.links = links;
    this.permits = permits;
    this.limits = limits;
    this.people = people;
    this.outbox = outbox;
    this.audit = audit;
    this.database = database;
    this.clock = clock;
  }

  /** Puts a request for a link down; as with resets, the same for every address. */
  public Optional<TooMany> request(String email, ClientSource source) {
    Optional<String> address = EmailAddress.canonical(email);
    Optional<TooMany> met = limits.take(limits.signInLink(address, source));
    if (met.isEmpty()) {
      address.ifPresent(to -> outbox.put(SignInLinkMail.KIND, to, null));
    }
    return met;
  }

  /** Exchanges the token of a link for a permit. */
  public Outcome<SignInPermit> redeem(String token, ClientSource source) {
    Optional<TooMany> met = limits.take(limits.link(source));
    if (met.isPresent()) {
      return Outcome.throttled(met.get());
    }
    Secret secret = new Secret(token);
    Optional<Person> person =
        links
            .subjectOf(MailedLink.Purpose.SIGN_IN, secret)
            .flatMap(people::findById)
            .filter(Person::active);
    if (person.isEmpty()) {
      return MailedLinks.invalid();
    }
    audit.by(AuditedCallers.somebodyAsking(person.get()));
    return database.writing(() -> permit(secret, person.get().id(), source));
  }

  private Outcome<SignInPermit> permit(Secret link, UUID userId, ClientSource source) {
    if (!links.use(link, source)) {
      return MailedLinks.invalid();
    }
    Secret permit = Secret.random();
    permits.save(permit.sha256(), userId, clock.instant().plus(PERMIT_LIFE));
    audit.changed("sign-in-permit", userId, null, null, Digest.of(userId, clock.instant()));
    return Outcome.done(new SignInPermit(permit.value(), PERMIT_LIFE));
  }
}
