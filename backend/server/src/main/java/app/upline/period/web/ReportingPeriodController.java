package app.upline.period.web;

import app.upline.api.ReportingPeriodsApi;
import app.upline.api.model.ExportFormatDto;
import app.upline.api.model.PeriodStatusDto;
import app.upline.api.model.ReportingPeriodPageDto;
import app.upline.api.model.SortDirectionDto;
import app.upline.identity.CurrentUser;
import app.upline.identity.CurrentUserProvider;
import app.upline.identity.OrganizationKind;
import app.upline.period.MonthRange;
import app.upline.period.PeriodService;
import app.upline.period.ReportingPeriod;
import app.upline.period.workbook.PeriodExport;
import app.upline.platform.download.Downloads;
import app.upline.platform.download.TableFormat;
import app.upline.platform.http.Orders;
import app.upline.platform.listing.Direction;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.share.LongWork;
import app.upline.platform.validation.Fault;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

@Controller
class ReportingPeriodController implements ReportingPeriodsApi {

  private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");

  private final CurrentUserProvider callers;
  private final OtherParty others;
  private final PeriodService periods;
  private final PeriodExport export;
  private final Downloads downloads;

  ReportingPeriodController(
      CurrentUserProvider callers,
      OtherParty others,
      PeriodService periods,
      PeriodExport export,
      Downloads downloads) {
    this.callers = callers;
    this.others = others;
    this.periods = periods;
    this.export = export;
    this.downloads = downloads;
  }

  @Override
  public ReportingPeriodPageDto listReportingPeriods(
      @Nullable String from,
      @Nullable String to,
      @Nullable UUID carrierId,
      @Nullable UUID agencyId,
      @Nullable String upline,
      @Nullable PeriodStatusDto status,
      @Nullable SortDirectionDto direction,
      @Nullable String cursor,
      @Nullable Integer limit) {
    CurrentUser user = callers.current();
    PeriodService.Filter filter =
        filter(user, from, to, carrierId, agencyId, upline, status, direction);
    Cursors cursors = Cursors.of("reporting-periods", filter);
    var request = cursors.request(cursor, limit, false);
    Page<ReportingPeriod> page =
        user.kind() == OrganizationKind.AGENCY
            ? new Page<>(periods.ofAgency(user, filter), null, null)
            : periods.ofCarrier(user, filter, request);
    return new ReportingPeriodPageDto()
        .items(page.items().stream().map(PeriodModels::period).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> exportReportingPeriods(
      @Nullable String from,
      @Nullable String to,
      @Nullable UUID carrierId,
      @Nullable UUID agencyId,
      @Nullable String upline,
      @Nullable PeriodStatusDto status,
      @Nullable SortDirectionDto direction,
      @Nullable ExportFormatDto format) {
    CurrentUser user = callers.current();
    PeriodService.Filter filter =
        filter(user, from, to, carrierId, agencyId, upline, status, direction);
    TableFormat wanted = downloads.wanted(format);
    return downloads.table(
        "reporting-periods", wanted, out -> export.write(user, filter, wanted, out));
  }

  private PeriodService.Filter filter(
      CurrentUser user,
      @Nullable String from,
      @Nullable String to,
      @Nullable UUID carrierId,
      @Nullable UUID agencyId,
      @Nullable String upline,
      @Nullable PeriodStatusDto status,
      @Nullable SortDirectionDto direction) {
    UUID other = others.asked(user, carrierId, agencyId);
    return new PeriodService.Filter(
        months(periods.usual(user), from, to),
        other,
        upline,
        PeriodCodes.STATUSES.toDomainOrNull(status),
        Orders.of(Direction.DESCENDING, direction));
  }

  private static MonthRange months(MonthRange usual, @Nullable String from, @Nullable String to) {
    YearMonth first = from == null ? null : month("?fromPeriod", from);
    YearMonth last = to == null ? null : month("?toPeriod", to);
    MonthRange months =
        first == null && last == null
            ? usual
            : new MonthRange(first == null ? last : first, last == null ? first : last);
    if (!months.isValid()) {
      throw refused(
          "?toPeriod", "OUT_OF_RANGE", "At most 24 months, the last not before the first.");
    }
    return months;
  }

  private static YearMonth month(String pointer, String text) {
    if (!MONTH.matcher(text).matches()) {
      throw refused(pointer, "INVALID_PERIOD", "A month is written as 2026-10.");
    }
    return YearMonth.parse(text);
  }

  private static ProblemException refused(String pointer, String code, String message) {
    return ProblemException.malformed(List.of(new Fault(pointer, code, message)));
  }
}
