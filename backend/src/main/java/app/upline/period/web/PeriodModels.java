package app.upline.period.web;

import app.upline.agency.Due;
import app.upline.api.model.PeriodCounts;
import app.upline.api.model.PeriodParty;
import app.upline.api.model.PeriodStatus;
import app.upline.period.ReportingPeriod;
import java.time.ZoneOffset;

/** Reporting periods as the contract shows them. */
final class PeriodModels {

  private PeriodModels() {}

  static app.upline.api.model.ReportingPeriod period(ReportingPeriod period) {
    Due due = period.due();
    return new app.upline.api.model.ReportingPeriod()
        .agency(party(period.agency()))
        .carrier(party(period.carrier()))
        .period(due.period().toString())
        .status(PeriodStatus.valueOf(period.status().name()))
        .why(period.why())
        .dueDate(due.dueDate())
        .dueAt(due.dueAt().atOffset(ZoneOffset.UTC))
        .graceEndsAt(due.graceEndsAt().atOffset(ZoneOffset.UTC))
        .timeZone(due.timeZone().getId())
        .dueInDays(period.dueInDays())
        .nilReportOwed(period.nilReportOwed())
        .policyEffectiveFrom(due.policy().effectiveFrom())
        .counts(counts(period.counts()));
  }

  private static PeriodParty party(ReportingPeriod.Side side) {
    return new PeriodParty().id(side.id()).name(side.name());
  }

  private static PeriodCounts counts(ReportingPeriod.Counts counts) {
    return new PeriodCounts()
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
