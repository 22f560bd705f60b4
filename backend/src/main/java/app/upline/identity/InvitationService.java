package app.upline.identity;

import app.upline.audit.AuditTrail;
import app.upline.platform.http.ClientSource;
import app.upline.platform.mail.Outbox;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.ConstraintFailure;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import app.upline.platform.throttle.TooMany;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Inviting people, and what they do with it. */
@Singleton
public class InvitationService {
  private final InvitationRows rows;
  private final People people;
  private final PeopleRegistry registry;
  private final PasswordRules rules;
  private static final String GIVE_LATER =
      "A second administrator approves this role: invite without it, and ask for it afterwards.";

  private final MailedLinks links;
  private final OrganisationSecurity security;
  private final KnownPlaces places;
  private final LinkSettings settings;
  private final SignInLimits limits;
  private final Outbox outbox;
  private final AuditTrail audit;
  private final Database database;
  private final Ids ids;
  private final Clock clock;

  InvitationService(
      InvitationRows rows,
      People people,
      PeopleRegistry registry,
      PasswordRules rules,
      MailedLinks links,
      OrganisationSecurity security,
      KnownPlaces places,
      LinkSettings settings,
      SignInLimits limits,
      Outbox outbox,
      AuditTrail audit,
      Database database,
      Ids ids,
      Clock clock) {
    this.rows = rows;
    this.people = people;
    this.registry = registry;
    this.rules = rules;
    this.links = links;
    this.security = security;
    this.places = places;
    this.settings = settings;
    this.limits = limits;
    this.outbox = outbox;
    this.audit = audit;
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  /** Every invitation of the caller's organisation, the oldest first. */
  public Page<Invitation> list(CurrentUser caller, PageRequest request) {
    return database.reading(() -> rows.page(caller, request));
  }

  /** One of them. */
  public Optional<Invitation> find(CurrentUser caller, UUID id) {
    return database.reading(() -> rows.find(caller, id));
  }

  /** Invites somebody to the caller's organisation; the mail leaves when this has committed. */
  public InvitationOutcome invite(CurrentUser caller, String email, String name, List<Role> roles) {
    Optional<TooMany> met = limits.take(limits.invitation(caller.organisationId()));
    if (met.isPresent()) {
      return new InvitationOutcome.Throttled(met.get());
    }
    String address = EmailAddress.canonical(email).orElse(email);
    return database.writing(
        () -> {
          List<Fault> faults = faults(caller, address, roles);
          return faults.isEmpty()
              ? new InvitationOutcome.Saved(
                  save(
                      caller.kind(),
                      caller.organisationId(),
                      caller.id(),
                      address,
                      name,
                      Set.copyOf(roles)))
              : new InvitationOutcome.Refused(faults);
        });
  }

  /**
   * Invites the administrator of an organisation that has nobody yet, in the name of the operator.
   *
   * @param email an address, checked before
   */
  public void inviteFirst(OrganisationKind kind, UUID organisationId, String email, String name) {
    Role role =
        switch (kind) {
          case AGENCY -> Role.AGENCY_ADMINISTRATOR;
          case CARRIER -> Role.CARRIER_ADMINISTRATOR;
        };
    String address =
        EmailAddress.canonical(email)
            .orElseThrow(() -> new IllegalArgumentException("Not an e-mail address"));
    database.writing(() -> save(kind, organisationId, null, address, name, Set.of(role)));
  }

  private List<Fault> faults(CurrentUser caller, String email, List<Role> roles) {
    List<Fault> faults = new ArrayList<>(UserAdministration.faults(caller, roles));
    if (faults.isEmpty() && security.of(caller).roleChangesApproved()) {
      IntStream.range(0, roles.size())
          .filter(i -> roles.get(i).isSensitive())
          .mapToObj(i -> new Fault("/roles/" + i, "ROLE_NEEDS_APPROVAL", GIVE_LATER))
          .forEach(faults::add);
    }
    if (!EmailAddress.isOne(email)) {
      faults.add(
          new Fault("/email", "INVALID_EMAIL", "Write an address such as name@company.com."));
    } else if (isOneOfOurs(caller, email)) {
      faults.add(new Fault("/email", "USER_EXISTS", "This person has an account with you."));
    } else if (rows.isPending(caller, email, clock.instant())) {
      faults.add(
          new Fault(
              "/email",
              "INVITED_ALREADY",
              "This address is invited already; take that back to invite it again."));
    }
    return faults;
  }

  /** Of another organisation's people nothing is said. */
  private boolean isOneOfOurs(CurrentUser caller, String email) {
    return people
        .findByEmail(email)
        .filter(person -> person.organisationId().equals(caller.organisationId()))
        .isPresent();
  }

  private Invitation save(
      OrganisationKind kind,
      UUID organisationId,
      @Nullable UUID invitedBy,
      String email,
      String name,
      Set<Role> roles) {
    Instant now = clock.instant();
    Invitation invitation =
        new Invitation(
            ids.next(),
            kind,
            organisationId,
            email,
            name,
            roles,
            1,
            now,
            now.plus(settings.invitationLife()),
            null,
            null);
    rows.insert(invitation, invitedBy);
    outbox.put(InvitationMail.KIND, email, invitation.id());
    audit.changed("invitation", invitation.id(), null, null, invitation.digest());
    return invitation;
  }

  /** Takes an invitation back. */
  public InvitationOutcome revoke(CurrentUser caller, UUID id, IntConsumer seen) {
    return database.writing(
        () -> {
          Optional<Invitation> found = rows.lock(caller, id);
          if (found.isEmpty()) {
            return new InvitationOutcome.NotFound();
          }
          seen.accept(found.get().version());
          return switch (found.get().statusAt(clock.instant())) {
            case ACCEPTED ->
                new InvitationOutcome.WrongState("This invitation was accepted already.");
            case REVOKED ->
                new InvitationOutcome.WrongState("This invitation was taken back already.");
            case PENDING, EXPIRED -> {
              rows.revoke(id, clock.instant());
              links.expireAll(MailedLink.Purpose.INVITATION, id);
              Invitation now = rows.find(caller, id).orElseThrow();
              audit.changed("invitation", id, null, found.get().digest(), now.digest());
              yield new InvitationOutcome.Saved(now);
            }
          };
        });
  }

  /** Makes the account of somebody who holds the link, with the password of their choice. */
  public PasswordOutcome accept(String token, String password, ClientSource source) {
    Optional<TooMany> met = limits.take(limits.link(source));
    if (met.isPresent()) {
      return new PasswordOutcome.Throttled(met.get());
    }
    Secret secret = new Secret(token);
    Optional<Invitation> found =
        database.reading(
            () -> links.subjectOf(MailedLink.Purpose.INVITATION, secret).flatMap(rows::findByLink));
    if (found.isEmpty()) {
      return PasswordOutcome.linkInvalid();
    }
    Invitation invitation = found.get();
    List<String> context =
        List.of(
            invitation.email(),
            invitation.name(),
            people.nameOf(invitation.organisationId()).orElse(""));
    Optional<Fault> fault = rules.fault("/password", password, PasswordRules.LENGTH_ALONE, context);
    return fault.isPresent()
        ? new PasswordOutcome.Refused(List.of(fault.get()))
        : join(invitation, secret, password, source);
  }

  private PasswordOutcome join(
      Invitation invitation, Secret secret, String password, ClientSource source) {
    NewUser user =
        new NewUser(
            invitation.email(),
            invitation.name(),
            password,
            invitation.kind(),
            invitation.organisationId(),
            invitation.roles());
    try {
      return database.writing(
          () -> {
            Instant now = clock.instant();
            if (!links.use(secret, source) || rows.accept(invitation.id(), now) == 0) {
              return PasswordOutcome.linkInvalid();
            }
            UUID userId = registry.createUser(user);
            places.note(userId, source.network(), now);
            audit.by(AuditedCallers.joining(invitation));
            audit.changed("invitation", invitation.id(), null, invitation.digest(), null);
            audit.changed("user", userId, null, null, invitation.digest());
            return new PasswordOutcome.Chosen();
          });
    } catch (RuntimeException failure) {
      // Somebody made an account of this address meanwhile: the link leads nowhere.
      if (ConstraintFailure.in(failure).orElse(null) instanceof ConstraintFailure.Duplicate) {
        return PasswordOutcome.linkInvalid();
      }
      throw failure;
    }
  }
}
