package app.upline.incident.web;

import app.upline.api.IncidentsApi;
import app.upline.api.model.BatchResultDto;
import app.upline.api.model.FieldDifferenceDto;
import app.upline.api.model.IncidentComparisonDto;
import app.upline.api.model.IncidentDto;
import app.upline.api.model.IncidentLinkListDto;
import app.upline.api.model.IncidentPageDto;
import app.upline.api.model.IncidentRevisionDto;
import app.upline.api.model.IncidentRevisionPageDto;
import app.upline.api.model.IncidentSortDto;
import app.upline.api.model.IncidentSourceDto;
import app.upline.api.model.InvestigationOutcomeDto;
import app.upline.api.model.SeverityDto;
import app.upline.api.model.SortDirectionDto;
import app.upline.api.model.UsStateDto;
import app.upline.api.model.ViolationCategoryDto;
import app.upline.api.model.VoidingDto;
import app.upline.identity.CurrentUserProvider;
import app.upline.incident.Incident;
import app.upline.incident.IncidentBatch;
import app.upline.incident.IncidentService;
import app.upline.incident.IncidentView;
import app.upline.incident.IncidentVoiding;
import app.upline.incident.SavedIncident;
import app.upline.incident.model.IncidentModel;
import app.upline.platform.fields.Difference;
import app.upline.platform.http.ChecksBody;
import app.upline.platform.http.ETags;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.share.LongWork;
import app.upline.record.Revision;
import app.upline.record.web.BatchModels;
import app.upline.record.web.BatchRequest;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.json.tree.JsonNode;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class IncidentController implements IncidentsApi {

  private final CurrentUserProvider callers;
  private final IncidentService incidents;
  private final IncidentVoiding voiding;
  private final IncidentBatch batch;

  IncidentController(
      CurrentUserProvider callers,
      IncidentService incidents,
      IncidentVoiding voiding,
      IncidentBatch batch) {
    this.callers = callers;
    this.incidents = incidents;
    this.voiding = voiding;
    this.batch = batch;
  }

  @Override
  public IncidentPageDto listIncidents(
      @Nullable String q,
      @Nullable String period,
      @Nullable UUID carrierId,
      @Nullable ViolationCategoryDto category,
      @Nullable SeverityDto severity,
      @Nullable String subjectNpn,
      @Nullable UsStateDto state,
      @Nullable IncidentSourceDto source,
      @Nullable InvestigationOutcomeDto outcome,
      @Nullable Boolean harm,
      @Nullable Boolean repeat,
      @Nullable Boolean late,
      @Nullable Boolean undisclosed,
      @Nullable Boolean voided,
      @Nullable OffsetDateTime changedSince,
      @Nullable IncidentSortDto sort,
      @Nullable SortDirectionDto direction,
      @Nullable String cursor,
      @Nullable Integer limit,
      @Nullable Boolean includeTotal) {
    IncidentFilters filters =
        IncidentFilters.of(
            q,
            period,
            carrierId,
            category,
            severity,
            subjectNpn,
            state,
            source,
            outcome,
            harm,
            repeat,
            late,
            undisclosed,
            voided,
            changedSince,
            sort,
            direction);
    Cursors cursors = Cursors.of("incidents", filters);
    Page<IncidentView> page =
        incidents.list(
            callers.current(),
            filters.filter(),
            filters.order(),
            cursors.request(cursor, limit, includeTotal));
    IncidentPageDto answer =
        new IncidentPageDto()
            .items(page.items().stream().map(IncidentModels::incident).toList())
            .nextCursor(cursors.next(page));
    return page.total() == null
        ? answer
        : answer.total(page.total().count()).totalIsCapped(page.total().capped());
  }

  @Override
  @Idempotent
  public HttpResponse<IncidentDto> createIncident(JsonNode body, @Nullable String idempotencyKey) {
    SavedIncident created =
        incidents.create(callers.current(), body).orElseThrow(ProblemException::of);
    return answer(created)
        .status(HttpStatus.CREATED)
        .header(HttpHeaders.LOCATION, "/v1/incidents/" + created.incident().incident().id());
  }

  @Override
  public HttpResponse<IncidentDto> getIncident(UUID incidentId, @Nullable String ifNoneMatch) {
    IncidentView incident =
        incidents
            .find(callers.current(), incidentId)
            .orElseThrow(() -> ProblemException.notFound("incident"));
    return tagged(IncidentModels.incident(incident), incident);
  }

  @Override
  public HttpResponse<IncidentDto> changeIncident(
      UUID incidentId, @Nullable String ifMatch, JsonNode patch) {
    return answer(incidents.change(callers.current(), incidentId, ETags.expected(ifMatch), patch));
  }

  @Override
  @Idempotent
  public HttpResponse<IncidentDto> voidIncident(
      UUID incidentId,
      @Nullable String ifMatch,
      VoidingDto request,
      @Nullable String idempotencyKey) {
    return answer(
        voiding.voidIncident(
            callers.current(), incidentId, ETags.expected(ifMatch), request.getReason()));
  }

  @Override
  @Idempotent
  public HttpResponse<IncidentDto> restoreIncident(
      UUID incidentId, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    return answer(voiding.restore(callers.current(), incidentId, ETags.expected(ifMatch)));
  }

  @Override
  @Idempotent
  public HttpResponse<IncidentDto> addDisciplinaryAction(
      UUID incidentId, @Nullable String ifMatch, JsonNode body, @Nullable String idempotencyKey) {
    return answer(incidents.addAction(callers.current(), incidentId, ETags.expected(ifMatch), body))
        .status(HttpStatus.CREATED);
  }

  @Override
  public HttpResponse<IncidentDto> changeDisciplinaryAction(
      UUID incidentId, UUID actionId, @Nullable String ifMatch, JsonNode patch) {
    return answer(
        incidents.changeAction(
            callers.current(), incidentId, actionId, ETags.expected(ifMatch), patch));
  }

  @Override
  public IncidentLinkListDto listPossibleDuplicates(UUID incidentId) {
    return incidents
        .possibleDuplicates(callers.current(), incidentId)
        .map(
            same ->
                new IncidentLinkListDto().items(same.stream().map(IncidentModel::link).toList()))
        .orElseThrow(() -> ProblemException.notFound("incident"));
  }

  @Override
  public IncidentRevisionPageDto listIncidentRevisions(
      UUID incidentId, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("incident-revisions", incidentId);
    Page<Revision<Incident>> page =
        incidents
            .revisions(callers.current(), incidentId, cursors.request(cursor, limit, false))
            .orElseThrow(() -> ProblemException.notFound("incident"));
    return new IncidentRevisionPageDto()
        .items(page.items().stream().map(IncidentModels::revision).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  public IncidentRevisionDto getIncidentRevision(UUID incidentId, Integer revision) {
    return incidents
        .revision(callers.current(), incidentId, revision)
        .map(IncidentModels::revision)
        .orElseThrow(() -> ProblemException.notFound("revision"));
  }

  @Override
  public IncidentComparisonDto compareIncidentRevisions(UUID incidentId, Integer from, Integer to) {
    return incidents
        .differences(callers.current(), incidentId, from, to)
        .map(
            differences ->
                new IncidentComparisonDto()
                    .from(from)
                    .to(to)
                    .differences(differences.stream().map(IncidentController::difference).toList()))
        .orElseThrow(() -> ProblemException.notFound("revision"));
  }

  @Override
  @ChecksBody
  @LongWork
  @Idempotent
  public BatchResultDto applyIncidentBatch(JsonNode body, @Nullable String idempotencyKey) {
    BatchRequest request = BatchRequest.of(body, IncidentBatch.MEMBER);
    return BatchModels.of(
        batch
            .apply(callers.current(), request.rows(), request.commits())
            .orElseThrow(ProblemException::of),
        request);
  }

  private static FieldDifferenceDto difference(Difference difference) {
    return new FieldDifferenceDto()
        .pointer(difference.pointer())
        .label(difference.label())
        .before(difference.before())
        .after(difference.after());
  }

  private static MutableHttpResponse<IncidentDto> answer(Outcome<SavedIncident> outcome) {
    return answer(outcome.orElseThrow(ProblemException::of));
  }

  private static MutableHttpResponse<IncidentDto> answer(SavedIncident saved) {
    return tagged(IncidentModels.saved(saved), saved.incident());
  }

  private static MutableHttpResponse<IncidentDto> tagged(IncidentDto model, IncidentView incident) {
    return HttpResponse.ok(model).header(HttpHeaders.ETAG, ETags.of(incident.standing().version()));
  }
}
