package app.upline.oversight.web;

import app.upline.api.CorrectiveActionPlansApi;
import app.upline.api.model.AttachmentKindDto;
import app.upline.api.model.CorrectiveActionPlanDraftDto;
import app.upline.api.model.CorrectiveActionPlanDto;
import app.upline.api.model.CorrectiveActionPlanPageDto;
import app.upline.api.model.ExportFormatDto;
import app.upline.api.model.OptionalMessageDto;
import app.upline.api.model.PlanEventPageDto;
import app.upline.api.model.PlanEvidenceDraftDto;
import app.upline.api.model.PlanExtensionDto;
import app.upline.api.model.PlanSortDto;
import app.upline.api.model.PlanStateDto;
import app.upline.api.model.ReasonDto;
import app.upline.api.model.SortDirectionDto;
import app.upline.identity.CurrentUser;
import app.upline.identity.CurrentUserProvider;
import app.upline.incident.AttachedFiles;
import app.upline.incident.AttachmentDraft;
import app.upline.incident.model.IncidentCodes;
import app.upline.oversight.Plan;
import app.upline.oversight.PlanEvent;
import app.upline.oversight.PlanFiles;
import app.upline.oversight.PlanFilter;
import app.upline.oversight.PlanService;
import app.upline.oversight.PlanSort;
import app.upline.oversight.workbook.PlanExport;
import app.upline.platform.download.Downloads;
import app.upline.platform.download.TableFormat;
import app.upline.platform.files.OpenFile;
import app.upline.platform.http.ETags;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.listing.ListOrder;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
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
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class PlanController implements CorrectiveActionPlansApi {

  private final CurrentUserProvider callers;
  private final PlanService plans;
  private final PlanModels models;
  private final PlanFiles files;
  private final AttachedFiles attached;
  private final UploadedFiles uploads;
  private final Downloads downloads;
  private final PlanExport export;

  PlanController(
      CurrentUserProvider callers,
      PlanService plans,
      PlanModels models,
      PlanFiles files,
      AttachedFiles attached,
      UploadedFiles uploads,
      Downloads downloads,
      PlanExport export) {
    this.callers = callers;
    this.plans = plans;
    this.models = models;
    this.files = files;
    this.attached = attached;
    this.uploads = uploads;
    this.downloads = downloads;
    this.export = export;
  }

  @Override
  public CorrectiveActionPlanPageDto listCorrectiveActionPlans(
      @Nullable PlanStateDto state,
      @Nullable Boolean overdue,
      @Nullable LocalDate dueBefore,
      @Nullable UUID agencyId,
      @Nullable String upline,
      @Nullable UUID assigneeId,
      @Nullable PlanSortDto sort,
      @Nullable SortDirectionDto direction,
      @Nullable String cursor,
      @Nullable Integer limit) {
    PlanFilter filter =
        PlanRequests.filter(state, overdue, dueBefore, agencyId, upline, assigneeId);
    ListOrder<PlanSort> order = PlanRequests.order(filter, sort, direction);
    Cursors cursors = Cursors.of("plans", filter, order);
    Page<Plan> page =
        plans.page(callers.current(), filter, order, cursors.request(cursor, limit, false));
    return new CorrectiveActionPlanPageDto()
        .items(page.items().stream().map(models::plan).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> exportCorrectiveActionPlans(
      @Nullable PlanStateDto state,
      @Nullable Boolean overdue,
      @Nullable LocalDate dueBefore,
      @Nullable UUID agencyId,
      @Nullable String upline,
      @Nullable UUID assigneeId,
      @Nullable PlanSortDto sort,
      @Nullable SortDirectionDto direction,
      @Nullable ExportFormatDto format) {
    CurrentUser user = callers.current();
    PlanFilter filter =
        PlanRequests.filter(state, overdue, dueBefore, agencyId, upline, assigneeId);
    ListOrder<PlanSort> order = PlanRequests.order(filter, sort, direction);
    TableFormat wanted = downloads.wanted(format);
    return downloads.table(
        "corrective-action-plans", wanted, out -> export.write(user, filter, order, wanted, out));
  }

  @Override
  @Idempotent
  public HttpResponse<CorrectiveActionPlanDto> issueCorrectiveActionPlan(
      CorrectiveActionPlanDraftDto draft, @Nullable String idempotencyKey) {
    MutableHttpResponse<CorrectiveActionPlanDto> answer =
        answer(plans.issue(callers.current(), PlanRequests.draft(draft)));
    return answer
        .status(HttpStatus.CREATED)
        .header(HttpHeaders.LOCATION, "/v1/corrective-action-plans/" + answer.body().getId());
  }

  @Override
  public HttpResponse<CorrectiveActionPlanDto> getCorrectiveActionPlan(UUID planId) {
    return answer(
        plans
            .find(callers.current(), planId)
            .orElseThrow(() -> ProblemException.notFound("corrective action plan")));
  }

  @Override
  public PlanEventPageDto listPlanEvents(
      UUID planId, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("plan-history", planId);
    Page<PlanEvent> page =
        plans
            .history(callers.current(), planId, cursors.request(cursor, limit, false))
            .orElseThrow(() -> ProblemException.notFound("corrective action plan"));
    return new PlanEventPageDto()
        .items(page.items().stream().map(PlanModels::event).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  @LongWork
  @Idempotent
  public HttpResponse<CorrectiveActionPlanDto> addPlanAttachment(
      UUID planId,
      UUID itemId,
      @Nullable String ifMatch,
      CompletedFileUpload file,
      AttachmentKindDto kind,
      @Nullable String idempotencyKey,
      @Nullable String note) {
    var meant = IncidentCodes.ATTACHMENT_KINDS.toDomain(kind);
    ExpectedVersion expected = ETags.expected(ifMatch);
    return uploads.read(
        file,
        path ->
            answer(
                    files.attach(
                        callers.current(),
                        planId,
                        itemId,
                        expected,
                        AttachmentDraft.of(meant, note, path)))
                .status(HttpStatus.CREATED));
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> downloadPlanAttachment(
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
  public HttpResponse<CorrectiveActionPlanDto> submitEvidence(
      UUID planId,
      UUID itemId,
      @Nullable String ifMatch,
      PlanEvidenceDraftDto draft,
      @Nullable String idempotencyKey) {
    return answer(
        plans.submitEvidence(
            callers.current(),
            planId,
            itemId,
            ETags.expected(ifMatch),
            draft.getText(),
            draft.getReference()));
  }

  @Override
  @Idempotent
  public HttpResponse<CorrectiveActionPlanDto> acceptEvidence(
      UUID planId,
      UUID itemId,
      @Nullable String ifMatch,
      OptionalMessageDto decision,
      @Nullable String idempotencyKey) {
    return answer(
        plans.accept(
            callers.current(), planId, itemId, ETags.expected(ifMatch), decision.getMessage()));
  }

  @Override
  @Idempotent
  public HttpResponse<CorrectiveActionPlanDto> rejectEvidence(
      UUID planId,
      UUID itemId,
      @Nullable String ifMatch,
      ReasonDto reason,
      @Nullable String idempotencyKey) {
    return answer(
        plans.reject(
            callers.current(), planId, itemId, ETags.expected(ifMatch), reason.getMessage()));
  }

  @Override
  @Idempotent
  public HttpResponse<CorrectiveActionPlanDto> extendPlanItem(
      UUID planId,
      UUID itemId,
      @Nullable String ifMatch,
      PlanExtensionDto extension,
      @Nullable String idempotencyKey) {
    return answer(
        plans.extend(
            callers.current(),
            planId,
            itemId,
            ETags.expected(ifMatch),
            extension.getDueDate(),
            extension.getMessage()));
  }

  @Override
  @Idempotent
  public HttpResponse<CorrectiveActionPlanDto> closeCorrectiveActionPlan(
      UUID planId, @Nullable String ifMatch, ReasonDto reason, @Nullable String idempotencyKey) {
    return answer(
        plans.close(callers.current(), planId, ETags.expected(ifMatch), reason.getMessage()));
  }

  @Override
  @Idempotent
  public HttpResponse<CorrectiveActionPlanDto> cancelCorrectiveActionPlan(
      UUID planId, @Nullable String ifMatch, ReasonDto reason, @Nullable String idempotencyKey) {
    return answer(
        plans.cancel(callers.current(), planId, ETags.expected(ifMatch), reason.getMessage()));
  }

  private MutableHttpResponse<CorrectiveActionPlanDto> answer(Outcome<Plan> outcome) {
    return answer(outcome.orElseThrow(ProblemException::of));
  }

  private MutableHttpResponse<CorrectiveActionPlanDto> answer(Plan plan) {
    return HttpResponse.ok(models.plan(plan)).header(HttpHeaders.ETAG, ETags.of(plan.version()));
  }
}
