package app.upline.submission.web;

import app.upline.api.SubmissionsApi;
import app.upline.api.model.AttestationStatement;
import app.upline.api.model.ChangeType;
import app.upline.api.model.Comment;
import app.upline.api.model.CommentDraft;
import app.upline.api.model.CommentPage;
import app.upline.api.model.Decision;
import app.upline.api.model.NilDeclaration;
import app.upline.api.model.Reason;
import app.upline.api.model.Receipt;
import app.upline.api.model.ReceiptVerification;
import app.upline.api.model.ReceiptVerificationRequest;
import app.upline.api.model.RelationshipDisclosureList;
import app.upline.api.model.Submission;
import app.upline.api.model.SubmissionDraft;
import app.upline.api.model.SubmissionItemPage;
import app.upline.api.model.SubmissionKind;
import app.upline.api.model.SubmissionPage;
import app.upline.api.model.SubmissionRevisionList;
import app.upline.api.model.SubmissionSort;
import app.upline.api.model.SubmissionStatus;
import app.upline.identity.Callers;
import app.upline.platform.download.Downloads;
import app.upline.platform.http.ETags;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.share.LongWork;
import app.upline.relationship.RelationshipService;
import app.upline.submission.AttestationRequest;
import app.upline.submission.AttestationService;
import app.upline.submission.CommentService;
import app.upline.submission.DisclosedRegister;
import app.upline.submission.DraftRequest;
import app.upline.submission.DraftService;
import app.upline.submission.NilDeclarationRequest;
import app.upline.submission.NilDeclarationService;
import app.upline.submission.Reasons;
import app.upline.submission.ReviewService;
import app.upline.submission.SubmissionFilter;
import app.upline.submission.SubmissionItem;
import app.upline.submission.SubmissionList;
import app.upline.submission.SubmissionReading;
import app.upline.submission.SubmissionScope;
import app.upline.submission.SubmissionView;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

@Controller
class SubmissionController implements SubmissionsApi {

  private final Callers callers;
  private final DraftService drafts;
  private final AttestationService attestations;
  private final ReviewService reviews;
  private final CommentService comments;
  private final SubmissionList list;
  private final SubmissionReading reading;
  private final NilDeclarationService nilDeclarations;
  private final DisclosedRegister disclosed;
  private final RelationshipService relationships;
  private final Downloads downloads;

  SubmissionController(
      Callers callers,
      DraftService drafts,
      AttestationService attestations,
      ReviewService reviews,
      CommentService comments,
      SubmissionList list,
      SubmissionReading reading,
      NilDeclarationService nilDeclarations,
      DisclosedRegister disclosed,
      RelationshipService relationships,
      Downloads downloads) {
    this.callers = callers;
    this.drafts = drafts;
    this.attestations = attestations;
    this.reviews = reviews;
    this.comments = comments;
    this.list = list;
    this.reading = reading;
    this.nilDeclarations = nilDeclarations;
    this.disclosed = disclosed;
    this.relationships = relationships;
    this.downloads = downloads;
  }

  @Override
  @LongWork
  @Idempotent
  public HttpResponse<Submission> createSubmission(
      SubmissionDraft draft, @Nullable String idempotencyKey) {
    DraftRequest request =
        new DraftRequest(
            draft.getKind() == null
                ? app.upline.submission.SubmissionKind.RELATIONSHIPS
                : app.upline.submission.SubmissionKind.valueOf(draft.getKind().name()),
            draft.getCarrierId(),
            draft.getScope() == null ? null : SubmissionScope.valueOf(draft.getScope().name()),
            Months.ofBody(draft.getPeriod()),
            draft.getRelationshipIds(),
            draft.getIncidentIds());
    return created(Answers.of(drafts.create(callers.current(), request)));
  }

  private static HttpResponse<Submission> created(MutableHttpResponse<Submission> answer) {
    return answer
        .status(HttpStatus.CREATED)
        .header(HttpHeaders.LOCATION, "/v1/submissions/" + answer.body().getId());
  }

  @Override
  public SubmissionPage listSubmissions(
      @Nullable SubmissionStatus status,
      @Nullable SubmissionKind kind,
      @Nullable String period,
      @Nullable UUID carrierId,
      @Nullable UUID agencyId,
      @Nullable SubmissionSort sort,
      @Nullable String cursor,
      @Nullable Integer limit,
      @Nullable Boolean includeTotal) {
    SubmissionFilter filter =
        new SubmissionFilter(
            status == null ? null : app.upline.submission.SubmissionStatus.valueOf(status.name()),
            kind == null ? null : app.upline.submission.SubmissionKind.valueOf(kind.name()),
            Months.ofQuery(period),
            carrierId,
            agencyId);
    var order =
        sort == null
            ? app.upline.submission.SubmissionSort.NEWEST
            : app.upline.submission.SubmissionSort.valueOf(sort.name());
    Cursors cursors = Cursors.of("submissions", filter, order);
    Page<SubmissionView> page =
        list.page(callers.current(), filter, order, cursors.request(cursor, limit, includeTotal));
    SubmissionPage answer =
        new SubmissionPage()
            .items(page.items().stream().map(SubmissionModels::submission).toList())
            .nextCursor(cursors.next(page));
    return page.total() == null
        ? answer
        : answer.total(page.total().count()).totalIsCapped(page.total().capped());
  }

  @Override
  public HttpResponse<Submission> getSubmission(UUID submissionId, @Nullable String ifNoneMatch) {
    return Answers.of(reading.find(callers.current(), submissionId).orElseThrow(Answers::notFound));
  }

  @Override
  public SubmissionItemPage listSubmissionItems(
      UUID submissionId,
      @Nullable Integer revision,
      @Nullable ChangeType changeType,
      @Nullable String cursor,
      @Nullable Integer limit) {
    Cursors cursors = Cursors.of("items", submissionId, revision, changeType);
    var type =
        changeType == null ? null : app.upline.submission.ChangeType.valueOf(changeType.name());
    Page<SubmissionItem> page =
        reading
            .items(
                callers.current(),
                submissionId,
                revision,
                type,
                cursors.request(cursor, limit, false))
            .orElseThrow(Answers::notFound);
    return new SubmissionItemPage()
        .items(page.items().stream().map(SubmissionModels::item).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  public SubmissionRevisionList listSubmissionRevisions(UUID submissionId) {
    return new SubmissionRevisionList()
        .items(
            reading
                .revisions(callers.current(), submissionId)
                .orElseThrow(Answers::notFound)
                .stream()
                .map(SubmissionModels::revision)
                .toList());
  }

  @Override
  @LongWork
  @Idempotent
  public HttpResponse<Submission> refreshSubmission(
      UUID submissionId, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    return Answers.of(drafts.refresh(callers.current(), submissionId, seen(ifMatch)));
  }

  @Override
  @Idempotent
  public HttpResponse<Submission> discardSubmission(
      UUID submissionId, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    return Answers.of(drafts.discard(callers.current(), submissionId, seen(ifMatch)));
  }

  @Override
  @LongWork
  @Idempotent
  public HttpResponse<Submission> submitSubmission(
      UUID submissionId,
      AttestationStatement statement,
      @Nullable String ifMatch,
      @Nullable String idempotencyKey) {
    AttestationRequest request =
        new AttestationRequest(
            statement.getWordingVersion(),
            statement.getTitle(),
            Boolean.TRUE.equals(statement.getAccepted()),
            new Reasons(statement.getLateReason(), statement.getFreeTextReason()));
    return Answers.of(attestations.submit(callers.current(), submissionId, seen(ifMatch), request));
  }

  @Override
  @LongWork
  @Idempotent
  public HttpResponse<Submission> withdrawSubmission(
      UUID submissionId, Reason reason, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    return Answers.of(
        attestations.withdraw(callers.current(), submissionId, seen(ifMatch), reason.getMessage()));
  }

  @Override
  @LongWork
  @Idempotent
  public HttpResponse<Submission> acknowledgeSubmission(
      UUID submissionId,
      Decision decision,
      @Nullable String ifMatch,
      @Nullable String idempotencyKey) {
    return Answers.of(
        reviews.acknowledge(callers.current(), submissionId, seen(ifMatch), decision.getMessage()));
  }

  @Override
  @LongWork
  @Idempotent
  public HttpResponse<Submission> returnSubmission(
      UUID submissionId, Reason reason, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    return Answers.of(
        reviews.giveBack(callers.current(), submissionId, seen(ifMatch), reason.getMessage()));
  }

  @Override
  public CommentPage listSubmissionComments(
      UUID submissionId, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("comments", submissionId);
    Page<app.upline.submission.Comment> page =
        comments
            .list(callers.current(), submissionId, cursors.request(cursor, limit, false))
            .orElseThrow(Answers::notFound);
    return new CommentPage()
        .items(page.items().stream().map(SubmissionModels::comment).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  @Idempotent
  public HttpResponse<Comment> addSubmissionComment(
      UUID submissionId, CommentDraft draft, @Nullable String idempotencyKey) {
    return HttpResponse.created(
        SubmissionModels.comment(
            Answers.of(
                comments.add(
                    callers.current(),
                    submissionId,
                    new CommentService.Row(draft.getRelationshipId(), draft.getIncidentId()),
                    draft.getPointer(),
                    draft.getText()))));
  }

  @Override
  public Receipt getReceipt(UUID submissionId, @Nullable Integer revision) {
    return SubmissionModels.receipt(sealed(submissionId, revision));
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> getSubmissionContent(
      UUID submissionId, @Nullable Integer revision) {
    SubmissionReading.Sealed sealed = sealed(submissionId, revision);
    String name = sealed.submission().reference() + "-r" + sealed.revision().revision() + ".ndjson";
    return downloads.file(name, "application/x-ndjson", out -> reading.writeContent(sealed, out));
  }

  @Override
  @LongWork
  public ReceiptVerification verifyReceipt(UUID submissionId, ReceiptVerificationRequest request) {
    SubmissionReading.Sealed sealed = sealed(submissionId, request.getRevision());
    String recorded = sealed.seal().contentSha256();
    String computed = reading.computedSha256(sealed);
    return new ReceiptVerification()
        .valid(recorded.equals(computed) && recorded.equals(request.getContentSha256()))
        .receiptNumber(sealed.seal().receiptNumber())
        .recordedSha256(recorded)
        .computedSha256(computed);
  }

  @Override
  @Idempotent
  public HttpResponse<Submission> declareNil(
      NilDeclaration declaration, @Nullable String idempotencyKey) {
    NilDeclarationRequest request =
        new NilDeclarationRequest(
            declaration.getCarrierId(),
            Months.ofBody(declaration.getPeriod()),
            new AttestationRequest(
                declaration.getWordingVersion(),
                declaration.getTitle(),
                Boolean.TRUE.equals(declaration.getAccepted()),
                new Reasons(declaration.getLateReason(), null)));
    return created(Answers.of(nilDeclarations.declare(callers.current(), request)));
  }

  @Override
  public RelationshipDisclosureList listRelationshipDisclosures(UUID relationshipId) {
    relationships
        .find(callers.current(), relationshipId)
        .orElseThrow(() -> ProblemException.notFound("relationship"));
    return new RelationshipDisclosureList()
        .items(
            disclosed.toCarriers(callers.current(), relationshipId).stream()
                .map(SubmissionModels::toCarrier)
                .toList());
  }

  private SubmissionReading.Sealed sealed(UUID submissionId, @Nullable Integer revision) {
    return reading
        .sealed(callers.current(), submissionId, revision)
        .orElseThrow(() -> ProblemException.notFound("submitted revision"));
  }

  private static IntConsumer seen(@Nullable String ifMatch) {
    return version -> ETags.requireMatch(ifMatch, ETags.of(version));
  }
}
