package app.upline.oversight.web;

import static app.upline.oversight.web.Answers.seen;
import static app.upline.oversight.web.Answers.time;
import static app.upline.oversight.web.Answers.timeOrNull;

import app.upline.api.TriageApi;
import app.upline.api.model.CarrierConclusion;
import app.upline.api.model.Decision;
import app.upline.api.model.OrganisationName;
import app.upline.api.model.Reason;
import app.upline.api.model.TriageAction;
import app.upline.api.model.TriageAssignment;
import app.upline.api.model.TriageDecision;
import app.upline.api.model.TriageEvent;
import app.upline.api.model.TriageEventPage;
import app.upline.api.model.TriageItem;
import app.upline.api.model.TriagePage;
import app.upline.api.model.TriageState;
import app.upline.identity.Callers;
import app.upline.oversight.Conclusion;
import app.upline.oversight.Outcome;
import app.upline.oversight.TriageFilter;
import app.upline.oversight.TriageService;
import app.upline.platform.http.ETags;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class TriageController implements TriageApi {

  private final Callers callers;
  private final TriageService triage;

  TriageController(Callers callers, TriageService triage) {
    this.callers = callers;
    this.triage = triage;
  }

  @Override
  public TriagePage listTriage(
      @Nullable TriageState state,
      @Nullable UUID assigneeId,
      @Nullable UUID agencyId,
      @Nullable String cursor,
      @Nullable Integer limit) {
    TriageFilter filter =
        new TriageFilter(
            state == null ? null : app.upline.oversight.TriageState.valueOf(state.name()),
            assigneeId,
            agencyId);
    Cursors cursors = Cursors.of("triage", filter);
    Page<app.upline.oversight.TriageItem> page =
        triage.page(callers.current(), filter, cursors.request(cursor, limit, false));
    return new TriagePage()
        .items(page.items().stream().map(TriageController::item).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  public HttpResponse<TriageItem> getTriageItem(UUID incidentId, @Nullable String ifNoneMatch) {
    return answer(
        triage
            .find(callers.current(), incidentId)
            .orElseThrow(() -> ProblemException.notFound("incident")));
  }

  @Override
  public TriageEventPage listTriageHistory(
      UUID incidentId, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("triage-history", incidentId);
    Page<app.upline.oversight.TriageEvent> page =
        triage
            .history(callers.current(), incidentId, cursors.request(cursor, limit, false))
            .orElseThrow(() -> ProblemException.notFound("incident"));
    return new TriageEventPage()
        .items(page.items().stream().map(TriageController::event).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  @Idempotent
  public HttpResponse<TriageItem> assignTriageItem(
      UUID incidentId,
      TriageAssignment assignment,
      @Nullable String ifMatch,
      @Nullable String idempotencyKey) {
    return answer(
        triage.assign(callers.current(), incidentId, seen(ifMatch), assignment.getAssigneeId()));
  }

  @Override
  @Idempotent
  public HttpResponse<TriageItem> reviewTriageItem(
      UUID incidentId,
      Decision decision,
      @Nullable String ifMatch,
      @Nullable String idempotencyKey) {
    return answer(
        triage.review(callers.current(), incidentId, seen(ifMatch), decision.getMessage()));
  }

  @Override
  @Idempotent
  public HttpResponse<TriageItem> waitForAgency(
      UUID incidentId, Reason reason, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    return answer(triage.await(callers.current(), incidentId, seen(ifMatch), reason.getMessage()));
  }

  @Override
  @Idempotent
  public HttpResponse<TriageItem> decideTriageItem(
      UUID incidentId,
      TriageDecision decision,
      @Nullable String ifMatch,
      @Nullable String idempotencyKey) {
    CarrierConclusion conclusion = decision.getConclusion();
    return answer(
        triage.decide(
            callers.current(),
            incidentId,
            seen(ifMatch),
            conclusion == null ? null : Conclusion.Code.valueOf(conclusion.name()),
            decision.getReason()));
  }

  @Override
  @Idempotent
  public HttpResponse<TriageItem> closeTriageItem(
      UUID incidentId,
      Decision decision,
      @Nullable String ifMatch,
      @Nullable String idempotencyKey) {
    return answer(
        triage.close(callers.current(), incidentId, seen(ifMatch), decision.getMessage()));
  }

  private static HttpResponse<TriageItem> answer(Outcome<app.upline.oversight.TriageItem> outcome) {
    return answer(Answers.of(outcome, "incident"));
  }

  private static HttpResponse<TriageItem> answer(app.upline.oversight.TriageItem item) {
    return HttpResponse.ok(item(item)).header(HttpHeaders.ETAG, ETags.of(item.version()));
  }

  private static TriageItem item(app.upline.oversight.TriageItem item) {
    TriageItem model =
        new TriageItem()
            .incidentId(item.incidentId())
            .incidentReference(item.incidentReference())
            .agency(new OrganisationName().id(item.agency().id()).name(item.agency().name()))
            .state(TriageState.valueOf(item.state().name()))
            .priority(item.priority())
            .receivedAt(time(item.receivedAt()))
            .followedUpAt(timeOrNull(item.followedUpAt()))
            .repeated(item.repeated())
            .potentialHarm(item.potentialHarm())
            .severity(item.severity())
            .primaryCategory(item.primaryCategory())
            .subjectName(item.subjectName())
            .subjectNpn(item.subjectNpn())
            .assigneeId(item.assigneeId())
            .assigneeName(item.assigneeName())
            .possibleActions(
                item.possible().stream().map(step -> TriageAction.valueOf(step.name())).toList());
    Conclusion conclusion = item.conclusion();
    return conclusion == null
        ? model
        : model
            .conclusion(CarrierConclusion.valueOf(conclusion.code().name()))
            .conclusionReason(conclusion.reason())
            .decidedBy(conclusion.by())
            .decidedAt(time(conclusion.at()));
  }

  private static TriageEvent event(app.upline.oversight.TriageEvent event) {
    return new TriageEvent()
        .action(TriageAction.valueOf(event.action()))
        .state(event.state())
        .message(event.message())
        .by(event.by())
        .at(time(event.at()));
  }
}
