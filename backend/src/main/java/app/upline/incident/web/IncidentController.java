package app.upline.incident.web;

import app.upline.api.IncidentsApi;
import app.upline.api.model.BatchMode;
import app.upline.api.model.FieldDifference;
import app.upline.api.model.Incident;
import app.upline.api.model.IncidentBatchResult;
import app.upline.api.model.IncidentComparison;
import app.upline.api.model.IncidentLinkList;
import app.upline.api.model.IncidentPage;
import app.upline.api.model.IncidentRevision;
import app.upline.api.model.IncidentRevisionPage;
import app.upline.api.model.IncidentSort;
import app.upline.api.model.IncidentSource;
import app.upline.api.model.InvestigationOutcome;
import app.upline.api.model.Severity;
import app.upline.api.model.UsState;
import app.upline.api.model.ViolationCategory;
import app.upline.identity.Callers;
import app.upline.incident.DatedIncident;
import app.upline.incident.IncidentBatch;
import app.upline.incident.IncidentOutcome;
import app.upline.incident.IncidentService;
import app.upline.incident.SavedIncident;
import app.upline.incident.model.IncidentModel;
import app.upline.platform.fields.Difference;
import app.upline.platform.http.ChecksBody;
import app.upline.platform.http.ETags;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.share.LongWork;
import app.upline.platform.validation.Fault;
import app.upline.record.Revision;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.json.tree.JsonNode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

@Controller
class IncidentController implements IncidentsApi {

  private final Callers callers;
  private final IncidentService incidents;
  private final IncidentBatch batch;

  IncidentController(Callers callers, IncidentService incidents, IncidentBatch batch) {
    this.callers = callers;
    this.incidents = incidents;
    this.batch = batch;
  }

  @Override
  public IncidentPage listIncidents(
      @Nullable String q,
      @Nullable String period,
      @Nullable UUID carrierId,
      @Nullable ViolationCategory category,
      @Nullable Severity severity,
      @Nullable String subjectNpn,
      @Nullable UsState state,
      @Nullable IncidentSource source,
      @Nullable InvestigationOutcome outcome,
      @Nullable Boolean harm,
      @Nullable Boolean repeat,
      @Nullable Boolean late,
      @Nullable Boolean undisclosed,
      @Nullable OffsetDateTime changedSince,
      @Nullable IncidentSort sort,
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
            changedSince,
            sort);
    Cursors cursors = Cursors.of("incidents", filters);
    Page<DatedIncident> page =
        incidents.list(
            callers.current(),
            filters.filter(),
            filters.sort(),
            cursors.request(cursor, limit, includeTotal));
    IncidentPage answer =
        new IncidentPage()
            .items(page.items().stream().map(IncidentModels::incident).toList())
            .nextCursor(cursors.next(page));
    return page.total() == null
        ? answer
        : answer.total(page.total().count()).totalIsCapped(page.total().capped());
  }

  @Override
  @Idempotent
  public HttpResponse<Incident> createIncident(JsonNode body, @Nullable String idempotencyKey) {
    SavedIncident created = saved(incidents.create(callers.current(), body));
    return answer(created)
        .status(HttpStatus.CREATED)
        .header(HttpHeaders.LOCATION, "/v1/incidents/" + created.incident().incident().id());
  }

  @Override
  public HttpResponse<Incident> getIncident(UUID incidentId, @Nullable String ifNoneMatch) {
    DatedIncident incident =
        incidents
            .find(callers.current(), incidentId)
            .orElseThrow(() -> ProblemException.notFound("incident"));
    return tagged(IncidentModels.incident(incident), incident);
  }

  @Override
  public HttpResponse<Incident> changeIncident(
      UUID incidentId, JsonNode patch, @Nullable String ifMatch) {
    return answer(saved(incidents.change(callers.current(), incidentId, seen(ifMatch), patch)));
  }

  @Override
  @Idempotent
  public HttpResponse<Incident> addDisciplinaryAction(
      UUID incidentId, JsonNode body, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    return answer(saved(incidents.addAction(callers.current(), incidentId, seen(ifMatch), body)))
        .status(HttpStatus.CREATED);
  }

  @Override
  public HttpResponse<Incident> changeDisciplinaryAction(
      UUID incidentId, UUID actionId, JsonNode patch, @Nullable String ifMatch) {
    return answer(
        saved(
            incidents.changeAction(callers.current(), incidentId, actionId, seen(ifMatch), patch)));
  }

  @Override
  public IncidentLinkList listPossibleDuplicates(UUID incidentId) {
    return incidents
        .possibleDuplicates(callers.current(), incidentId)
        .map(same -> new IncidentLinkList().items(same.stream().map(IncidentModel::link).toList()))
        .orElseThrow(() -> ProblemException.notFound("incident"));
  }

  @Override
  public IncidentRevisionPage listIncidentRevisions(
      UUID incidentId, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("incident-revisions", incidentId);
    Page<Revision<app.upline.incident.Incident>> page =
        incidents
            .revisions(callers.current(), incidentId, cursors.request(cursor, limit, false))
            .orElseThrow(() -> ProblemException.notFound("incident"));
    return new IncidentRevisionPage()
        .items(page.items().stream().map(IncidentModels::revision).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  public IncidentRevision getIncidentRevision(UUID incidentId, Integer revision) {
    return incidents
        .revision(callers.current(), incidentId, revision)
        .map(IncidentModels::revision)
        .orElseThrow(() -> ProblemException.notFound("revision"));
  }

  @Override
  public IncidentComparison compareIncidentRevisions(UUID incidentId, Integer from, Integer to) {
    return incidents
        .differences(callers.current(), incidentId, from, to)
        .map(
            differences ->
                new IncidentComparison()
                    .from(from)
                    .to(to)
                    .differences(differences.stream().map(IncidentController::difference).toList()))
        .orElseThrow(() -> ProblemException.notFound("revision"));
  }

  @Override
  @ChecksBody
  @LongWork
  @Idempotent
  public IncidentBatchResult applyIncidentBatch(JsonNode body, @Nullable String idempotencyKey) {
    BatchRequest request = BatchRequest.of(body);
    IncidentBatch.Result result =
        batch.apply(callers.current(), request.incidents(), request.mode() == BatchMode.COMMIT);
    if (!result.faults().isEmpty()) {
      throw refused(result.faults(), result.misshapen());
    }
    return IncidentModels.batch(result, request.mode());
  }

  private static FieldDifference difference(Difference difference) {
    return new FieldDifference()
        .pointer(difference.pointer())
        .label(difference.label())
        .before(difference.before())
        .after(difference.after());
  }

  private static IntConsumer seen(@Nullable String ifMatch) {
    return version -> ETags.requireMatch(ifMatch, ETags.of(version));
  }

  private static MutableHttpResponse<Incident> answer(SavedIncident saved) {
    return tagged(IncidentModels.saved(saved), saved.incident());
  }

  private static MutableHttpResponse<Incident> tagged(Incident model, DatedIncident incident) {
    return HttpResponse.ok(model).header(HttpHeaders.ETAG, ETags.of(incident.standing().version()));
  }

  private static SavedIncident saved(IncidentOutcome outcome) {
    return switch (outcome) {
      case IncidentOutcome.Saved(SavedIncident incident) -> incident;
      case IncidentOutcome.Refused(List<Fault> faults, boolean misshapen) ->
          throw refused(faults, misshapen);
      case IncidentOutcome.NotFound(String what) -> throw ProblemException.notFound(what);
    };
  }

  private static ProblemException refused(List<Fault> faults, boolean misshapen) {
    return misshapen ? ProblemException.malformed(faults) : ProblemException.invalid(faults);
  }
}
