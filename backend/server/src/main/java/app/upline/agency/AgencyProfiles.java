package app.upline.agency;

import static app.upline.platform.persistence.Database.uuid;
import static java.util.Objects.requireNonNull;

import app.upline.audit.AuditTrail;
import app.upline.audit.Digest;
import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.identity.PeopleRegistry;
import app.upline.notification.Event;
import app.upline.notification.EventType;
import app.upline.notification.Events;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.platform.validation.Fault;
import app.upline.work.Subject;
import app.upline.work.SubjectKind;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What agencies are called, and where they stand, day by day. An agency is the same one for all of
 * its carriers and says so itself; a carrier says it for one that has no people yet and no other
 * carrier. What was submitted keeps the name under which it was made.
 */
@Singleton
public class AgencyProfiles {

  private static final String KEEPS_ITSELF =
      "The agency keeps its name, level and upline itself: ask its administrator.";

  private final Database database;
  private final AgencyLock lock;
  private final AgencyRows agencies;
  private final ProfileRows profiles;
  private final Directory directory;
  private final PeopleRegistry people;
  private final Events events;
  private final AuditTrail audit;
  private final Clock clock;

  AgencyProfiles(
      Database database,
      AgencyLock lock,
      AgencyRows agencies,
      ProfileRows profiles,
      Directory directory,
      PeopleRegistry people,
      Events events,
      AuditTrail audit,
      Clock clock) {
    this.database = database;
    this.lock = lock;
    this.agencies = agencies;
    this.profiles = profiles;
    this.directory = directory;
    this.people = people;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /** Every name, level and upline, the newest day first; empty for an agency out of sight. */
  public Optional<Page<OrganizationProfile>> history(
      CurrentUser user, UUID agencyId, PageRequest request) {
    return database.reading(
        () ->
            directory
                .agency(user, agencyId)
                .map(seen -> profiles.page(agencyId, request).map(row -> shown(user, row))));
  }

  private static OrganizationProfile shown(CurrentUser user, ProfileRow row) {
    return user.kind() == OrganizationKind.CARRIER ? row.profile() : row.profile().withoutUpline();
  }

  /** Says what an agency is called, and where it stands, from a day on, past or to come. */
  public Outcome<Agency> change(
      CurrentUser user, UUID agencyId, ExpectedVersion expected, ProfileDraft draft) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          lock.hold(agencyId);
          Optional<Agency> seen = directory.agency(user, agencyId);
          return seen.isEmpty()
              ? Outcome.notFound("agency")
              : expected.ifCurrent(seen.get().tag(), () -> changed(user, seen.get(), draft));
        });
  }

  private Outcome<Agency> changed(CurrentUser user, Agency seen, ProfileDraft draft) {
    if (user.kind() == OrganizationKind.CARRIER && keepsItself(seen.id())) {
      return Outcome.wrongState(KEEPS_ITSELF);
    }
    List<Fault> faults = draft.faults(today(), seen.npn());
    if (!faults.isEmpty()) {
      return Outcome.invalid(faults);
    }
    record(seen.id(), draft, user);
    Subject subject =
        Subject.of(SubjectKind.AGENCY, seen.id(), String.valueOf(draft.effectiveFrom()));
    if (user.kind() == OrganizationKind.AGENCY) {
      events.publish(
          database.query(
              Sql.of(
                  "select carrier_id from agency_contract where agency_id = ? and in_force",
                  seen.id()),
              row ->
                  Event.of(EventType.AGENCY_CHANGED, uuid(row, "carrier_id"), seen.id(), subject)));
    }
    return Outcome.done(directory.agency(user, seen.id()).orElseThrow());
  }

  /** It has people, or other carriers, of whom this one learns nothing. */
  private boolean keepsItself(UUID agencyId) {
    return people.hasPeople(agencyId) || directory.contractedCarriers(agencyId).size() > 1;
  }

  /**
   * Writes it down, and has it count if its day has come. Called in a transaction.
   *
   * @param by null for the operator's command
   */
  void record(UUID agencyId, ProfileDraft draft, @Nullable CurrentUser by) {
    lock.hold(agencyId);
    AgencyRow before = agencies.findById(agencyId).orElseThrow();
    LocalDate from = requireNonNull(draft.effectiveFrom());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    beginHistory(before, from, now);
    ProfileRow last = profiles.on(agencyId, from).orElseThrow();
    profiles.remove(agencyId, from);
    profiles.save(
        new ProfileRow(
            agencyId,
            from,
            requireNonNull(draft.name()),
            draft.level(),
            upline(draft, draft.uplineNpn(), last.uplineNpn()),
            upline(draft, draft.uplineName(), last.uplineName()),
            from.isAfter(today()),
            now,
            by == null ? null : by.id(),
            by == null ? null : by.name()));
    agencies.touch(agencyId);
    follow(agencyId, today());
    audit.changed(
        "agency",
        agencyId,
        null,
        digest(before),
        Digest.of(digest(agencies.findById(agencyId).orElseThrow()), from, draft));
  }

  private static @Nullable String upline(
      ProfileDraft draft, @Nullable String wanted, @Nullable String last) {
    if (draft.withoutUpline()) {
      return null;
    }
    return draft.uplineNpn() == null ? last : wanted;
  }

  /** What it was before the first change is a part of its history too. */
  private void beginHistory(AgencyRow row, LocalDate firstChange, Instant now) {
    if (profiles.isAnyOf(row.id())) {
      return;
    }
    LocalDate entered = LocalDate.ofInstant(row.createdAt(), ZoneOffset.UTC);
    Optional<AgencyRow> upline =
        Optional.ofNullable(row.uplineAgencyId()).flatMap(agencies::findById);
    profiles.save(
        new ProfileRow(
            row.id(),
            entered.isBefore(firstChange) ? entered : firstChange.minusDays(1),
            row.name(),
            row.level(),
            upline.map(AgencyRow::npn).orElse(null),
            upline.map(AgencyRow::name).orElse(null),
            false,
            now,
            null,
            null));
  }

  /** Has the profile of today count: for the agency, and in the lists of its carriers. */
  private void follow(UUID agencyId, LocalDate day) {
    ProfileRow today = profiles.on(agencyId, day).orElseThrow();
    AgencyRow row = agencies.findById(agencyId).orElseThrow();
    profiles.hasCome(agencyId, day);
    UUID upline =
        Optional.ofNullable(today.uplineNpn())
            .flatMap(agencies::findByNpn)
            .map(AgencyRow::id)
            .orElse(null);
    agencies.become(
        agencyId,
        today.name(),
        Objects.requireNonNullElse(today.level(), row.level()),
        upline,
        today.uplineName());
    agencies.renameContracts(agencyId, today.name());
  }

  /** A day has come that was said before. In a transaction that holds the agency's lock. */
  void turned(UUID agencyId, LocalDate today) {
    AgencyRow before = agencies.findById(agencyId).orElseThrow();
    agencies.touch(agencyId);
    follow(agencyId, today);
    audit.changed(
        "agency",
        agencyId,
        null,
        digest(before),
        digest(agencies.findById(agencyId).orElseThrow()));
  }

  /** Whether people of the agency, or of its carrier, have said anything of it. */
  boolean isSaidByPeople(UUID agencyId) {
    return profiles.isSaidByPeople(agencyId);
  }

  static String digest(AgencyRow row) {
    return Digest.of(row.name(), row.npn(), row.level(), row.uplineAgencyId());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
