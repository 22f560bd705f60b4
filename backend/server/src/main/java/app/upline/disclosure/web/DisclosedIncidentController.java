package app.upline.disclosure.web;

import app.upline.api.DisclosedIncidentsApi;
import app.upline.api.model.DisclosedIncidentDto;
import app.upline.api.model.DisclosedIncidentPageDto;
import app.upline.api.model.DisclosedIncidentSortDto;
import app.upline.api.model.ExportFormatDto;
import app.upline.api.model.IncidentDisclosurePageDto;
import app.upline.api.model.IncidentSourceDto;
import app.upline.api.model.InvestigationOutcomeDto;
import app.upline.api.model.RevealRequestDto;
import app.upline.api.model.SeverityDto;
import app.upline.api.model.SortDirectionDto;
import app.upline.api.model.UsStateDto;
import app.upline.api.model.ViolationCategoryDto;
import app.upline.audit.AuditTrail;
import app.upline.disclosure.DisclosedIncident;
import app.upline.disclosure.DisclosedIncidentFilter;
import app.upline.disclosure.DisclosedIncidentSort;
import app.upline.disclosure.DisclosedIncidents;
import app.upline.disclosure.IncidentHistory;
import app.upline.disclosure.workbook.DisclosedIncidentExport;
import app.upline.identity.CurrentUser;
import app.upline.identity.CurrentUserProvider;
import app.upline.incident.IncidentService;
import app.upline.platform.download.Downloads;
import app.upline.platform.download.TableFormat;
import app.upline.platform.http.ETags;
import app.upline.platform.http.Orders;
import app.upline.platform.listing.ListOrder;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.personal.RevealReason;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.share.LongWork;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class DisclosedIncidentController implements DisclosedIncidentsApi {

  private final CurrentUserProvider callers;
  private final DisclosedIncidents incidents;
  private final IncidentHistory history;
  private final IncidentService register;
  private final DisclosedIncidentExport export;
  private final Downloads downloads;
  private final AuditTrail audit;

  DisclosedIncidentController(
      CurrentUserProvider callers,
      DisclosedIncidents incidents,
      IncidentHistory history,
      IncidentService register,
      DisclosedIncidentExport export,
      Downloads downloads,
      AuditTrail audit) {
    this.callers = callers;
    this.incidents = incidents;
    this.history = history;
    this.register = register;
    this.export = export;
    this.downloads = downloads;
    this.audit = audit;
  }

  @Override
  public DisclosedIncidentPageDto listDisclosedIncidents(
      @Nullable String q,
      @Nullable String period,
      @Nullable UUID agencyId,
      @Nullable String upline,
      @Nullable ViolationCategoryDto category,
      @Nullable SeverityDto severity,
      @Nullable String subjectNpn,
      @Nullable UsStateDto state,
      @Nullable IncidentSourceDto source,
      @Nullable InvestigationOutcomeDto outcome,
      @Nullable Boolean harm,
      @Nullable Boolean repeat,
      @Nullable Boolean late,
      @Nullable LocalDate asOf,
      @Nullable OffsetDateTime receivedSince,
      @Nullable OffsetDateTime receivedUntil,
      @Nullable DisclosedIncidentSortDto sort,
      @Nullable SortDirectionDto direction,
      @Nullable String cursor,
      @Nullable Integer limit,
      @Nullable Boolean includeTotal) {
    Orders.notWithSearch(q, sort, direction);
    DisclosedIncidentFilter filter =
        DisclosedIncidentRequests.filter(
            q,
            period,
            agencyId,
            upline,
            category,
            severity,
            subjectNpn,
            state,
            source,
            outcome,
            harm,
            repeat,
            late,
            asOf,
            receivedSince,
            receivedUntil);
    ListOrder<DisclosedIncidentSort> order =
        DisclosedIncidentRequests.order(filter, sort, direction);
    Cursors cursors = Cursors.of("disclosed-incidents", filter, order);
    Page<DisclosedIncident> page =
        incidents.page(
            callers.current(), filter, order, cursors.request(cursor, limit, includeTotal));
    DisclosedIncidentPageDto answer =
        new DisclosedIncidentPageDto()
            .items(page.items().stream().map(DisclosureModels::disclosed).toList())
            .nextCursor(cursors.next(page));
    return page.total() == null
        ? answer
        : answer.total(page.total().count()).totalIsCapped(page.total().capped());
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> exportDisclosedIncidents(
      @Nullable String q,
      @Nullable String period,
      @Nullable UUID agencyId,
      @Nullable String upline,
      @Nullable ViolationCategoryDto category,
      @Nullable SeverityDto severity,
      @Nullable String subjectNpn,
      @Nullable UsStateDto state,
      @Nullable IncidentSourceDto source,
      @Nullable InvestigationOutcomeDto outcome,
      @Nullable Boolean harm,
      @Nullable Boolean repeat,
      @Nullable Boolean late,
      @Nullable LocalDate asOf,
      @Nullable OffsetDateTime receivedSince,
      @Nullable OffsetDateTime receivedUntil,
      @Nullable DisclosedIncidentSortDto sort,
      @Nullable SortDirectionDto direction,
      @Nullable ExportFormatDto format) {
    Orders.notWithSearch(q, sort, direction);
    DisclosedIncidentFilter filter =
        DisclosedIncidentRequests.filter(
            q,
            period,
            agencyId,
            upline,
            category,
            severity,
            subjectNpn,
            state,
            source,
            outcome,
            harm,
            repeat,
            late,
            asOf,
            receivedSince,
            receivedUntil);
    ListOrder<DisclosedIncidentSort> order =
        DisclosedIncidentRequests.order(filter, sort, direction);
    CurrentUser user = callers.current();
    TableFormat wanted = downloads.wanted(format);
    return downloads.table(
        "disclosed-incidents",
        wanted,
        out -> export.write(user, filter, order, wanted == TableFormat.CSV, out));
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> exportUnredactedDisclosedIncidents(
      RevealRequestDto request,
      @Nullable String q,
      @Nullable String period,
      @Nullable UUID agencyId,
      @Nullable String upline,
      @Nullable ViolationCategoryDto category,
      @Nullable SeverityDto severity,
      @Nullable String subjectNpn,
      @Nullable UsStateDto state,
      @Nullable IncidentSourceDto source,
      @Nullable InvestigationOutcomeDto outcome,
      @Nullable Boolean harm,
      @Nullable Boolean repeat,
      @Nullable Boolean late,
      @Nullable LocalDate asOf,
      @Nullable OffsetDateTime receivedSince,
      @Nullable OffsetDateTime receivedUntil,
      @Nullable DisclosedIncidentSortDto sort,
      @Nullable SortDirectionDto direction,
      @Nullable ExportFormatDto format) {
    Orders.notWithSearch(q, sort, direction);
    DisclosedIncidentFilter filter =
        DisclosedIncidentRequests.filter(
            q,
            period,
            agencyId,
            upline,
            category,
            severity,
            subjectNpn,
            state,
            source,
            outcome,
            harm,
            repeat,
            late,
            asOf,
            receivedSince,
            receivedUntil);
    ListOrder<DisclosedIncidentSort> order =
        DisclosedIncidentRequests.order(filter, sort, direction);
    CurrentUser user = callers.current();
    RevealReason reason = new RevealReason(request.getReason());
    if (!reason.faults().isEmpty()) {
      throw ProblemException.invalid(reason.faults());
    }
    // On record before the first byte leaves.
    audit.read("carrier", user.carrierId(), null);
    audit.because(reason.text());
    TableFormat wanted = downloads.wanted(format);
    return downloads.table(
        "disclosed-incidents-unredacted",
        wanted,
        out -> export.writeUnredacted(user, filter, order, wanted == TableFormat.CSV, out));
  }

  @Override
  public HttpResponse<DisclosedIncidentDto> getDisclosedIncident(
      UUID incidentId, @Nullable LocalDate asOf, @Nullable String ifNoneMatch) {
    return incidents
        .find(callers.current(), incidentId, asOf)
        .map(
            held ->
                HttpResponse.ok(DisclosureModels.disclosed(held))
                    .header(HttpHeaders.ETAG, ETags.of(DisclosureModels.version(held))))
        .orElseThrow(() -> ProblemException.notFound("incident"));
  }

  /** What was taken back is not held any more, but was told: its history is there still. */
  @Override
  public IncidentDisclosurePageDto listDisclosedIncidentHistory(
      UUID incidentId, @Nullable String cursor, @Nullable Integer limit) {
    IncidentDisclosurePageDto page = history(incidentId, cursor, limit);
    if (page.getItems().isEmpty() && cursor == null) {
      throw ProblemException.notFound("incident");
    }
    return page;
  }

  @Override
  public IncidentDisclosurePageDto listIncidentDisclosures(
      UUID incidentId, @Nullable String cursor, @Nullable Integer limit) {
    register
        .find(callers.current(), incidentId)
        .orElseThrow(() -> ProblemException.notFound("incident"));
    return history(incidentId, cursor, limit);
  }

  private IncidentDisclosurePageDto history(
      UUID incidentId, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("told", incidentId);
    Page<IncidentHistory.Entry> page =
        history.page(callers.current(), incidentId, cursors.request(cursor, limit, false));
    return new IncidentDisclosurePageDto()
        .items(page.items().stream().map(DisclosureModels::disclosure).toList())
        .nextCursor(cursors.next(page));
  }
}
