package app.upline.period.web;

import app.upline.agency.Due;
import app.upline.api.model.PeriodCountsDto;
import app.upline.api.model.PeriodPartyDto;
import app.upline.api.model.ReportingPeriodDto;
import app.upline.period.ReportingPeriod;
import java.time.ZoneOffset;

/** Reporting periods as the contract shows them. */
final class PeriodModels {

  private PeriodModels() {}

  static ReportingPeriodDto period(ReportingPeriod period) {
    Due due = period.due();
    return new ReportingPeriodDto()
        .agency(party(period.agency()))
        .carrier(party(period.carrier()))
        .period(due.period().toString())
        .status(PeriodCodes.STATUSES.toContract(period.status()))
        .why(period.why())
        .dueDate(due.dueDate())
        .dueAt(due.dueAt().atOffset(ZoneOffset.UTC))
        .graceEndsAt(due.graceEndsAt().atOffset(ZoneOffset.UTC))
        .timeZone(due.timeZone().getId())
        .dueInDays(period.dueInDays())
        .nilReportOwed(period.nilReportOwed())
        .nilReportPossible(period.nilReportPossible())
        .policyEffectiveFrom(due.policy().effectiveFrom())
        .counts(counts(period.counts()));
  }

  private static PeriodPartyDto party(ReportingPeriod.Side side) {
    return new PeriodPartyDto().id(side.id()).name(side.name());
  }

  private static PeriodCountsDto counts(ReportingPeriod.Counts counts) {
    return new PeriodCountsDto()
        .recorded(counts.recorded())
        .undisclosed(counts.undisclosed())
        .followUps(counts.followUps())
        .inDraft(counts.inDraft())
        .submissions(counts.submissions())
        .submitted(counts.submitted())
        .late(counts.late())
        .returned(counts.returned())
        .acknowledged(counts.acknowledged());
  }
}
