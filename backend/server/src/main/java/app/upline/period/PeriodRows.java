package app.upline.period;

import app.upline.agency.ContractMonth;
import app.upline.incident.RecordedMonths;
import app.upline.submission.ReportedCounts;
import app.upline.submission.ReportedMonths;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What is known of the months of some agencies: a fixed number of queries for a page. */
@Singleton
final class PeriodRows {

  private final RecordedMonths recorded;
  private final ReportedMonths reported;

  PeriodRows(RecordedMonths recorded, ReportedMonths reported) {
    this.recorded = recorded;
    this.reported = reported;
  }

  Map<ContractMonth, ReportedCounts> told(
      Collection<UUID> agencies, Collection<UUID> carriers, MonthRange months) {
    return reported.reported(agencies, carriers, months.from(), months.to());
  }

  /** Of one agency, which alone may know it. */
  Map<ContractMonth, AgencyOnlyCounts> own(
      UUID agency, Collection<UUID> carriers, MonthRange months) {
    if (carriers.isEmpty()) {
      return Map.of();
    }
    Map<ContractMonth, RecordedMonths.Counts> counts =
        recorded.of(List.of(agency), carriers, months.from(), months.to());
    Map<ContractMonth, ReportedMonths.Drafted> drafted =
        reported.drafted(agency, months.from(), months.to());
    Set<ContractMonth> all = new HashSet<>(counts.keySet());
    all.addAll(drafted.keySet());
    Map<ContractMonth, AgencyOnlyCounts> own = new HashMap<>();
    for (ContractMonth month : all) {
      own.put(
          month,
          AgencyOnlyCounts.of(
              counts.getOrDefault(month, RecordedMonths.Counts.NOTHING),
              drafted.getOrDefault(month, ReportedMonths.Drafted.NOTHING)));
    }
    return own;
  }

  /** What agencies have recorded for a carrier; for work in the service's own name alone. */
  Map<ContractMonth, AgencyOnlyCounts> undisclosed(
      Collection<UUID> agencies, UUID carrier, MonthRange months) {
    Map<ContractMonth, AgencyOnlyCounts> own = new HashMap<>();
    recorded
        .of(agencies, List.of(carrier), months.from(), months.to())
        .forEach(
            (month, counts) ->
                own.put(month, AgencyOnlyCounts.of(counts, ReportedMonths.Drafted.NOTHING)));
    return own;
  }
}
