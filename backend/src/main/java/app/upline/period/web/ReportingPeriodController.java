package app.upline.period.web;

import app.upline.api.ReportingPeriodsApi;
import app.upline.api.model.PeriodStatus;
import app.upline.api.model.ReportingPeriodPage;
import app.upline.identity.Callers;
import app.upline.identity.CurrentUser;
import app.upline.identity.OrganisationKind;
import app.upline.period.Months;
import app.upline.period.PeriodService;
import app.upline.period.ReportingPeriod;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.validation.Fault;
import io.micronaut.http.annotation.Controller;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

@Controller
class ReportingPeriodController implements ReportingPeriodsApi {

  private static final Pattern MONTH = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])");

  private final Callers callers;
  private final PeriodService periods;

  ReportingPeriodController(Callers callers, PeriodService periods) {
    this.callers = callers;
    this.periods = periods;
  }

  @Override
  public ReportingPeriodPage listReportingPeriods(
      @Nullable String from,
      @Nullable String to,
      @Nullable UUID carrierId,
      @Nullable UUID agencyId,
      @Nullable PeriodStatus status,
      @Nullable String cursor,
      @Nullable Integer limit) {
    CurrentUser user = callers.current();
    boolean isAgency = user.kind() == OrganisationKind.AGENCY;
    UUID other = other(user, isAgency ? carrierId : agencyId, isAgency ? agencyId : carrierId);
    PeriodService.Filter filter =
        new PeriodService.Filter(
            months(periods.usual(user), from, to),
            other,
            status == null ? null : app.upline.period.PeriodStatus.valueOf(status.name()));
    Cursors cursors = Cursors.of("reporting-periods", filter);
    var request = cursors.request(cursor, limit, false);
    Page<ReportingPeriod> page =
        isAgency
            ? new Page<>(periods.ofAgency(user, filter), null, null)
            : periods.ofCarrier(user, filter, request);
    return new ReportingPeriodPage()
        .items(page.items().stream().map(PeriodModels::period).toList())
        .nextCursor(cursors.next(page));
  }

  /** The other organisation that is asked for; the caller's own is no filter. */
  private @Nullable UUID other(CurrentUser user, @Nullable UUID other, @Nullable UUID own) {
    boolean isSelf = own == null || own.equals(user.organisationId());
    if (!isSelf || other != null && !periods.knows(user, other)) {
      throw ProblemException.notFound("organisation");
    }
    return other;
  }

  private static Months months(Months usual, @Nullable String from, @Nullable String to) {
    YearMonth first = from == null ? null : month("?from", from);
    YearMonth last = to == null ? null : month("?to", to);
    Months months =
        first == null && last == null
            ? usual
            : new Months(first == null ? last : first, last == null ? first : last);
    if (!months.isValid()) {
      throw refused("?to", "OUT_OF_RANGE", "At most 24 months, the last not before the first.");
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
