package app.upline.figures.web;

import app.upline.api.FiguresApi;
import app.upline.api.model.AgencyFiguresDto;
import app.upline.api.model.CarrierFiguresDto;
import app.upline.figures.FiguresService;
import app.upline.identity.CurrentUserProvider;
import app.upline.platform.http.Months;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.share.LongWork;
import io.micronaut.http.annotation.Controller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class FiguresController implements FiguresApi {

  private final CurrentUserProvider callers;
  private final FiguresService figures;

  FiguresController(CurrentUserProvider callers, FiguresService figures) {
    this.callers = callers;
    this.figures = figures;
  }

  @Override
  @LongWork
  public AgencyFiguresDto getAgencyFigures(
      @Nullable UUID carrierId, @Nullable String from, @Nullable String to) {
    return FigureModels.agency(
        figures
            .ofAgency(
                callers.current(),
                carrierId,
                Months.ofQuery("fromPeriod", from),
                Months.ofQuery("toPeriod", to))
            .orElseThrow(ProblemException::of));
  }

  @Override
  @LongWork
  public CarrierFiguresDto getCarrierFigures(@Nullable String from, @Nullable String to) {
    return FigureModels.carrier(
        figures
            .ofCarrier(
                callers.current(),
                Months.ofQuery("fromPeriod", from),
                Months.ofQuery("toPeriod", to))
            .orElseThrow(ProblemException::of));
  }
}
