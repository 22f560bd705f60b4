package app.upline.period;

import app.upline.agency.CarrierCalendar;
import app.upline.agency.ReportingCalendar;
import app.upline.identity.CurrentUser;
import app.upline.identity.Role;
import app.upline.period.Contracts.Contract;
import app.upline.period.RelationshipStanding.Waiting;
import app.upline.platform.listing.Direction;
import app.upline.platform.paging.PageRequest;
import app.upline.submission.ReportedCounts;
import app.upline.work.Subject;
import app.upline.work.SubjectKind;
import app.upline.work.Urgency;
import app.upline.work.WorkItem;
import app.upline.work.WorkKind;
import app.upline.work.WorkPart;
import app.upline.work.WorkSource;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What an agency owes its carriers: months, and words on its relationships. */
@Singleton
final class DutyWork implements WorkSource {

  private static final Set<Role> REPORTING = Set.of(Role.AGENCY_REPORTER, Role.AGENCY_ATTESTER);

  /** How far back a declaration of nothing is still asked for. */
  private static final int MONTHS_BACK = 12;

  private final Contracts contracts;
  private final ReportingCalendar calendars;
  private final RelationshipStandings standings;
  private final DutyRows rows;
  private final Clock clock;

  DutyWork(
      Contracts contracts,
      ReportingCalendar calendars,
      RelationshipStandings standings,
      DutyRows rows,
      Clock clock) {
    this.contracts = contracts;
    this.calendars = calendars;
    this.standings = standings;
    this.rows = rows;
    this.clock = clock;
  }

  @Override
  public List<WorkPart> of(CurrentUser user) {
    return Collections.disjoint(user.roles(), REPORTING)
        ? List.of()
        : List.of(periods(user), relationships(user));
  }

  /** By one look at each of an agency's carriers, of which it has a handful. */
  private WorkPart periods(CurrentUser user) {
    List<Contract> all = contracts.ofAgency(user, null);
    Map<UUID, CarrierCalendar> dates =
        calendars.of(all.stream().map(one -> one.carrier().id()).toList());
    List<WorkItem> items =
        all.stream()
            .filter(one -> dates.containsKey(one.carrier().id()))
            .flatMap(one -> owed(one, dates.get(one.carrier().id())).stream())
            .sorted(Comparator.comparing(WorkItem::dueOn))
            .limit(WorkPart.ASKED)
            .toList();
    return WorkPart.of(WorkKind.REPORTING_PERIOD, items);
  }

  private List<WorkItem> owed(Contract contract, CarrierCalendar dates) {
    UUID agency = contract.agency().id();
    UUID carrier = contract.carrier().id();
    Instant now = clock.instant();
    YearMonth current = YearMonth.from(now.atZone(dates.timeZone()));
    Map<YearMonth, Integer> undisclosed = rows.undisclosed(agency, carrier);
    List<YearMonth> nilOwed = nilOwed(contract, dates, current, undisclosed, now);
    Set<YearMonth> withSomething = rows.withSomething(agency, carrier, nilOwed);
    Set<YearMonth> months = new TreeSet<>(undisclosed.keySet());
    nilOwed.stream().filter(month -> !withSomething.contains(month)).forEach(months::add);
    List<WorkItem> items = new ArrayList<>();
    for (YearMonth month : months) {
      int count = undisclosed.getOrDefault(month, 0);
      item(contract, expected(contract, dates, month, now), count).ifPresent(items::add);
    }
    return items;
  }

  /** The months of which the carrier wants to hear that there was nothing. */
  private static List<YearMonth> nilOwed(
      Contract contract,
      CarrierCalendar dates,
      YearMonth current,
      Map<YearMonth, Integer> undisclosed,
      Instant now) {
    return IntStream.rangeClosed(0, MONTHS_BACK)
        .mapToObj(current::minusMonths)
        .filter(month -> !undisclosed.containsKey(month))
        .filter(month -> expected(contract, dates, month, now).nilOwed())
        .toList();
  }

  private static Expectation expected(
      Contract contract, CarrierCalendar dates, YearMonth month, Instant now) {
    return contract.expected(dates, month, now);
  }

  private static Optional<WorkItem> item(Contract contract, Expectation expected, int undisclosed) {
    PeriodAssessment assessment =
        PeriodAssessment.ofAgency(
            new AgencyOnlyCounts(undisclosed, undisclosed, 0, 0, 0),
            ReportedCounts.NOTHING,
            expected);
    LocalDate dueOn = expected.due().dueDate();
    return switch (assessment.status()) {
      case DUE, OVERDUE ->
          Optional.of(
              new WorkItem(
                  WorkKind.REPORTING_PERIOD,
                  urgency(assessment, expected),
                  "%s for %s: %s"
                      .formatted(
                          expected.due().period(), contract.carrier().name(), assessment.why()),
                  new Subject(
                      SubjectKind.REPORTING_PERIOD, null, null, expected.due().period(), null),
                  carrier(contract.carrier()),
                  dueOn,
                  null));
      default -> Optional.empty();
    };
  }

  private static Urgency urgency(PeriodAssessment assessment, Expectation expected) {
    return assessment.status() == PeriodStatus.OVERDUE
        ? Urgency.OVERDUE
        : WorkItem.byDueDay(
            expected.due().graceEndsOn(),
            LocalDate.ofInstant(expected.now(), expected.due().timeZone()));
  }

  private WorkPart relationships(CurrentUser user) {
    List<RelationshipStanding> all =
        standings
            .page(
                user,
                RelationshipStandings.Filter.NONE,
                Direction.ASCENDING,
                PageRequest.first(WorkPart.ASKED))
            .items();
    Map<UUID, CarrierCalendar> dates =
        calendars.of(all.stream().map(standing -> standing.carrier().id()).toList());
    List<WorkItem> items =
        all.stream()
            .flatMap(standing -> item(standing, dates.get(standing.carrier().id())).stream())
            .toList();
    return WorkPart.of(WorkKind.RELATIONSHIP_DUTY, items);
  }

  /** What was returned is among the submissions. */
  private Optional<WorkItem> item(RelationshipStanding standing, CarrierCalendar dates) {
    Waiting waiting = standing.waiting();
    LocalDate dueOn = waiting == null ? null : waiting.toldBy();
    LocalDate today = LocalDate.ofInstant(clock.instant(), dates.timeZone());
    return switch (standing.status()) {
      case OVERDUE -> Optional.of(duty(standing, Urgency.OVERDUE, dueOn));
      case TO_DISCLOSE, DECLARATION_OWED ->
          Optional.of(duty(standing, WorkItem.byDueDay(dueOn, today), dueOn));
      case RETURNED, NOTHING_DISCLOSED, DISCLOSED -> Optional.empty();
    };
  }

  private static WorkItem duty(
      RelationshipStanding standing, Urgency urgency, @Nullable LocalDate dueOn) {
    return new WorkItem(
        WorkKind.RELATIONSHIP_DUTY,
        urgency,
        "%s: %s".formatted(standing.carrier().name(), standing.why()),
        new Subject(SubjectKind.RELATIONSHIPS, null, null, null, null),
        carrier(standing.carrier()),
        dueOn,
        null);
  }

  private static WorkItem.Organization carrier(ReportingPeriod.Side side) {
    return new WorkItem.Organization(side.id(), side.name());
  }
}
