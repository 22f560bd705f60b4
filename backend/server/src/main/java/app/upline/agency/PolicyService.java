package app.upline.agency;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.agency.CarrierPolicy.Standing;
import app.upline.audit.AuditTrail;
import app.upline.audit.Digest;
import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.notification.Event;
import app.upline.notification.EventType;
import app.upline.notification.Events;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.platform.validation.Fault;
import app.upline.work.Subject;
import app.upline.work.SubjectKind;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a carrier asks, asked and will ask. A policy is announced before it applies and is never
 * changed once it does, so whatever was judged by it is judged the same for ever.
 */
@Singleton
public final class PolicyService {

  private static final int MONTHS_PREVIEWED = 6;

  private final Database database;
  private final CarrierLock lock;
  private final PolicyRows policies;
  private final CarrierRows carriers;
  private final AgencyRows agencies;
  private final Events events;
  private final AuditTrail audit;
  private final Clock clock;

  PolicyService(
      Database database,
      CarrierLock lock,
      PolicyRows policies,
      CarrierRows carriers,
      AgencyRows agencies,
      Events events,
      AuditTrail audit,
      Clock clock) {
    this.database = database;
    this.lock = lock;
    this.policies = policies;
    this.carriers = carriers;
    this.agencies = agencies;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /** A carrier's policies, newest first; empty when the caller has nothing to do with it. */
  public Optional<List<CarrierPolicy>> list(CurrentUser user, UUID carrierId) {
    return database.reading(() -> visible(user, carrierId)).map(all -> shown(user, all));
  }

  /** The policy that applies from a day on. */
  public Optional<CarrierPolicy> find(CurrentUser user, UUID carrierId, LocalDate effectiveFrom) {
    return list(user, carrierId)
        .flatMap(
            all ->
                all.stream()
                    .filter(one -> one.policy().effectiveFrom().equals(effectiveFrom))
                    .findFirst());
  }

  /** When the first months would be due under terms of the caller's carrier. */
  public Outcome<List<MonthDue>> preview(CurrentUser user, PolicyDraft draft) {
    List<Fault> faults = draft.faultsOfDueDays(database.reading(() -> today(user.carrierId())));
    return faults.isEmpty()
        ? Outcome.done(draft.firstMonths(MONTHS_PREVIEWED))
        : Outcome.invalid(faults);
  }

  /** Announces what the caller's carrier will ask from a later month on. */
  public Outcome<CarrierPolicy> announce(CurrentUser user, UUID carrierId, PolicyDraft draft) {
    if (!isOwn(user, carrierId)) {
      return Outcome.notFound("policy");
    }
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          lock.hold(carrierId);
          List<CarrierPolicy> all = all(carrierId);
          List<Fault> faults = new ArrayList<>(draft.faults(today(carrierId)));
          if (faults.isEmpty()) {
            clash(draft.policy(), all).ifPresent(faults::add);
          }
          if (!faults.isEmpty()) {
            return Outcome.invalid(faults);
          }
          ReportingPolicy policy = draft.policy();
          policies.save(PolicyRow.of(carrierId, policy, clock.instant(), user.id(), user.name()));
          audit.changed("policy", carrierId, name(policy), null, digest(policy));
          tellAgencies(EventType.POLICY_ANNOUNCED, carrierId, policy);
          return Outcome.done(find(user, carrierId, policy.effectiveFrom()).orElseThrow());
        });
  }

  /**
   * Takes an announcement back before it applies.
   *
   * @return what was announced
   */
  public Outcome<CarrierPolicy> withdraw(
      CurrentUser user, UUID carrierId, LocalDate effectiveFrom, ExpectedVersion expected) {
    if (!isOwn(user, carrierId)) {
      return Outcome.notFound("policy");
    }
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          lock.hold(carrierId);
          CarrierPolicy found = find(user, carrierId, effectiveFrom).orElse(null);
          if (found == null) {
            return Outcome.notFound("policy");
          }
          return expected.ifCurrent(found.version(), () -> withdrawn(carrierId, found));
        });
  }

  private Outcome<CarrierPolicy> withdrawn(UUID carrierId, CarrierPolicy found) {
    LocalDate effectiveFrom = found.policy().effectiveFrom();
    if (found.standing() != Standing.ANNOUNCED) {
      return Outcome.wrongState(
          "This policy has applied since %s and stays on record; announce another to replace it."
              .formatted(effectiveFrom));
    }
    policies.withdraw(carrierId, effectiveFrom);
    audit.changed("policy", carrierId, name(found.policy()), digest(found.policy()), null);
    tellAgencies(EventType.POLICY_WITHDRAWN, carrierId, found.policy());
    return Outcome.done(found);
  }

  private void tellAgencies(EventType type, UUID carrierId, ReportingPolicy policy) {
    Subject subject = Subject.of(SubjectKind.POLICY, carrierId, name(policy));
    events.publish(
        database.query(
            Sql.of(
                "select agency_id from agency_contract where carrier_id = ? and in_force",
                carrierId),
            row -> Event.of(type, uuid(row, "agency_id"), carrierId, subject)));
  }

  private static boolean isOwn(CurrentUser user, UUID carrierId) {
    return user.kind() == OrganizationKind.CARRIER && carrierId.equals(user.carrierId());
  }

  /** A version names one wording forever, so that it stays clear what an agency attested to. */
  private static Optional<Fault> clash(ReportingPolicy policy, List<CarrierPolicy> all) {
    if (all.stream().anyMatch(one -> one.policy().effectiveFrom().equals(policy.effectiveFrom()))) {
      return Optional.of(
          new Fault(
              "/effectiveFrom",
              "ALREADY_ANNOUNCED",
              "A policy from that day on is announced already; withdraw it first."));
    }
    boolean another =
        all.stream()
            .map(CarrierPolicy::policy)
            .filter(one -> one.attestationVersion().equals(policy.attestationVersion()))
            .anyMatch(one -> !one.attestationWording().equals(policy.attestationWording()));
    return another
        ? Optional.of(
            new Fault(
                "/attestationVersion",
                "VERSION_TAKEN",
                "This version names another wording; give a new wording a new version."))
        : Optional.empty();
  }

  /** What the trail calls it; the id is the carrier's, of which a policy is a part. */
  private static String name(ReportingPolicy policy) {
    return "POL-" + policy.effectiveFrom();
  }

  private static String digest(ReportingPolicy policy) {
    return Digest.of(policy);
  }

  private Optional<List<CarrierPolicy>> visible(CurrentUser user, UUID carrierId) {
    boolean mayLook =
        switch (user.kind()) {
          case CARRIER -> isOwn(user, carrierId);
          case AGENCY -> agencies.isContracted(user.agencyId(), carrierId);
        };
    return mayLook ? Optional.of(all(carrierId)) : Optional.empty();
  }

  private List<CarrierPolicy> all(UUID carrierId) {
    ZoneId zone = zone(carrierId);
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    List<CarrierPolicy> newestFirst =
        policies.findByCarrierIdOrderByEffectiveFromDesc(carrierId).stream()
            .map(row -> announced(row, zone))
            .toList();
    List<CarrierPolicy> standing = new ArrayList<>();
    boolean inForceSeen = false;
    for (CarrierPolicy one : newestFirst) {
      boolean applies = !one.policy().effectiveFrom().isAfter(today);
      standing.add(applies ? standing(one, inForceSeen ? Standing.PAST : Standing.IN_FORCE) : one);
      inForceSeen |= applies;
    }
    return standing;
  }

  private static CarrierPolicy announced(PolicyRow row, ZoneId zone) {
    return new CarrierPolicy(
        row.policy(), Standing.ANNOUNCED, zone, row.announcedAt(), row.announcedByName());
  }

  private static CarrierPolicy standing(CarrierPolicy one, Standing standing) {
    return new CarrierPolicy(
        one.policy(), standing, one.timeZone(), one.announcedAt(), one.announcedBy());
  }

  private static List<CarrierPolicy> shown(CurrentUser user, List<CarrierPolicy> all) {
    return user.kind() == OrganizationKind.CARRIER
        ? all
        : all.stream().map(CarrierPolicy::withoutNames).toList();
  }

  private LocalDate today(UUID carrierId) {
    return LocalDate.ofInstant(clock.instant(), zone(carrierId));
  }

  private ZoneId zone(UUID carrierId) {
    return ZoneId.of(carriers.find(carrierId).map(CarrierRow::timeZone).orElse("UTC"));
  }
}
