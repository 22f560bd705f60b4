package app.upline.figures.web;

import app.upline.api.model.AgencyComparison;
import app.upline.api.model.AgencyFigures;
import app.upline.api.model.CarrierFigures;
import app.upline.api.model.ComparisonCell;
import app.upline.api.model.Figure;
import app.upline.api.model.IncidentFigures;
import app.upline.api.model.OpenCorrectiveActions;
import app.upline.figures.Comparison;
import app.upline.figures.OpenActions;
import java.time.ZoneOffset;
import java.util.List;

/** Figures as the contract writes them. */
final class FigureModels {

  private FigureModels() {}

  static AgencyFigures agency(app.upline.figures.AgencyFigures f) {
    AgencyFigures model =
        new AgencyFigures()
            .from(f.from().toString())
            .to(f.to().toString())
            .incidents(incidents(f.incidents()))
            .correctiveActions(actions(f.correctiveActions()));
    Comparison comparison = f.comparison();
    return comparison == null ? model : model.comparison(comparison(comparison));
  }

  static CarrierFigures carrier(app.upline.figures.CarrierFigures f) {
    return new CarrierFigures()
        .from(f.from().toString())
        .to(f.to().toString())
        .incidents(incidents(f.incidents()))
        .byAgency(list(f.byAgency()))
        .byUpline(list(f.byUpline()))
        .correctiveActions(actions(f.correctiveActions()));
  }

  private static IncidentFigures incidents(app.upline.figures.IncidentFigures f) {
    return new IncidentFigures()
        .total(f.total())
        .byMonth(list(f.byMonth()))
        .byCategory(list(f.byCategory()))
        .bySeverity(list(f.bySeverity()))
        .byState(list(f.byState()))
        .byLeadChannel(list(f.byLeadChannel()))
        .bySubcontractor(list(f.bySubcontractor()))
        .reported(f.timeliness().reported())
        .onTime(f.timeliness().onTime())
        .onTimeRate(f.timeliness().rate())
        .medianDaysToReport(f.medianDaysToReport())
        .medianDaysToDecision(f.medianDaysToDecision());
  }

  private static OpenCorrectiveActions actions(OpenActions f) {
    return new OpenCorrectiveActions()
        .openPlans(f.plans())
        .openItems(f.items())
        .overdueItems(f.overdueItems());
  }

  private static AgencyComparison comparison(Comparison f) {
    return new AgencyComparison()
        .carrierId(f.carrierId())
        .quarter(f.quarter().toString())
        .asOf(f.asOf().atOffset(ZoneOffset.UTC))
        .total(f.total())
        .byMonth(cells(f.byMonth()))
        .byCategory(cells(f.byCategory()))
        .bySeverity(cells(f.bySeverity()))
        .byState(cells(f.byState()))
        .byTimeliness(cells(f.byTimeliness()));
  }

  private static List<Figure> list(List<app.upline.figures.Figure> figures) {
    return figures.stream()
        .map(f -> new Figure().code(f.code()).name(f.name()).count(f.count()))
        .toList();
  }

  private static List<ComparisonCell> cells(List<Comparison.Cell> cells) {
    return cells.stream()
        .map(cell -> new ComparisonCell().code(cell.code()).count(cell.count()))
        .toList();
  }
}
