package app.upline.oversight.web;

import static app.upline.oversight.web.Answers.seen;
import static app.upline.oversight.web.Answers.time;

import app.upline.api.CorrectiveActionPlansApi;
import app.upline.api.model.AttachmentKind;
import app.upline.api.model.CorrectiveActionPlan;
import app.upline.api.model.CorrectiveActionPlanDraft;
import app.upline.api.model.CorrectiveActionPlanPage;
import app.upline.api.model.Decision;
import app.upline.api.model.PlanAction;
import app.upline.api.model.PlanEvent;
import app.upline.api.model.PlanEventPage;
import app.upline.api.model.PlanEvidenceDraft;
import app.upline.api.model.PlanState;
import app.upline.api.model.Reason;
import app.upline.identity.Callers;
import app.upline.incident.AttachedFiles;
import app.upline.incident.AttachmentDraft;
import app.upline.oversight.Outcome;
import app.upline.oversight.Plan;
import app.upline.oversight.PlanDraft;
import app.upline.oversight.PlanFiles;
import app.upline.oversight.PlanFilter;
import app.upline.oversight.PlanService;
import app.upline.platform.download.Downloads;
import app.upline.platform.files.OpenFile;
import app.upline.platform.http.ETags;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.share.LongWork;
import app.upline.platform.upload.UploadedFiles;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class PlanController implements CorrectiveActionPlansApi {

  private final Callers callers;
  private final PlanService plans;
  private final PlanFiles files;
  private final AttachedFiles attached;
  private final UploadedFiles uploads;
  private final Downloads downloads;

  PlanController(
      Callers callers,
      PlanService plans,
      PlanFiles files,
      AttachedFiles attached,
      UploadedFiles uploads,
      Downloads downloads) {
    this.callers = callers;
    this.plans = plans;
    this.files = files;
    this.attached = attached;
    this.uploads = uploads;
    this.downloads = downloads;
  }

  @Override
  public CorrectiveActionPlanPage listCorrectiveActionPlans(
      @Nullable PlanState state,
      @Nullable Boolean overdue,
      @Nullable UUID agencyId,
      @Nullable String cursor,
      @Nullable Integer limit) {
    PlanFilter filter =
        new PlanFilter(
            state == null ? null : app.upline.oversight.PlanState.valueOf(state.name()),
            agencyId,
            Boolean.TRUE.equals(overdue));
    Cursors cursors = Cursors.of("plans", filter);
    Page<Plan> page = plans.page(callers.current(), filter, cursors.request(cursor, limit, false));
    return new CorrectiveActionPlanPage()
        .items(page.items().stream().map(PlanModels::plan).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  @Idempotent
  public HttpResponse<CorrectiveActionPlan> issueCorrectiveActionPlan(
      CorrectiveActionPlanDraft draft, @Nullable String idempotencyKey) {
    PlanDraft request =
        new PlanDraft(
            draft.getAgencyId(),
            draft.getTitle(),
            draft.getIncidentIds() == null ? List.of() : draft.getIncidentIds(),
            draft.getActionItems() == null
                ? List.of()
                : draft.getActionItems().stream()
                    .map(
                        item ->
                            new PlanDraft.Item(item.getTitle(), item.getOwner(), item.getDueDate()))
                    .toList());
    MutableHttpResponse<CorrectiveActionPlan> answer =
        answer(plans.issue(callers.current(), request));
    return answer
        .status(HttpStatus.CREATED)
        .header(HttpHeaders.LOCATION, "/v1/corrective-action-plans/" + answer.body().getId());
  }

  @Override
  public HttpResponse<CorrectiveActionPlan> getCorrectiveActionPlan(UUID planId) {
    return answer(
        new Outcome.Done<>(
            plans
                .find(callers.current(), planId)
                .orElseThrow(() -> ProblemException.notFound("corrective action plan"))));
  }

  @Override
  public PlanEventPage listPlanHistory(
      UUID planId, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("plan-history", planId);
    Page<app.upline.oversight.PlanEvent> page =
        plans
            .history(callers.current(), planId, cursors.request(cursor, limit, false))
            .orElseThrow(() -> ProblemException.notFound("corrective action plan"));
    return new PlanEventPage()
        .items(page.items().stream().map(PlanController::event).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  @LongWork
  @Idempotent
  public HttpResponse<CorrectiveActionPlan> attachPlanFile(
      UUID planId,
      UUID itemId,
      CompletedFileUpload file,
      AttachmentKind kind,
      @Nullable String ifMatch,
      @Nullable String idempotencyKey,
      @Nullable String note) {
    var meant = app.upline.incident.AttachmentKind.valueOf(kind.name());
    return uploads.read(
        file,
        path ->
            answer(
                    files.attach(
                        callers.current(),
                        planId,
                        itemId,
                        seen(ifMatch),
                        AttachmentDraft.of(meant, note, path)))
                .status(HttpStatus.CREATED));
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> getPlanFile(
      UUID planId, UUID itemId, UUID attachmentId) {
    OpenFile file =
        files
            .open(callers.current(), planId, itemId, attachmentId)
            .orElseThrow(() -> ProblemException.notFound("attachment"));
    return downloads.file(
        file.name(), MediaType.APPLICATION_OCTET_STREAM, out -> attached.write(file, out));
  }

  @Override
  @Idempotent
  public HttpResponse<CorrectiveActionPlan> submitEvidence(
      UUID planId,
      UUID itemId,
      PlanEvidenceDraft draft,
      @Nullable String ifMatch,
      @Nullable String idempotencyKey) {
    return answer(
        plans.submitEvidence(
            callers.current(),
            planId,
            itemId,
            seen(ifMatch),
            draft.getText(),
            draft.getReference()));
  }

  @Override
  @Idempotent
  public HttpResponse<CorrectiveActionPlan> acceptEvidence(
      UUID planId,
      UUID itemId,
      Decision decision,
      @Nullable String ifMatch,
      @Nullable String idempotencyKey) {
    return answer(
        plans.accept(callers.current(), planId, itemId, seen(ifMatch), decision.getMessage()));
  }

  @Override
  @Idempotent
  public HttpResponse<CorrectiveActionPlan> rejectEvidence(
      UUID planId,
      UUID itemId,
      Reason reason,
      @Nullable String ifMatch,
      @Nullable String idempotencyKey) {
    return answer(
        plans.reject(callers.current(), planId, itemId, seen(ifMatch), reason.getMessage()));
  }

  @Override
  @Idempotent
  public HttpResponse<CorrectiveActionPlan> closeCorrectiveActionPlan(
      UUID planId, Reason reason, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    return answer(plans.close(callers.current(), planId, seen(ifMatch), reason.getMessage()));
  }

  @Override
  @Idempotent
  public HttpResponse<CorrectiveActionPlan> cancelCorrectiveActionPlan(
      UUID planId, Reason reason, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    return answer(plans.cancel(callers.current(), planId, seen(ifMatch), reason.getMessage()));
  }

  private static MutableHttpResponse<CorrectiveActionPlan> answer(Outcome<Plan> outcome) {
    Plan plan = Answers.of(outcome, "corrective action plan");
    return HttpResponse.ok(PlanModels.plan(plan))
        .header(HttpHeaders.ETAG, ETags.of(plan.version()));
  }

  private static PlanEvent event(app.upline.oversight.PlanEvent event) {
    return new PlanEvent()
        .action(PlanAction.valueOf(event.action().name()))
        .itemId(event.itemId())
        .message(event.message())
        .by(event.by())
        .at(time(event.at()));
  }
}
