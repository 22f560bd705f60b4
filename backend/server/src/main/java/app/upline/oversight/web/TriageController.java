package app.upline.oversight.web;

import static app.upline.oversight.web.Times.time;
import static app.upline.oversight.web.Times.timeOrNull;

import app.upline.api.TriageApi;
import app.upline.api.model.CarrierConclusionDto;
import app.upline.api.model.ExportFormatDto;
import app.upline.api.model.OptionalMessageDto;
import app.upline.api.model.OrganizationNameDto;
import app.upline.api.model.ReasonDto;
import app.upline.api.model.SeverityDto;
import app.upline.api.model.SortDirectionDto;
import app.upline.api.model.TriageActionDto;
import app.upline.api.model.TriageAssignmentDto;
import app.upline.api.model.TriageDecisionDto;
import app.upline.api.model.TriageEventDto;
import app.upline.api.model.TriageEventPageDto;
import app.upline.api.model.TriageItemDto;
import app.upline.api.model.TriagePageDto;
import app.upline.api.model.TriageSortDto;
import app.upline.api.model.TriageStateDto;
import app.upline.api.model.ViolationCategoryDto;
import app.upline.identity.CurrentUser;
import app.upline.identity.CurrentUserProvider;
import app.upline.identity.caller.CallersSteps;
import app.upline.incident.model.IncidentCodes;
import app.upline.oversight.Conclusion;
import app.upline.oversight.TriageEvent;
import app.upline.oversight.TriageFilter;
import app.upline.oversight.TriageItem;
import app.upline.oversight.TriageService;
import app.upline.oversight.TriageSort;
import app.upline.oversight.TriageStep;
import app.upline.oversight.workbook.TriageExport;
import app.upline.platform.download.Downloads;
import app.upline.platform.download.TableFormat;
import app.upline.platform.http.ETags;
import app.upline.platform.http.Orders;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.listing.ListOrder;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.share.LongWork;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class TriageController implements TriageApi {

  private final CurrentUserProvider callers;
  private final CallersSteps steps;
  private final TriageService triage;
  private final TriageExport export;
  private final Downloads downloads;

  TriageController(
      CurrentUserProvider callers,
      CallersSteps steps,
      TriageService triage,
      TriageExport export,
      Downloads downloads) {
    this.callers = callers;
    this.steps = steps;
    this.triage = triage;
    this.export = export;
    this.downloads = downloads;
  }

  @Override
  public TriagePageDto listTriageItems(
      @Nullable TriageStateDto state,
      @Nullable UUID assigneeId,
      @Nullable UUID agencyId,
      @Nullable String upline,
      @Nullable SeverityDto severity,
      @Nullable ViolationCategoryDto category,
      @Nullable OffsetDateTime receivedSince,
      @Nullable OffsetDateTime receivedUntil,
      @Nullable TriageSortDto sort,
      @Nullable SortDirectionDto direction,
      @Nullable String cursor,
      @Nullable Integer limit) {
    TriageFilter filter =
        filter(
            state, assigneeId, agencyId, upline, severity, category, receivedSince, receivedUntil);
    ListOrder<TriageSort> order = order(filter, sort, direction);
    Cursors cursors = Cursors.of("triage", filter, order);
    Page<TriageItem> page =
        triage.page(callers.current(), filter, order, cursors.request(cursor, limit, false));
    return new TriagePageDto()
        .items(page.items().stream().map(this::item).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> exportTriageItems(
      @Nullable TriageStateDto state,
      @Nullable UUID assigneeId,
      @Nullable UUID agencyId,
      @Nullable String upline,
      @Nullable SeverityDto severity,
      @Nullable ViolationCategoryDto category,
      @Nullable OffsetDateTime receivedSince,
      @Nullable OffsetDateTime receivedUntil,
      @Nullable TriageSortDto sort,
      @Nullable SortDirectionDto direction,
      @Nullable ExportFormatDto format) {
    CurrentUser user = callers.current();
    TriageFilter filter =
        filter(
            state, assigneeId, agencyId, upline, severity, category, receivedSince, receivedUntil);
    ListOrder<TriageSort> order = order(filter, sort, direction);
    TableFormat wanted = downloads.wanted(format);
    return downloads.table("triage", wanted, out -> export.write(user, filter, order, wanted, out));
  }

  private static TriageFilter filter(
      @Nullable TriageStateDto state,
      @Nullable UUID assigneeId,
      @Nullable UUID agencyId,
      @Nullable String upline,
      @Nullable SeverityDto severity,
      @Nullable ViolationCategoryDto category,
      @Nullable OffsetDateTime since,
      @Nullable OffsetDateTime until) {
    return new TriageFilter(
        OversightCodes.TRIAGE_STATES.toDomainOrNull(state),
        assigneeId,
        agencyId,
        upline,
        IncidentCodes.SEVERITIES.toDomainOrNull(severity),
        IncidentCodes.CATEGORIES.toDomainOrNull(category),
        since == null ? null : since.toInstant(),
        until == null ? null : until.toInstant());
  }

  private static ListOrder<TriageSort> order(
      TriageFilter filter, @Nullable TriageSortDto sort, @Nullable SortDirectionDto direction) {
    return Orders.of(
        sort == null ? filter.usualSort() : OversightCodes.TRIAGE_SORTS.toDomain(sort), direction);
  }

  @Override
  public HttpResponse<TriageItemDto> getTriageItem(UUID incidentId, @Nullable String ifNoneMatch) {
    return answer(
        triage
            .find(callers.current(), incidentId)
            .orElseThrow(() -> ProblemException.notFound("incident")));
  }

  @Override
  public TriageEventPageDto listTriageEvents(
      UUID incidentId, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("triage-history", incidentId);
    Page<TriageEvent> page =
        triage
            .history(callers.current(), incidentId, cursors.request(cursor, limit, false))
            .orElseThrow(() -> ProblemException.notFound("incident"));
    return new TriageEventPageDto()
        .items(page.items().stream().map(TriageController::event).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  @Idempotent
  public HttpResponse<TriageItemDto> assignTriageItem(
      UUID incidentId,
      @Nullable String ifMatch,
      TriageAssignmentDto assignment,
      @Nullable String idempotencyKey) {
    return answer(
        triage.assign(
            callers.current(), incidentId, ETags.expected(ifMatch), assignment.getAssigneeId()));
  }

  @Override
  @Idempotent
  public HttpResponse<TriageItemDto> reviewTriageItem(
      UUID incidentId,
      @Nullable String ifMatch,
      OptionalMessageDto decision,
      @Nullable String idempotencyKey) {
    return answer(
        triage.review(
            callers.current(), incidentId, ETags.expected(ifMatch), decision.getMessage()));
  }

  @Override
  @Idempotent
  public HttpResponse<TriageItemDto> waitForAgency(
      UUID incidentId,
      @Nullable String ifMatch,
      ReasonDto reason,
      @Nullable String idempotencyKey) {
    return answer(
        triage.await(callers.current(), incidentId, ETags.expected(ifMatch), reason.getMessage()));
  }

  @Override
  @Idempotent
  public HttpResponse<TriageItemDto> decideTriageItem(
      UUID incidentId,
      @Nullable String ifMatch,
      TriageDecisionDto decision,
      @Nullable String idempotencyKey) {
    CarrierConclusionDto conclusion = decision.getConclusion();
    return answer(
        triage.decide(
            callers.current(),
            incidentId,
            ETags.expected(ifMatch),
            OversightCodes.CONCLUSIONS.toDomainOrNull(conclusion),
            decision.getReason()));
  }

  @Override
  @Idempotent
  public HttpResponse<TriageItemDto> closeTriageItem(
      UUID incidentId,
      @Nullable String ifMatch,
      OptionalMessageDto decision,
      @Nullable String idempotencyKey) {
    return answer(
        triage.close(
            callers.current(), incidentId, ETags.expected(ifMatch), decision.getMessage()));
  }

  private HttpResponse<TriageItemDto> answer(Outcome<TriageItem> outcome) {
    return answer(outcome.orElseThrow(ProblemException::of));
  }

  private HttpResponse<TriageItemDto> answer(TriageItem item) {
    return HttpResponse.ok(item(item)).header(HttpHeaders.ETAG, ETags.of(item.version()));
  }

  private TriageItemDto item(TriageItem item) {
    TriageItemDto model =
        new TriageItemDto()
            .incidentId(item.incidentId())
            .incidentReference(item.incidentReference())
            .agency(new OrganizationNameDto().id(item.agency().id()).name(item.agency().name()))
            .state(OversightCodes.TRIAGE_STATES.toContract(item.state()))
            .priority(item.priority())
            .receivedAt(time(item.receivedAt()))
            .followedUpAt(timeOrNull(item.followedUpAt()))
            .repeated(item.repeated())
            .potentialHarm(item.potentialHarm())
            .severity(IncidentCodes.SEVERITIES.toContract(item.severity()))
            .primaryCategory(IncidentCodes.CATEGORIES.toContract(item.primaryCategory()))
            .subjectName(item.subjectName())
            .subjectNpn(item.subjectNpn())
            .assigneeId(item.assigneeId())
            .assigneeName(item.assigneeName())
            .possibleActions(
                steps.of(item.possible().stream().map(TriageController::action).toList()));
    Conclusion conclusion = item.conclusion();
    return conclusion == null
        ? model
        : model
            .conclusion(OversightCodes.CONCLUSIONS.toContract(conclusion.code()))
            .conclusionReason(conclusion.reason())
            .decidedBy(conclusion.by())
            .decidedAt(time(conclusion.at()));
  }

  private static TriageEventDto event(TriageEvent event) {
    return new TriageEventDto()
        .action(OversightCodes.TRIAGE_ACTIONS.toContract(event.action()))
        .state(OversightCodes.TRIAGE_STATES.toContract(event.state()))
        .message(event.message())
        .by(event.by())
        .at(time(event.at()));
  }

  private static TriageActionDto action(TriageStep step) {
    return switch (step) {
      case ASSIGN -> TriageActionDto.ASSIGN;
      case REVIEW -> TriageActionDto.REVIEW;
      case WAIT -> TriageActionDto.WAIT;
      case DECIDE -> TriageActionDto.DECIDE;
      case CLOSE -> TriageActionDto.CLOSE;
    };
  }
}
