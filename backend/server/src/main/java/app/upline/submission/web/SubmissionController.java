package app.upline.submission.web;

import app.upline.api.SubmissionsApi;
import app.upline.api.model.AcknowledgedSubmissionsDto;
import app.upline.api.model.AttestationStatementDto;
import app.upline.api.model.ChangeTypeDto;
import app.upline.api.model.DifferencesSinceDto;
import app.upline.api.model.NilDeclarationDto;
import app.upline.api.model.OptionalMessageDto;
import app.upline.api.model.ReasonDto;
import app.upline.api.model.RemarkDto;
import app.upline.api.model.RemarkPageDto;
import app.upline.api.model.SortDirectionDto;
import app.upline.api.model.SubmissionAcknowledgementDto;
import app.upline.api.model.SubmissionCommentDraftDto;
import app.upline.api.model.SubmissionDraftDto;
import app.upline.api.model.SubmissionDto;
import app.upline.api.model.SubmissionItemPageDto;
import app.upline.api.model.SubmissionKindDto;
import app.upline.api.model.SubmissionPageDto;
import app.upline.api.model.SubmissionRevisionListDto;
import app.upline.api.model.SubmissionSortDto;
import app.upline.api.model.SubmissionStatusDto;
import app.upline.identity.CurrentUser;
import app.upline.identity.CurrentUserProvider;
import app.upline.platform.http.ETags;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.listing.ListOrder;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.share.LongWork;
import app.upline.submission.AttestationService;
import app.upline.submission.CommentService;
import app.upline.submission.DraftService;
import app.upline.submission.ItemFilter;
import app.upline.submission.NilDeclarationService;
import app.upline.submission.ReviewService;
import app.upline.submission.SubmissionFilter;
import app.upline.submission.SubmissionItem;
import app.upline.submission.SubmissionList;
import app.upline.submission.SubmissionReading;
import app.upline.submission.SubmissionSort;
import app.upline.submission.SubmissionView;
import app.upline.submission.UndoService;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class SubmissionController implements SubmissionsApi {

  private final CurrentUserProvider callers;
  private final SubmissionAnswers answers;
  private final RemarkModels remarks;
  private final DraftService drafts;
  private final AttestationService attestations;
  private final ReviewService reviews;
  private final UndoService undoing;
  private final CommentService comments;
  private final SubmissionList list;
  private final SubmissionReading reading;
  private final NilDeclarationService nilDeclarations;

  SubmissionController(
      CurrentUserProvider callers,
      SubmissionAnswers answers,
      RemarkModels remarks,
      DraftService drafts,
      AttestationService attestations,
      ReviewService reviews,
      UndoService undoing,
      CommentService comments,
      SubmissionList list,
      SubmissionReading reading,
      NilDeclarationService nilDeclarations) {
    this.callers = callers;
    this.answers = answers;
    this.remarks = remarks;
    this.drafts = drafts;
    this.attestations = attestations;
    this.reviews = reviews;
    this.undoing = undoing;
    this.comments = comments;
    this.list = list;
    this.reading = reading;
    this.nilDeclarations = nilDeclarations;
  }

  @Override
  @LongWork
  @Idempotent
  public HttpResponse<SubmissionDto> createSubmission(
      SubmissionDraftDto draft, @Nullable String idempotencyKey) {
    return answers.created(drafts.create(callers.current(), SubmissionRequests.draft(draft)));
  }

  @Override
  @LongWork
  @Idempotent
  public AcknowledgedSubmissionsDto acknowledgeSubmissions(
      SubmissionAcknowledgementDto request, @Nullable String idempotencyKey) {
    return answers.acknowledged(
        reviews.acknowledgeAll(
            callers.current(), SubmissionRequests.together(request), request.getMessage()));
  }

  @Override
  public SubmissionPageDto listSubmissions(
      @Nullable SubmissionStatusDto status,
      @Nullable SubmissionKindDto kind,
      @Nullable String period,
      @Nullable UUID carrierId,
      @Nullable UUID agencyId,
      @Nullable String upline,
      @Nullable Boolean late,
      @Nullable OffsetDateTime submittedSince,
      @Nullable OffsetDateTime submittedUntil,
      @Nullable UUID assigneeId,
      @Nullable SubmissionSortDto sort,
      @Nullable SortDirectionDto direction,
      @Nullable String cursor,
      @Nullable Integer limit,
      @Nullable Boolean includeTotal) {
    SubmissionFilter filter =
        SubmissionRequests.filter(
            status,
            kind,
            period,
            carrierId,
            agencyId,
            upline,
            late,
            submittedSince,
            submittedUntil,
            assigneeId);
    ListOrder<SubmissionSort> order = SubmissionRequests.order(filter, sort, direction);
    Cursors cursors = Cursors.of("submissions", filter, order);
    Page<SubmissionView> page =
        list.page(callers.current(), filter, order, cursors.request(cursor, limit, includeTotal));
    return answers.page(page, cursors);
  }

  @Override
  public HttpResponse<SubmissionDto> getSubmission(
      UUID submissionId, @Nullable String ifNoneMatch) {
    return answers.of(
        reading.find(callers.current(), submissionId).orElseThrow(SubmissionAnswers::notFound));
  }

  @Override
  public SubmissionItemPageDto listSubmissionItems(
      UUID submissionId,
      @Nullable Integer revision,
      @Nullable ChangeTypeDto changeType,
      @Nullable Boolean changedSinceReturn,
      @Nullable DifferencesSinceDto since,
      @Nullable String cursor,
      @Nullable Integer limit) {
    ItemFilter filter = SubmissionRequests.items(revision, changeType, changedSinceReturn, since);
    Cursors cursors = Cursors.of("items", submissionId, filter);
    Page<SubmissionItem> page =
        reading
            .items(callers.current(), submissionId, filter, cursors.request(cursor, limit, false))
            .orElseThrow(SubmissionAnswers::notFound);
    return SubmissionModels.items(page, cursors);
  }

  @Override
  public SubmissionRevisionListDto listSubmissionRevisions(UUID submissionId) {
    return SubmissionModels.revisions(
        reading
            .revisions(callers.current(), submissionId)
            .orElseThrow(SubmissionAnswers::notFound));
  }

  @Override
  @LongWork
  @Idempotent
  public HttpResponse<SubmissionDto> refreshSubmission(
      UUID submissionId, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    return answers.of(drafts.refresh(callers.current(), submissionId, ETags.expected(ifMatch)));
  }

  @Override
  @Idempotent
  public HttpResponse<SubmissionDto> discardSubmission(
      UUID submissionId, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    return answers.of(drafts.discard(callers.current(), submissionId, ETags.expected(ifMatch)));
  }

  @Override
  @LongWork
  @Idempotent
  public HttpResponse<SubmissionDto> submitSubmission(
      UUID submissionId,
      @Nullable String ifMatch,
      AttestationStatementDto statement,
      @Nullable String idempotencyKey) {
    return answers.of(
        attestations.submit(
            callers.current(),
            submissionId,
            ETags.expected(ifMatch),
            SubmissionRequests.attestation(statement)));
  }

  @Override
  @LongWork
  @Idempotent
  public HttpResponse<SubmissionDto> withdrawSubmission(
      UUID submissionId,
      @Nullable String ifMatch,
      ReasonDto reason,
      @Nullable String idempotencyKey) {
    return answers.of(
        attestations.withdraw(
            callers.current(), submissionId, ETags.expected(ifMatch), reason.getMessage()));
  }

  @Override
  @LongWork
  @Idempotent
  public HttpResponse<SubmissionDto> acknowledgeSubmission(
      UUID submissionId,
      @Nullable String ifMatch,
      OptionalMessageDto decision,
      @Nullable String idempotencyKey) {
    return answers.of(
        reviews.acknowledge(
            callers.current(), submissionId, ETags.expected(ifMatch), decision.getMessage()));
  }

  @Override
  @LongWork
  @Idempotent
  public HttpResponse<SubmissionDto> returnSubmission(
      UUID submissionId,
      @Nullable String ifMatch,
      ReasonDto reason,
      @Nullable String idempotencyKey) {
    return answers.of(
        reviews.giveBack(
            callers.current(), submissionId, ETags.expected(ifMatch), reason.getMessage()));
  }

  @Override
  @LongWork
  @Idempotent
  public HttpResponse<SubmissionDto> undoAcknowledgement(
      UUID submissionId,
      @Nullable String ifMatch,
      ReasonDto reason,
      @Nullable String idempotencyKey) {
    return answers.of(
        undoing.undo(
            callers.current(), submissionId, ETags.expected(ifMatch), reason.getMessage()));
  }

  @Override
  public RemarkPageDto listSubmissionComments(
      UUID submissionId, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("comments", submissionId);
    CurrentUser user = callers.current();
    return comments
        .list(user, submissionId, cursors.request(cursor, limit, false))
        .map(page -> remarks.page(user, page, cursors))
        .orElseThrow(SubmissionAnswers::notFound);
  }

  @Override
  @Idempotent
  public HttpResponse<RemarkDto> addSubmissionComment(
      UUID submissionId, SubmissionCommentDraftDto draft, @Nullable String idempotencyKey) {
    CurrentUser user = callers.current();
    return remarks
        .answer(
            user,
            comments
                .add(
                    user,
                    submissionId,
                    SubmissionRequests.commented(draft),
                    draft.getPointer(),
                    draft.getText())
                .orElseThrow(ProblemException::of))
        .status(HttpStatus.CREATED);
  }

  @Override
  @Idempotent
  public HttpResponse<SubmissionDto> declareNil(
      NilDeclarationDto declaration, @Nullable String idempotencyKey) {
    return answers.created(
        nilDeclarations.declare(callers.current(), SubmissionRequests.nil(declaration)));
  }
}
