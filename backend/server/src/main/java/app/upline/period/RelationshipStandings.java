package app.upline.period;

import app.upline.agency.CarrierCalendar;
import app.upline.agency.ReportingCalendar;
import app.upline.agency.ReportingPolicy;
import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.period.Contracts.Contract;
import app.upline.period.RelationshipStanding.Status;
import app.upline.period.RelationshipStanding.Waiting;
import app.upline.platform.listing.Direction;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.relationship.DisclosableRegister;
import app.upline.relationship.DisclosableRegister.UndisclosedChanges;
import app.upline.submission.RelationshipReports;
import app.upline.submission.RelationshipReports.Pair;
import app.upline.submission.RelationshipReports.Reported;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who owes whom a word on its relationships: an agency toward each of its carriers, and a carrier's
 * agencies.
 */
@Singleton
public final class RelationshipStandings {

  private final Database database;
  private final Contracts contracts;
  private final RelationshipReports reports;
  private final DisclosableRegister register;
  private final ReportingCalendar calendar;
  private final Clock clock;

  RelationshipStandings(
      Database database,
      Contracts contracts,
      RelationshipReports reports,
      DisclosableRegister register,
      ReportingCalendar calendar,
      Clock clock) {
    this.database = database;
    this.contracts = contracts;
    this.reports = reports;
    this.register = register;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * Which standings are wanted; what is null does not matter.
   *
   * @param otherId only with this carrier, or agency
   * @param upline words of the name of the agency above the one it comes from; for carriers
   */
  public record Filter(@Nullable UUID otherId, @Nullable String upline, @Nullable Status status) {
    static final Filter NONE = new Filter(null, null, null);
  }

  /**
   * A carrier's agencies a page at a time, perhaps none of them when a status is asked for; an
   * agency's carriers, a handful, all at once.
   */
  public Page<RelationshipStanding> page(
      CurrentUser user, Filter filter, Direction direction, PageRequest request) {
    return database.reading(
        () -> {
          boolean isAgency = user.kind() == OrganizationKind.AGENCY;
          Page<Contract> page =
              isAgency
                  ? new Page<>(ofAgency(user, filter.otherId(), direction), null, null)
                  : Page.of(
                      contracts.ofCarrier(
                          user, filter.otherId(), filter.upline(), direction, request),
                      request.limit(),
                      one -> List.of(one.agency().id().toString()));
          List<RelationshipStanding> wanted =
              standings(page.items(), isAgency).stream()
                  .filter(one -> filter.status() == null || filter.status() == one.status())
                  .toList();
          return new Page<>(wanted, page.next(), null);
        });
  }

  private List<Contract> ofAgency(CurrentUser user, @Nullable UUID carrierId, Direction direction) {
    List<Contract> byName = contracts.ofAgency(user, carrierId);
    return direction == Direction.ASCENDING ? byName : byName.reversed();
  }

  private List<RelationshipStanding> standings(List<Contract> all, boolean isAgency) {
    Map<UUID, CarrierCalendar> calendars =
        calendar.of(all.stream().map(one -> one.carrier().id()).distinct().toList());
    Map<Pair, Reported> told =
        reports.told(
            all.stream().map(one -> one.agency().id()).distinct().toList(),
            all.stream().map(one -> one.carrier().id()).distinct().toList());
    return all.stream()
        .filter(one -> calendars.containsKey(one.carrier().id()))
        .map(one -> standing(one, calendars.get(one.carrier().id()), told, isAgency))
        .toList();
  }

  private RelationshipStanding standing(
      Contract contract, CarrierCalendar carrier, Map<Pair, Reported> told, boolean isAgency) {
    Pair pair = new Pair(contract.agency().id(), contract.carrier().id());
    Reported theirs = told.getOrDefault(pair, Reported.NOTHING);
    ReportingPolicy policy = carrier.policyAt(clock.instant());
    // A query for each carrier of one agency, which has a handful.
    Waiting waiting =
        isAgency
            ? waiting(pair.agencyId(), pair.carrierId(), policy.relationshipNoticeDays())
            : null;
    LocalDate today = LocalDate.ofInstant(clock.instant(), carrier.timeZone());
    Status status = status(theirs, waiting, policy, today);
    return new RelationshipStanding(
        contract.agency(),
        contract.carrier(),
        status,
        why(status, waiting, isAgency),
        policy,
        theirs.newest(),
        waiting);
  }

  /** Of one agency, which alone may know it. Called inside a transaction. */
  Waiting waiting(UUID agencyId, UUID carrierId, @Nullable Integer noticeDays) {
    UndisclosedChanges changes = register.undisclosed(agencyId, carrierId, Waiting.MOST + 1);
    LocalDate oldest = changes.oldestKnownOn();
    return new Waiting(
        Math.min(changes.count(), Waiting.MOST),
        changes.count() > Waiting.MOST,
        oldest,
        oldest == null || noticeDays == null ? null : oldest.plusDays(noticeDays));
  }

  private static Status status(
      Reported told, @Nullable Waiting waiting, ReportingPolicy policy, LocalDate today) {
    if (waiting != null && waiting.toldBy() != null && today.isAfter(waiting.toldBy())) {
      return Status.OVERDUE;
    }
    if (told.returned()) {
      return Status.RETURNED;
    }
    if (waiting != null && waiting.count() > 0) {
      return Status.TO_DISCLOSE;
    }
    if (told.newest() != null) {
      return Status.DISCLOSED;
    }
    return policy.noRelationshipsDeclarationWanted()
        ? Status.DECLARATION_OWED
        : Status.NOTHING_DISCLOSED;
  }

  private static String why(Status status, @Nullable Waiting waiting, boolean isAgency) {
    return switch (status) {
      case OVERDUE, TO_DISCLOSE -> changes(status, Objects.requireNonNull(waiting));
      case RETURNED -> "A submission was returned and waits for a correction.";
      case DECLARATION_OWED ->
          "Nothing was disclosed, and the carrier wants to be told where there is no relationship.";
      case NOTHING_DISCLOSED ->
          isAgency
              ? "No relationship is recorded; the carrier wants the full list as soon as there is one."
              : "Nothing was disclosed so far; the full list is owed as soon as the agency works with anyone.";
      case DISCLOSED ->
          waiting == null
              ? "The register was disclosed."
              : "Everything in the register was disclosed.";
    };
  }

  private static String changes(Status status, Waiting waiting) {
    String what =
        "%s%d %s not disclosed, known since %s"
            .formatted(
                waiting.isCapped() ? "More than " : "",
                waiting.count(),
                waiting.count() == 1 ? "change is" : "changes are",
                waiting.oldestKnownOn());
    if (waiting.toldBy() == null) {
      return what + ", and the carrier wants to know as changes occur.";
    }
    return "%s, and the carrier %s to know by %s."
        .formatted(what, status == Status.OVERDUE ? "wanted" : "wants", waiting.toldBy());
  }
}
