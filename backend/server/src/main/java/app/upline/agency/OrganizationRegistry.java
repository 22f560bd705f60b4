package app.upline.agency;

import app.upline.audit.AuditTrail;
import app.upline.audit.AuditedObject;
import app.upline.audit.Digest;
import app.upline.identity.OrganizationKind;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Enters carriers, agencies and the contracts between them. */
@Singleton
public final class OrganizationRegistry {

  private final Database database;
  private final OrganizationRows organizations;
  private final CarrierRows carriers;
  private final AgencyRows agencies;
  private final PolicyRows policies;
  private final Ids ids;
  private final Clock clock;
  private final AuditTrail audit;
  private final List<ContractListener> listeners;
  private final AgencyProfiles profiles;
  private final CarrierNames history;

  OrganizationRegistry(
      Database database,
      OrganizationRows organizations,
      CarrierRows carriers,
      AgencyRows agencies,
      PolicyRows policies,
      Ids ids,
      Clock clock,
      AuditTrail audit,
      List<ContractListener> listeners,
      AgencyProfiles profiles,
      CarrierNames history) {
    this.profiles = profiles;
    this.history = history;
    this.listeners = listeners;
    this.organizations = organizations;
    this.carriers = carriers;
    this.agencies = agencies;
    this.policies = policies;
    this.audit = audit;
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  /** Whether no organization has been entered yet. */
  public boolean isEmpty() {
    return !database.reading(carriers::isAnyThere);
  }

  public Optional<UUID> carrierNamed(String name) {
    return database.reading(() -> carriers.findByName(name)).map(CarrierRow::id);
  }

  /** What is no number is no agency's: the database is not asked for it. */
  public Optional<UUID> agencyWithNpn(String npn) {
    if (!npn.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.empty();
    }
    return database.reading(() -> agencies.findByNpn(npn)).map(AgencyRow::id);
  }

  public boolean isContracted(UUID agencyId, UUID carrierId) {
    return database.reading(() -> agencies.isContracted(agencyId, carrierId));
  }

  /** Enters a carrier with its first policy and answers its id. */
  public UUID addCarrier(String name, ZoneId timeZone, ReportingPolicy policy) {
    UUID id = ids.next();
    return database.writing(
        () -> {
          organizations.save(new OrganizationRow(id, OrganizationKind.CARRIER));
          carriers.save(new CarrierRow(id, name, timeZone.getId(), now()));
          policies.save(PolicyRow.of(id, policy));
          begun("carrier", id, Digest.of(name, timeZone.getId()));
          return id;
        });
  }

  /** Adds what a carrier asks from a later day on; earlier policies stay as they were. */
  public void addPolicy(UUID carrierId, ReportingPolicy policy) {
    database.writing(
        () -> {
          policies.save(PolicyRow.of(carrierId, policy));
          return carrierId;
        });
  }

  /**
   * Enters an agency and answers its id.
   *
   * @param level its place in the hierarchy, a code of the entity types
   * @param uplineId the agency above it
   */
  public UUID addAgency(String name, String npn, EntityType level, @Nullable UUID uplineId) {
    UUID id = ids.next();
    return database.writing(
        () -> {
          organizations.save(new OrganizationRow(id, OrganizationKind.AGENCY));
          agencies.save(new AgencyRow(id, name, npn, level, uplineId, null, 1, now()));
          begun("agency", id, Digest.of(name, npn, level, uplineId));
          return id;
        });
  }

  /**
   * Contracts an agency with a carrier from today on, as it is where the carrier is; all of its
   * register is then undisclosed to that carrier.
   */
  public void contract(UUID agencyId, UUID carrierId) {
    contract(agencyId, carrierId, todayAt(carrierId));
  }

  /** The same from a day on, past or to come. */
  public void contract(UUID agencyId, UUID carrierId, LocalDate startsOn) {
    database.writing(
        () -> {
          boolean inForce = !startsOn.isAfter(todayOrAhead(carrierId));
          agencies.contract(agencyId, carrierId, startsOn, inForce);
          if (inForce) {
            listeners.forEach(listener -> listener.contracted(agencyId, carrierId));
          }
          return null;
        });
  }

  /** Where a carrier is, or one ahead of it: a contract that begins now has begun. */
  private LocalDate todayOrAhead(UUID carrierId) {
    LocalDate utc = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    LocalDate there = todayAt(carrierId);
    return there.isAfter(utc) ? there : utc;
  }

  private LocalDate todayAt(UUID carrierId) {
    ZoneId zone = ZoneId.of(carriers.find(carrierId).orElseThrow().timeZone());
    return LocalDate.ofInstant(clock.instant(), zone);
  }

  /**
   * Has an agency called otherwise, or stand elsewhere, from today on, as the operator says.
   *
   * @return what changed, in words; empty where nothing did
   */
  public List<String> change(
      UUID agencyId, String name, EntityType level, @Nullable String uplineNpn) {
    return database.writing(
        () -> {
          AgencyRow before = agencies.findById(agencyId).orElseThrow();
          if (profiles.isSaidByPeople(agencyId)) {
            // An old file takes nothing back that the agency has said itself.
            return before.name().equals(name) && before.level() == level
                ? List.of()
                : List.of(
                    "%s says itself what it is called and where it stands, and stays %s"
                        .formatted(name, before.name()));
          }
          Optional<AgencyRow> upline = Optional.ofNullable(uplineNpn).flatMap(agencies::findByNpn);
          boolean moved =
              upline.filter(one -> !one.id().equals(before.uplineAgencyId())).isPresent();
          List<String> changes = new ArrayList<>();
          if (!before.name().equals(name)) {
            changes.add("%s is now called %s".formatted(before.name(), name));
          }
          if (before.level() != level) {
            changes.add("%s is now %s, and was %s".formatted(name, level, before.level()));
          }
          if (moved) {
            changes.add("%s is now beneath %s".formatted(name, upline.get().name()));
          }
          if (!changes.isEmpty()) {
            profiles.record(
                agencyId,
                new ProfileDraft(
                    LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                    name,
                    level,
                    moved ? uplineNpn : null,
                    moved ? upline.get().name() : null,
                    false),
                null);
          }
          return changes;
        });
  }

  /** Has a carrier called otherwise from today on. */
  public void renameCarrier(UUID carrierId, String name) {
    database.writing(
        () -> {
          CarrierRow before = carriers.lock(carrierId).orElseThrow();
          carriers.rename(carrierId, name);
          history.renamed(carrierId, before, name);
          audit.changed(
              "carrier",
              carrierId,
              null,
              Digest.of(before.name(), before.timeZone()),
              Digest.of(name, before.timeZone()));
          return carrierId;
        });
  }

  /** The first event of its own trail: one that has none has lost it. */
  private void begun(String kind, UUID id, String digest) {
    AuditedObject entered = new AuditedObject(kind, id, null, null, digest);
    audit.changed(List.of(entered));
    audit.alsoFor(id, "The organization was entered.", List.of(entered));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
