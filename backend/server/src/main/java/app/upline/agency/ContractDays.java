package app.upline.agency;

import app.upline.audit.AuditTrail;
import app.upline.platform.persistence.Database;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/**
 * Has days count when they come: contracts begin and end where the carrier is, names, levels and
 * uplines change (UTC). Each is one transaction; what another instance has done is done.
 */
@Singleton
class ContractDays {

  /** The day begins so long before UTC's on the first place on earth. */
  private static final Duration EARLIEST = Duration.ofHours(14);

  private final Database database;
  private final ContractTerms terms;
  private final AgencyContracts contracts;
  private final AgencyProfiles agencies;
  private final ProfileRows profiles;
  private final AgencyLock lock;
  private final AuditTrail audit;
  private final Clock clock;

  ContractDays(
      Database database,
      ContractTerms terms,
      AgencyContracts contracts,
      AgencyProfiles agencies,
      ProfileRows profiles,
      AgencyLock lock,
      AuditTrail audit,
      Clock clock) {
    this.database = database;
    this.terms = terms;
    this.contracts = contracts;
    this.agencies = agencies;
    this.profiles = profiles;
    this.lock = lock;
    this.audit = audit;
    this.clock = clock;
  }

  @Scheduled(initialDelay = "1m", fixedDelay = "10m")
  void turn() {
    turn(clock.instant());
  }

  /** Does what the days until then ask for. */
  void turn(Instant now) {
    LocalDate latest = LocalDate.ofInstant(now.plus(EARLIEST), ZoneOffset.UTC);
    List<ContractTerms.Turning> turning = database.reading(() -> terms.turning(latest));
    turning.forEach(one -> turn(one, LocalDate.ofInstant(now, one.timeZone())));
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    database.reading(() -> profiles.due(today)).stream()
        .map(ProfileRow::organizationId)
        .distinct()
        .forEach(agency -> follow(agency, today));
  }

  private void turn(ContractTerms.Turning one, LocalDate today) {
    audit.system(
        "turnContracts",
        one.carrierId(),
        () ->
            database.writing(
                () -> {
                  lock.hold(one.agencyId());
                  AgencyContract before = terms.lock(one.agencyId(), one.carrierId()).orElseThrow();
                  boolean inForce =
                      AgencyContracts.isInForce(before.startsOn(), before.endsOn(), today);
                  if (inForce != before.inForce()) {
                    contracts.changed(
                        one.agencyId(),
                        one.carrierId(),
                        before,
                        new AgencyContract(
                            before.startsOn(),
                            before.endsOn(),
                            before.endReason(),
                            inForce,
                            before.version()));
                  }
                  return one.agencyId();
                }));
  }

  private void follow(UUID agencyId, LocalDate today) {
    audit.system(
        "turnProfiles",
        agencyId,
        () ->
            database.writing(
                () -> {
                  lock.hold(agencyId);
                  agencies.turned(agencyId, today);
                  return agencyId;
                }));
  }
}
