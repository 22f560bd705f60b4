package app.upline.figures.web;

import app.upline.api.model.AgencyComparisonDto;
import app.upline.api.model.AgencyFiguresDto;
import app.upline.api.model.CarrierFiguresDto;
import app.upline.api.model.ComparisonCellDto;
import app.upline.api.model.FigureDto;
import app.upline.api.model.IncidentFiguresDto;
import app.upline.api.model.OpenCorrectiveActionsDto;
import app.upline.figures.AgencyFigures;
import app.upline.figures.CarrierFigures;
import app.upline.figures.Comparison;
import app.upline.figures.Figure;
import app.upline.figures.IncidentFigures;
import app.upline.oversight.OpenActions;
import java.time.ZoneOffset;
import java.util.List;

/** Figures as the contract writes them. */
final class FigureModels {

  private FigureModels() {}

  static AgencyFiguresDto agency(AgencyFigures f) {
    AgencyFiguresDto model =
        new AgencyFiguresDto()
            .from(f.from().toString())
            .to(f.to().toString())
            .incidents(incidents(f.incidents()))
            .correctiveActions(actions(f.correctiveActions()));
    Comparison comparison = f.comparison();
    return comparison == null ? model : model.comparison(comparison(comparison));
  }

  static CarrierFiguresDto carrier(CarrierFigures f) {
    return new CarrierFiguresDto()
        .from(f.from().toString())
        .to(f.to().toString())
        .incidents(incidents(f.incidents()))
        .byAgency(list(f.byAgency()))
        .byUpline(list(f.byUpline()))
        .correctiveActions(actions(f.correctiveActions()));
  }

  private static IncidentFiguresDto incidents(IncidentFigures f) {
    return new IncidentFiguresDto()
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

  private static OpenCorrectiveActionsDto actions(OpenActions f) {
    return new OpenCorrectiveActionsDto()
        .openPlans(f.plans())
        .openItems(f.items())
        .overdueItems(f.overdueItems());
  }

  private static AgencyComparisonDto comparison(Comparison f) {
    return new AgencyComparisonDto()
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

  private static List<FigureDto> list(List<Figure> figures) {
    return figures.stream()
        .map(f -> new FigureDto().code(f.code()).name(f.name()).count(f.count()))
        .toList();
  }

  private static List<ComparisonCellDto> cells(List<Comparison.Cell> cells) {
    return cells.stream()
        .map(cell -> new ComparisonCellDto().code(cell.code()).count(cell.count()))
        .toList();
  }
}
