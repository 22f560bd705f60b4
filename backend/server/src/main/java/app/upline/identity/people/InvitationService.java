package app.upline.identity.people;

import app.upline.audit.AuditTrail;
import app.upline.identity.CurrentUser;
import app.upline.identity.EmailAddress;
import app.upline.identity.LinkSettings;
import app.upline.identity.MailedLink;
import app.upline.identity.MailedLinks;
import app.upline.identity.OrganizationKind;
import app.upline.identity.OrganizationSecurity;
import app.upline.identity.People;
import app.upline.identity.Role;
import app.upline.identity.limits.SignInLimits;
import app.upline.platform.listing.Direction;
import app.upline.platform.mail.Outbox;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Inviting people. */
@Singleton
public class InvitationService {
  private static final String GIVE_LATER =
      "A second administrator approves this role: invite without it, and ask for it afterwards.";

  private final InvitationRows rows;
  private final People people;
  private final MailedLinks links;
  private final OrganizationSecurity security;
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
      MailedLinks links,
      OrganizationSecurity security,
      LinkSettings settings,
      SignInLimits limits,
      Outbox outbox,
      AuditTrail audit,
      Database database,
      Ids ids,
      Clock clock) {
    this.rows = rows;
    this.people = people;
    this.links = links;
    this.security = security;
    this.settings = settings;
    this.limits = limits;
    this.outbox = outbox;
    this.audit = audit;
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  /** Every invitation of the caller's organization, the oldest first. */
  public Page<Invitation> list(
      CurrentUser caller,
      Invitation.@Nullable Status status,
      Direction direction,
      PageRequest request) {
    Instant now = clock.instant();
    return database.reading(() -> rows.page(caller, status, direction, request, now));
  }

  /** One of them. */
  public Optional<Invitation> find(CurrentUser caller, UUID id) {
    return database.reading(() -> rows.find(caller.organizationId(), id));
  }

  /** Invites a person to the caller's organization; the mail leaves when this has committed. */
  public Outcome<Invitation> invite(
      CurrentUser caller, String email, String name, List<Role> roles) {
    Optional<TooMany> met = limits.take(limits.invitation(caller.organizationId()));
    if (met.isPresent()) {
      return Outcome.throttled(met.get());
    }
    String address = EmailAddress.canonical(email).orElse(email);
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          List<Fault> faults = faults(caller, address, roles);
          return faults.isEmpty()
              ? Outcome.done(
                  save(
                      caller.kind(),
                      caller.organizationId(),
                      caller.id(),
                      address,
                      name,
                      Set.copyOf(roles)))
              : Outcome.invalid(faults);
        });
  }

  /**
   * Invites the administrator of an organization that has no people yet, in the name of the
   * operator.
   *
   * @param email an address, checked before
   */
  public void inviteFirst(OrganizationKind kind, UUID organizationId, String email, String name) {
    Role role =
        switch (kind) {
          case AGENCY -> Role.AGENCY_ADMINISTRATOR;
          case CARRIER -> Role.CARRIER_ADMINISTRATOR;
        };
    String address =
        EmailAddress.canonical(email)
            .orElseThrow(() -> new IllegalArgumentException("Not an e-mail address"));
    database.writing(
        () -> {
          // Of several, the last one counts: the others may have gone to the wrong person.
          rows.pendingFirst(organizationId, clock.instant())
              .forEach(
                  earlier -> {
                    rows.revoke(organizationId, earlier.id(), clock.instant());
                    links.expireAll(MailedLink.Purpose.INVITATION, earlier.id());
                    audit.changed("invitation", earlier.id(), null, earlier.digest(), null);
                  });
          return save(kind, organizationId, null, address, name, Set.of(role));
        });
  }

  /** Counts an invitation for another organization; empty where the caller may make one. */
  public Optional<TooMany> takeOne(CurrentUser caller) {
    return limits.take(limits.invitation(caller.organizationId()));
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
    } else if (rows.lockPending(caller.organizationId(), email, clock.instant()).isPresent()) {
      faults.add(
          new Fault(
              "/email",
              "INVITED_ALREADY",
              "This address is invited already; take that back to invite it again."));
    }
    return faults;
  }

  /** Of another organization's people nothing is said. */
  private boolean isOneOfOurs(CurrentUser caller, String email) {
    return people
        .findByEmail(email)
        .filter(person -> person.organizationId().equals(caller.organizationId()))
        .isPresent();
  }

  private Invitation save(
      OrganizationKind kind,
      UUID organizationId,
      @Nullable UUID invitedBy,
      String email,
      String name,
      Set<Role> roles) {
    Instant now = clock.instant();
    Invitation invitation =
        new Invitation(
            ids.next(),
            kind,
            organizationId,
            email,
            name,
            roles,
            1,
            now,
            now.plus(settings.invitationLife()),
            null,
            null,
            invitedBy);
    rows.save(invitation);
    outbox.put(InvitationMail.KIND, email, invitation.id());
    audit.changed("invitation", invitation.id(), null, null, invitation.digest());
    return invitation;
  }

  /** Takes an invitation back. */
  public Outcome<Invitation> revoke(CurrentUser caller, UUID id, ExpectedVersion expected) {
    return database.writingUnless(
        Outcome::isRefused,
        () ->
            rows.lock(caller.organizationId(), id)
                .map(found -> expected.ifCurrent(found.version(), () -> revoked(caller, found)))
                .orElseGet(() -> Outcome.notFound("invitation")));
  }

  private Outcome<Invitation> revoked(CurrentUser caller, Invitation found) {
    return switch (found.statusAt(clock.instant())) {
      case ACCEPTED -> Outcome.wrongState("This invitation has already been accepted.");
      case REVOKED -> Outcome.wrongState("This invitation has already been withdrawn.");
      case PENDING, EXPIRED -> {
        rows.revoke(caller.organizationId(), found.id(), clock.instant());
        links.expireAll(MailedLink.Purpose.INVITATION, found.id());
        Invitation now = rows.find(caller.organizationId(), found.id()).orElseThrow();
        audit.changed("invitation", found.id(), null, found.digest(), now.digest());
        yield Outcome.done(now);
      }
    };
  }
}
