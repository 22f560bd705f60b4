package app.upline.identity.people;

import app.upline.audit.AuditTrail;
import app.upline.identity.AuditedCallers;
import app.upline.identity.MailedLink;
import app.upline.identity.MailedLinks;
import app.upline.identity.NewUser;
import app.upline.identity.People;
import app.upline.identity.PeopleRegistry;
import app.upline.identity.Secret;
import app.upline.identity.limits.KnownSignInSources;
import app.upline.identity.limits.SignInLimits;
import app.upline.identity.password.PasswordRules;
import app.upline.platform.http.ClientSource;
import app.upline.platform.outcome.Nothing;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.persistence.ConstraintFailure;
import app.upline.platform.persistence.Database;
import app.upline.platform.throttle.TooMany;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Joining an organization by the link of an invitation. */
@Singleton
public class InvitationAcceptance {
  private final InvitationRows rows;
  private final People people;
  private final PeopleRegistry registry;
  private final PasswordRules rules;
  private final MailedLinks links;
  private final KnownSignInSources places;
  private final SignInLimits limits;
  private final AuditTrail audit;
  private final Database database;
  private final Clock clock;

  InvitationAcceptance(
      InvitationRows rows,
      People people,
      PeopleRegistry registry,
      PasswordRules rules,
      MailedLinks links,
      KnownSignInSources places,
      SignInLimits limits,
      AuditTrail audit,
      Database database,
      Clock clock) {
    this.rows = rows;
    this.people = people;
    this.registry = registry;
    this.rules = rules;
    this.links = links;
    this.places = places;
    this.limits = limits;
    this.audit = audit;
    this.database = database;
    this.clock = clock;
  }

  /** Makes the account of the person who holds the link, with the password of their choice. */
  public Outcome<Nothing> accept(String token, String password, ClientSource source) {
    Optional<TooMany> met = limits.take(limits.link(source));
    if (met.isPresent()) {
      return Outcome.throttled(met.get());
    }
    Secret secret = new Secret(token);
    Optional<Invitation> found =
        database.reading(
            () -> links.subjectOf(MailedLink.Purpose.INVITATION, secret).flatMap(rows::findByLink));
    if (found.isEmpty()) {
      return MailedLinks.invalid();
    }
    Invitation invitation = found.get();
    List<String> context =
        List.of(
            invitation.email(),
            invitation.name(),
            people.nameOf(invitation.organizationId()).orElse(""));
    Optional<Fault> fault = rules.fault("/password", password, PasswordRules.LENGTH_ALONE, context);
    return fault.isPresent()
        ? Outcome.invalid(List.of(fault.get()))
        : join(invitation, secret, password, source);
  }

  private Outcome<Nothing> join(
      Invitation invitation, Secret secret, String password, ClientSource source) {
    NewUser user =
        new NewUser(
            invitation.email(),
            invitation.name(),
            password,
            invitation.kind(),
            invitation.organizationId(),
            invitation.roles());
    try {
      return database.writing(
          () -> {
            Instant now = clock.instant();
            if (!links.use(secret, source) || rows.accept(invitation.id(), now) == 0) {
              return MailedLinks.invalid();
            }
            UUID userId = registry.createUser(user);
            places.note(userId, source.network(), now);
            audit.by(AuditedCallers.somebodyOf(invitation.organizationId()));
            audit.changed("invitation", invitation.id(), null, invitation.digest(), null);
            audit.changed("user", userId, null, null, invitation.digest());
            return Outcome.done();
          });
    } catch (RuntimeException failure) {
      // Another request made an account of this address meanwhile: the link leads nowhere.
      if (ConstraintFailure.in(failure).orElse(null) instanceof ConstraintFailure.Duplicate) {
        return MailedLinks.invalid();
      }
      throw failure;
    }
  }
}
