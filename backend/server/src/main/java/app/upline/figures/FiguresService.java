package app.upline.figures;

import app.upline.agency.CarrierCalendar;
import app.upline.agency.Directory;
import app.upline.agency.ReportingCalendar;
import app.upline.identity.CurrentUser;
import app.upline.oversight.OpenActionCounts;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.outcome.Refusal;
import app.upline.platform.persistence.Database;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The figures of the caller's own organization. */
@Singleton
public final class FiguresService {

  private final Database database;
  private final Directory directory;
  private final ReportingCalendar calendar;
  private final IncidentCounts counts;
  private final OpenActionCounts actions;
  private final ComparisonRows comparisons;
  private final Clock clock;

  FiguresService(
      Database database,
      Directory directory,
      ReportingCalendar calendar,
      IncidentCounts counts,
      OpenActionCounts actions,
      ComparisonRows comparisons,
      Clock clock) {
    this.database = database;
    this.directory = directory;
    this.calendar = calendar;
    this.counts = counts;
    this.actions = actions;
    this.comparisons = comparisons;
    this.clock = clock;
  }

  /** Over what the caller's carrier holds now. */
  public Outcome<CarrierFigures> ofCarrier(
      CurrentUser user, @Nullable YearMonth from, @Nullable YearMonth to) {
    return within(
        from,
        to,
        (range, now) -> {
          UUID id = user.carrierId();
          Map<UUID, CarrierCalendar> calendars = calendar.of(List.of(id));
          Source source = Source.told(id, range);
          return Outcome.done(
              new CarrierFigures(
                  range.from(),
                  range.to(),
                  counts.of(source, range, days(calendars, range, now)),
                  counts.byAgency(source),
                  counts.byUpline(source),
                  actions.ofCarrier(id, calendar.of(id).timeZone(), now)));
        });
  }

  /**
   * Over the caller's agency's own incidents.
   *
   * @param carrierId only those that concern this carrier, and then with a comparison
   */
  public Outcome<AgencyFigures> ofAgency(
      CurrentUser user,
      @Nullable UUID carrierId,
      @Nullable YearMonth from,
      @Nullable YearMonth to) {
    return within(
        from,
        to,
        (range, now) -> {
          List<UUID> contracted = directory.contractedCarriers(user.agencyId());
          if (carrierId != null && !contracted.contains(carrierId)) {
            return Outcome.notFound("carrier");
          }
          List<UUID> carriers = carrierId == null ? contracted : List.of(carrierId);
          return Outcome.done(
              ofAgency(user.agencyId(), carrierId, calendar.of(carriers), range, now));
        });
  }

  private AgencyFigures ofAgency(
      UUID agencyId,
      @Nullable UUID carrierId,
      Map<UUID, CarrierCalendar> calendars,
      PeriodRange range,
      Instant now) {
    Map<UUID, ZoneId> zones =
        calendars.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, c -> c.getValue().timeZone()));
    return new AgencyFigures(
        range.from(),
        range.to(),
        counts.of(Source.own(agencyId, carrierId, range), range, days(calendars, range, now)),
        actions.ofAgency(agencyId, zones, now),
        carrierId == null
            ? null
            : comparison(agencyId, carrierId, zones.get(carrierId), range, now));
  }

  private @Nullable Comparison comparison(
      UUID agencyId, UUID carrierId, @Nullable ZoneId zone, PeriodRange range, Instant now) {
    return zone == null
        ? null
        : Quarter.newestClosed(range, zone, now)
            .map(quarter -> comparisons.of(agencyId, carrierId, quarter, zone))
            .orElse(null);
  }

  private static CarrierDayRange days(
      Map<UUID, CarrierCalendar> calendars, PeriodRange range, Instant now) {
    Instant start = range.firstDay().atStartOfDay(ZoneOffset.UTC).toInstant();
    return new CarrierDayRange(calendars, start, now);
  }

  /** Works on months that are no more than may be asked for, on one state of the data. */
  private <T> Outcome<T> within(@Nullable YearMonth from, @Nullable YearMonth to, Work<T> work) {
    Instant now = clock.instant();
    YearMonth current = YearMonth.from(now.atOffset(ZoneOffset.UTC));
    PeriodRange range = PeriodRange.of(from, to, current);
    List<Fault> faults = range.faults();
    return faults.isEmpty()
        ? database.reading(() -> work.over(range, now))
        : Outcome.refused(new Refusal.Malformed(faults));
  }

  @FunctionalInterface
  private interface Work<T> {
    Outcome<T> over(PeriodRange range, Instant now);
  }
}
