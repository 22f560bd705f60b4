package app.upline.figures.web;

import app.upline.api.FiguresApi;
import app.upline.api.model.AgencyFigures;
import app.upline.api.model.CarrierFigures;
import app.upline.figures.Answer;
import app.upline.figures.FiguresService;
import app.upline.identity.Callers;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.share.LongWork;
import app.upline.platform.validation.Fault;
import io.micronaut.http.annotation.Controller;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class FiguresController implements FiguresApi {

  private final Callers callers;
  private final FiguresService figures;

  FiguresController(Callers callers, FiguresService figures) {
    this.callers = callers;
    this.figures = figures;
  }

  @Override
  @LongWork
  public AgencyFigures getAgencyFigures(
      @Nullable UUID carrierId, @Nullable String from, @Nullable String to) {
    return FigureModels.agency(
        given(
            figures.ofAgency(callers.current(), carrierId, month("from", from), month("to", to))));
  }

  @Override
  @LongWork
  public CarrierFigures getCarrierFigures(@Nullable String from, @Nullable String to) {
    return FigureModels.carrier(
        given(figures.ofCarrier(callers.current(), month("from", from), month("to", to))));
  }

  private static <T> T given(Answer<T> answer) {
    return switch (answer) {
      case Answer.Given<T>(T value) -> value;
      case Answer.NoSuchCarrier<T>() -> throw ProblemException.notFound("carrier");
      case Answer.Refused<T>(List<Fault> faults) -> throw ProblemException.malformed(faults);
    };
  }

  private static @Nullable YearMonth month(String name, @Nullable String text) {
    try {
      return text == null ? null : YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw ProblemException.malformed(
          List.of(
              new Fault(
                  "?" + name, "INVALID_PERIOD", "Write the month as YYYY-MM, such as 2026-10.")));
    }
  }
}
