package app.upline.period;

import app.upline.agency.CarrierCalendar;
import app.upline.agency.ContractMonth;
import app.upline.agency.ReportingCalendar;
import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.period.Contracts.Contract;
import app.upline.period.ReportingPeriod.Counts;
import app.upline.platform.listing.Direction;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.submission.ReportedCounts;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** An agency's calendar over all its carriers, and a carrier's list of who owes what. */
@Singleton
public final class PeriodService {

  private static final int MONTHS_BACK = 12;

  private final Database database;
  private final Contracts contracts;
  private final PeriodRows rows;
  private final ReportingCalendar calendar;
  private final Clock clock;

  PeriodService(
      Database database,
      Contracts contracts,
      PeriodRows rows,
      ReportingCalendar calendar,
      Clock clock) {
    this.database = database;
    this.contracts = contracts;
    this.rows = rows;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * Which months are wanted.
   *
   * @param otherId only with this carrier, or agency
   * @param upline words of the name of the agency above the one it comes from; for carriers
   * @param direction usually descending, which is by agency or carrier and then newest month first
   */
  public record Filter(
      MonthRange months,
      @Nullable UUID otherId,
      @Nullable String upline,
      @Nullable PeriodStatus status,
      Direction direction) {

    private List<YearMonth> monthsInOrder() {
      List<YearMonth> newestFirst = months.newestFirst();
      return direction == Direction.DESCENDING ? newestFirst : newestFirst.reversed();
    }
  }

  /**
   * What is shown unless asked otherwise: twelve months back and the next; to a carrier, this
   * month.
   */
  public MonthRange usual(CurrentUser user) {
    ZoneId zone = user.kind() == OrganizationKind.CARRIER ? zone(user.carrierId()) : ZoneOffset.UTC;
    YearMonth current = YearMonth.from(clock.instant().atZone(zone));
    return user.kind() == OrganizationKind.AGENCY
        ? new MonthRange(current.minusMonths(MONTHS_BACK), current.plusMonths(1))
        : new MonthRange(current, current);
  }

  /** Whether the caller has to do with the carrier, or agency, that is asked for. */
  public boolean knows(CurrentUser user, UUID otherId) {
    return database.reading(() -> contracts.knows(user, otherId));
  }

  /** All months of the agency, carrier by carrier, newest month first. */
  public List<ReportingPeriod> ofAgency(CurrentUser user, Filter filter) {
    return database.reading(
        () -> {
          List<Contract> byName = contracts.ofAgency(user, filter.otherId());
          List<Contract> all =
              filter.direction() == Direction.DESCENDING ? byName : byName.reversed();
          List<UUID> carriers = all.stream().map(one -> one.carrier().id()).toList();
          Map<ContractMonth, ReportedCounts> told =
              rows.told(List.of(user.agencyId()), carriers, filter.months());
          Map<ContractMonth, AgencyOnlyCounts> own =
              rows.own(user.agencyId(), carriers, filter.months());
          return periods(
              all,
              filter,
              (key, expected) -> {
                AgencyOnlyCounts mine = own.getOrDefault(key, AgencyOnlyCounts.NOTHING);
                ReportedCounts theirs = told.getOrDefault(key, ReportedCounts.NOTHING);
                return new Seen(
                    PeriodAssessment.ofAgency(mine, theirs, expected), counts(mine, theirs));
              });
        });
  }

  /**
   * The months of the agencies of a page, perhaps none of them when a status is asked for.
   *
   * @param page counts agencies
   */
  public Page<ReportingPeriod> ofCarrier(CurrentUser user, Filter filter, PageRequest page) {
    return database.reading(
        () -> {
          Page<Contract> agencies =
              Page.of(
                  contracts.ofCarrier(
                      user, filter.otherId(), filter.upline(), filter.direction().reversed(), page),
                  page.limit(),
                  one -> List.of(one.agency().id().toString()));
          List<UUID> ids = agencies.items().stream().map(one -> one.agency().id()).toList();
          Map<ContractMonth, ReportedCounts> told =
              rows.told(ids, List.of(user.carrierId()), filter.months());
          List<ReportingPeriod> periods =
              periods(
                  agencies.items(),
                  filter,
                  (key, expected) -> {
                    ReportedCounts theirs = told.getOrDefault(key, ReportedCounts.NOTHING);
                    return new Seen(
                        PeriodAssessment.ofCarrier(theirs, expected), counts(null, theirs));
                  });
          return new Page<>(periods, agencies.next(), null);
        });
  }

  private ZoneId zone(UUID carrierId) {
    CarrierCalendar own = calendar.of(List.of(carrierId)).get(carrierId);
    return own == null ? ZoneOffset.UTC : own.timeZone();
  }

  private record Seen(PeriodAssessment judgment, Counts counts) {}

  private List<ReportingPeriod> periods(
      List<Contract> all, Filter filter, BiFunction<ContractMonth, Expectation, Seen> look) {
    Map<UUID, CarrierCalendar> calendars =
        calendar.of(all.stream().map(one -> one.carrier().id()).distinct().toList());
    Instant now = clock.instant();
    List<ReportingPeriod> periods = new ArrayList<>();
    for (Contract one : all) {
      CarrierCalendar carrier = calendars.get(one.carrier().id());
      if (carrier == null) {
        continue;
      }
      for (YearMonth month : filter.monthsInOrder()) {
        Expectation expected = one.expected(carrier, month, now);
        Seen seen =
            look.apply(new ContractMonth(one.agency().id(), one.carrier().id(), month), expected);
        if (filter.status() == null || filter.status() == seen.judgment().status()) {
          periods.add(period(one, expected, seen));
        }
      }
    }
    return periods;
  }

  private static ReportingPeriod period(Contract one, Expectation expected, Seen seen) {
    return new ReportingPeriod(
        one.agency(),
        one.carrier(),
        seen.judgment().status(),
        seen.judgment().why(),
        expected.due(),
        expected.nilOwed(),
        expected.nilTaken() && seen.counts().areNone(),
        seen.judgment().dueInDays(expected),
        seen.counts());
  }

  private static Counts counts(@Nullable AgencyOnlyCounts own, ReportedCounts told) {
    return new Counts(
        own == null ? null : own.recorded(),
        own == null ? null : own.undisclosed(),
        own == null ? null : own.followUps(),
        own == null ? null : own.inDraft(),
        told.submissions(),
        told.incidents(),
        told.late(),
        told.returned(),
        told.acknowledged());
  }
}
