package app.upline.onboarding;

import static java.util.Objects.requireNonNull;

import app.upline.agency.Agency;
import app.upline.agency.Directory;
import app.upline.agency.OrganizationRegistry;
import app.upline.audit.AuditTrail;
import app.upline.audit.AuditedObject;
import app.upline.audit.Digest;
import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.identity.PeopleRegistry;
import app.upline.identity.people.InvitationService;
import app.upline.notification.Event;
import app.upline.notification.EventType;
import app.upline.notification.Events;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.persistence.Database;
import app.upline.platform.throttle.TooMany;
import app.upline.platform.validation.Fault;
import app.upline.work.Subject;
import app.upline.work.SubjectKind;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A carrier takes agencies in. By its NPN an agency is the same one for all carriers; it is told of
 * each, and none of them learns of another.
 */
@Singleton
public class AgencyIntake {

  private final OrganizationRegistry organizations;
  private final Directory directory;
  private final InvitationService invitations;
  private final PeopleRegistry people;
  private final Events events;
  private final AuditTrail audit;
  private final Database database;
  private final Clock clock;

  AgencyIntake(
      OrganizationRegistry organizations,
      Directory directory,
      InvitationService invitations,
      PeopleRegistry people,
      Events events,
      AuditTrail audit,
      Database database,
      Clock clock) {
    this.organizations = organizations;
    this.directory = directory;
    this.invitations = invitations;
    this.people = people;
    this.events = events;
    this.audit = audit;
    this.database = database;
    this.clock = clock;
  }

  /** Takes one in, which may be known already. */
  public Outcome<Agency> create(CurrentUser user, AgencyDraft draft) {
    List<Fault> faults = draft.faults(LocalDate.now(clock));
    if (!faults.isEmpty()) {
      return Outcome.invalid(faults);
    }
    Optional<TooMany> met = invitations.takeOne(user);
    if (met.isPresent()) {
      return Outcome.throttled(met.get());
    }
    return database.writingUnless(Outcome::isRefused, () -> created(user, draft));
  }

  private Outcome<Agency> created(CurrentUser user, AgencyDraft draft) {
    String npn = requireNonNull(draft.npn());
    LocalDate startsOn = requireNonNull(draft.startsOn());
    Optional<UUID> known = organizations.agencyWithNpn(npn);
    if (known.filter(id -> organizations.isContracted(id, user.carrierId())).isPresent()) {
      return Outcome.invalid(
          "/npn",
          "ALREADY_CONTRACTED",
          "This agency has or had a contract with you: see the list of agencies.");
    }
    UUID id =
        known.orElseGet(
            () ->
                organizations.addAgency(
                    requireNonNull(draft.name()), npn, requireNonNull(draft.level()), null));
    organizations.contract(id, user.carrierId(), startsOn);
    AuditedObject contract =
        new AuditedObject("contract", id, null, null, Digest.of(id, user.carrierId(), startsOn));
    audit.changed(List.of(contract));
    if (known.isPresent()) {
      audit.alsoFor(id, "A carrier has made a contract with the agency.", List.of(contract));
    }
    if (!people.hasPeople(id)) {
      invite(id, draft.administrator());
    }
    events.publish(
        Event.of(
            EventType.CONTRACT_BEGUN,
            id,
            user.carrierId(),
            Subject.of(SubjectKind.CARRIER, user.carrierId(), startsOn.toString())));
    return Outcome.done(directory.agency(user, id).orElseThrow());
  }

  /** Invites the administrator of one that has no people yet. */
  public Outcome<Agency> invite(
      CurrentUser user,
      UUID agencyId,
      ExpectedVersion expected,
      AgencyDraft.Administrator administrator) {
    Optional<TooMany> met = invitations.takeOne(user);
    if (met.isPresent()) {
      return Outcome.throttled(met.get());
    }
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          Optional<Agency> seen = directory.agency(user, agencyId);
          if (seen.isEmpty()) {
            return Outcome.notFound("agency");
          }
          return expected.ifCurrent(seen.get().tag(), () -> invited(seen.get(), administrator));
        });
  }

  private Outcome<Agency> invited(Agency agency, AgencyDraft.Administrator administrator) {
    if (people.hasPeople(agency.id())) {
      return Outcome.wrongState("The agency has people, who invite their colleagues themselves.");
    }
    List<Fault> faults = administrator.faults("");
    if (!faults.isEmpty()) {
      return Outcome.invalid(faults);
    }
    invite(agency.id(), administrator);
    return Outcome.done(agency);
  }

  private void invite(UUID agencyId, AgencyDraft.Administrator administrator) {
    invitations.inviteFirst(
        OrganizationKind.AGENCY,
        agencyId,
        requireNonNull(administrator.email()),
        requireNonNull(administrator.name()));
  }
}
