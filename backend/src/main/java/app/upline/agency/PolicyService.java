package app.upline.agency;

import static app.upline.platform.persistence.Database.instantOrNull;

import app.upline.agency.CarrierPolicy.Standing;
import app.upline.audit.AuditTrail;
import app.upline.audit.Digest;
import app.upline.identity.CurrentUser;
import app.upline.identity.OrganisationKind;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * What a carrier asks, asked and will ask. A policy is announced before it applies and is never
 * changed once it does, so whatever was judged by it is judged the same for ever.
 */
@Singleton
public final class PolicyService {

  private final Database database;
  private final CarrierLock lock;
  private final OrganisationRegistry organisations;
  private final AuditTrail audit;
  private final Clock clock;

  PolicyService(
      Database database,
      CarrierLock lock,
      OrganisationRegistry organisations,
      AuditTrail audit,
      Clock clock) {
    this.database = database;
    this.lock = lock;
    this.organisations = organisations;
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

  /** Announces what the caller's carrier will ask from a later month on. */
  public PolicyOutcome announce(CurrentUser user, UUID carrierId, PolicyDraft draft) {
    if (!isOwn(user, carrierId)) {
      return new PolicyOutcome.NotFound();
    }
    return database.writing(
        () -> {
          lock.hold(carrierId);
          List<CarrierPolicy> all = all(carrierId);
          List<Fault> faults = new ArrayList<>(draft.faults(today(carrierId)));
          if (faults.isEmpty()) {
            clash(draft.policy(), all).ifPresent(faults::add);
          }
          if (!faults.isEmpty()) {
            return new PolicyOutcome.Refused(faults);
          }
          ReportingPolicy policy = draft.policy();
          organisations.addPolicy(carrierId, policy);
          sign(user, carrierId, policy);
          audit.changed("policy", carrierId, name(policy), null, digest(policy));
          return new PolicyOutcome.Announced(
              find(user, carrierId, policy.effectiveFrom()).orElseThrow());
        });
  }

  /**
   * Takes an announcement back before it applies.
   *
   * @param seen refuses when the caller has seen another policy than this one
   */
  public PolicyOutcome withdraw(
      CurrentUser user, UUID carrierId, LocalDate effectiveFrom, Consumer<CarrierPolicy> seen) {
    if (!isOwn(user, carrierId)) {
      return new PolicyOutcome.NotFound();
    }
    return database.writing(
        () -> {
          lock.hold(carrierId);
          CarrierPolicy found = find(user, carrierId, effectiveFrom).orElse(null);
          if (found == null) {
            return new PolicyOutcome.NotFound();
          }
          seen.accept(found);
          if (found.standing() != Standing.ANNOUNCED) {
            return new PolicyOutcome.InForce(
                "This policy has applied since %s and stays on record; announce another to replace it."
                    .formatted(effectiveFrom));
          }
          database.update(
              Sql.of(
                  "delete from reporting_policy where carrier_id = ? and effective_from = ?",
                  carrierId,
                  effectiveFrom));
          audit.changed("policy", carrierId, name(found.policy()), digest(found.policy()), null);
          return new PolicyOutcome.Withdrawn();
        });
  }

  private static boolean isOwn(CurrentUser user, UUID carrierId) {
    return user.kind() == OrganisationKind.CARRIER && carrierId.equals(user.carrierId());
  }

  /** A version names one wording for ever: whoever attested to it knows what it says. */
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

  private void sign(CurrentUser user, UUID carrierId, ReportingPolicy policy) {
    database.update(
        Sql.of(
            """
            update reporting_policy set announced_at = ?, announced_by = ?, announced_by_name = ?
            where carrier_id = ? and effective_from = ?
            """,
            clock.instant(),
            user.id(),
            user.name(),
            carrierId,
            policy.effectiveFrom()));
  }

  private Optional<List<CarrierPolicy>> visible(CurrentUser user, UUID carrierId) {
    boolean mayLook =
        switch (user.kind()) {
          case CARRIER -> isOwn(user, carrierId);
          case AGENCY ->
              database
                  .first(
                      Sql.of(
                          "select 1 from agency_contract where agency_id = ? and carrier_id = ?",
                          user.agencyId(),
                          carrierId),
                      row -> 1)
                  .isPresent();
        };
    return mayLook ? Optional.of(all(carrierId)) : Optional.empty();
  }

  private List<CarrierPolicy> all(UUID carrierId) {
    LocalDate today = today(carrierId);
    List<CarrierPolicy> newestFirst =
        database.query(
            Sql.of(
                """
                select c.time_zone, p.*
                from reporting_policy p join carrier c on c.id = p.carrier_id
                where p.carrier_id = ?
                order by p.effective_from desc
                """,
                carrierId),
            PolicyService::announced);
    List<CarrierPolicy> standing = new ArrayList<>();
    boolean inForceSeen = false;
    for (CarrierPolicy one : newestFirst) {
      boolean applies = !one.policy().effectiveFrom().isAfter(today);
      standing.add(applies ? standing(one, inForceSeen ? Standing.PAST : Standing.IN_FORCE) : one);
      inForceSeen |= applies;
    }
    return standing;
  }

  private static CarrierPolicy announced(ResultSet row) throws SQLException {
    return new CarrierPolicy(
        PolicyRows.policy(row),
        Standing.ANNOUNCED,
        ZoneId.of(row.getString("time_zone")),
        instantOrNull(row, "announced_at"),
        row.getString("announced_by_name"));
  }

  private static CarrierPolicy standing(CarrierPolicy one, Standing standing) {
    return new CarrierPolicy(
        one.policy(), standing, one.timeZone(), one.announcedAt(), one.announcedBy());
  }

  private static List<CarrierPolicy> shown(CurrentUser user, List<CarrierPolicy> all) {
    return user.kind() == OrganisationKind.CARRIER
        ? all
        : all.stream().map(CarrierPolicy::withoutNames).toList();
  }

  private LocalDate today(UUID carrierId) {
    String zone =
        database
            .first(
                Sql.of("select time_zone from carrier where id = ?", carrierId),
                row -> row.getString(1))
            .orElse("UTC");
    return LocalDate.ofInstant(clock.instant(), ZoneId.of(zone));
  }
}
