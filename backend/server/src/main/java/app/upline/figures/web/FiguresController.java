package app.upline.figures.web;

import app.upline.api.FiguresApi;
import app.upline.api.model.AgencyFiguresDto;
import app.upline.api.model.CarrierFiguresDto;
import app.upline.api.model.ExportFormatDto;
import app.upline.figures.AgencyFigures;
import app.upline.figures.CarrierFigures;
import app.upline.figures.FiguresService;
import app.upline.figures.workbook.FiguresExport;
import app.upline.identity.CurrentUserProvider;
import app.upline.platform.download.Downloads;
import app.upline.platform.download.TableFormat;
import app.upline.platform.http.Months;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.share.LongWork;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class FiguresController implements FiguresApi {

  private final CurrentUserProvider callers;
  private final FiguresService figures;
  private final Downloads downloads;

  FiguresController(CurrentUserProvider callers, FiguresService figures, Downloads downloads) {
    this.callers = callers;
    this.figures = figures;
    this.downloads = downloads;
  }

  @Override
  @LongWork
  public AgencyFiguresDto getAgencyFigures(
      @Nullable UUID carrierId, @Nullable String from, @Nullable String to) {
    return FigureModels.agency(ofAgency(carrierId, from, to));
  }

  @Override
  @LongWork
  public CarrierFiguresDto getCarrierFigures(@Nullable String from, @Nullable String to) {
    return FigureModels.carrier(ofCarrier(from, to));
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> exportAgencyFigures(
      @Nullable UUID carrierId,
      @Nullable String from,
      @Nullable String to,
      @Nullable ExportFormatDto format) {
    AgencyFigures counted = ofAgency(carrierId, from, to);
    TableFormat wanted = downloads.wanted(format);
    return downloads.table("figures", wanted, out -> FiguresExport.write(counted, wanted, out));
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> exportCarrierFigures(
      @Nullable String from, @Nullable String to, @Nullable ExportFormatDto format) {
    CarrierFigures counted = ofCarrier(from, to);
    TableFormat wanted = downloads.wanted(format);
    return downloads.table("figures", wanted, out -> FiguresExport.write(counted, wanted, out));
  }

  private AgencyFigures ofAgency(
      @Nullable UUID carrierId, @Nullable String from, @Nullable String to) {
    return figures
        .ofAgency(
            callers.current(),
            carrierId,
            Months.ofQuery("fromPeriod", from),
            Months.ofQuery("toPeriod", to))
        .orElseThrow(ProblemException::of);
  }

  private CarrierFigures ofCarrier(@Nullable String from, @Nullable String to) {
    return figures
        .ofCarrier(
            callers.current(), Months.ofQuery("fromPeriod", from), Months.ofQuery("toPeriod", to))
        .orElseThrow(ProblemException::of);
  }
}
