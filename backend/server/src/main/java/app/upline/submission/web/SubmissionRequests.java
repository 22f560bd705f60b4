package app.upline.submission.web;

import app.upline.api.model.AttestationStatementDto;
import app.upline.api.model.ChangeTypeDto;
import app.upline.api.model.DifferencesSinceDto;
import app.upline.api.model.NilDeclarationDto;
import app.upline.api.model.SortDirectionDto;
import app.upline.api.model.SubmissionAcknowledgementDto;
import app.upline.api.model.SubmissionCommentDraftDto;
import app.upline.api.model.SubmissionDraftDto;
import app.upline.api.model.SubmissionKindDto;
import app.upline.api.model.SubmissionSortDto;
import app.upline.api.model.SubmissionStatusDto;
import app.upline.platform.http.Months;
import app.upline.platform.http.Orders;
import app.upline.platform.listing.ListOrder;
import app.upline.submission.AttestationRequest;
import app.upline.submission.CommentService;
import app.upline.submission.DifferencesSince;
import app.upline.submission.DraftRequest;
import app.upline.submission.ItemFilter;
import app.upline.submission.NilDeclarationRequest;
import app.upline.submission.Reasons;
import app.upline.submission.ReviewedTogether;
import app.upline.submission.SubmissionFilter;
import app.upline.submission.SubmissionKind;
import app.upline.submission.SubmissionSort;
import app.upline.submission.model.SubmissionCodes;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What clients ask of submissions, in the words of the room. */
final class SubmissionRequests {

  private SubmissionRequests() {}

  static DraftRequest draft(SubmissionDraftDto draft) {
    return new DraftRequest(
        draft.getKind() == null
            ? SubmissionKind.RELATIONSHIPS
            : SubmissionCodes.KINDS.toDomain(draft.getKind()),
        draft.getCarrierId(),
        SubmissionCodes.SCOPES.toDomainOrNull(draft.getScope()),
        Months.ofBody("period", draft.getPeriod()),
        draft.getRelationshipIds(),
        draft.getIncidentIds());
  }

  static List<ReviewedTogether> together(SubmissionAcknowledgementDto request) {
    return request.getSubmissions().stream()
        .map(seen -> new ReviewedTogether(seen.getSubmissionId(), seen.getRevision()))
        .toList();
  }

  static SubmissionFilter filter(
      @Nullable SubmissionStatusDto status,
      @Nullable SubmissionKindDto kind,
      @Nullable String period,
      @Nullable UUID carrierId,
      @Nullable UUID agencyId,
      @Nullable String upline,
      @Nullable Boolean late,
      @Nullable OffsetDateTime since,
      @Nullable OffsetDateTime until,
      @Nullable UUID assigneeId) {
    return new SubmissionFilter(
        SubmissionCodes.STATUSES.toDomainOrNull(status),
        SubmissionCodes.KINDS.toDomainOrNull(kind),
        Months.ofQuery("period", period),
        carrierId,
        agencyId,
        upline,
        late,
        since == null ? null : since.toInstant(),
        until == null ? null : until.toInstant(),
        assigneeId);
  }

  static AttestationRequest attestation(AttestationStatementDto statement) {
    return new AttestationRequest(
        statement.getWordingVersion(),
        statement.getTitle(),
        Boolean.TRUE.equals(statement.getAccepted()),
        new Reasons(statement.getLateReason(), statement.getFreeTextReason()));
  }

  static NilDeclarationRequest nil(NilDeclarationDto declaration) {
    return new NilDeclarationRequest(
        declaration.getCarrierId(),
        Months.ofBody("period", declaration.getPeriod()),
        new AttestationRequest(
            declaration.getWordingVersion(),
            declaration.getTitle(),
            Boolean.TRUE.equals(declaration.getAccepted()),
            new Reasons(declaration.getLateReason(), null)));
  }

  static ListOrder<SubmissionSort> order(
      SubmissionFilter filter,
      @Nullable SubmissionSortDto sort,
      @Nullable SortDirectionDto direction) {
    return Orders.of(
        sort == null ? filter.usualSort() : SubmissionCodes.SORTS.toDomain(sort), direction);
  }

  static ItemFilter items(
      @Nullable Integer revision,
      @Nullable ChangeTypeDto changeType,
      @Nullable Boolean changedSinceReturn,
      @Nullable DifferencesSinceDto since) {
    return new ItemFilter(
        revision,
        SubmissionCodes.CHANGE_TYPES.toDomainOrNull(changeType),
        changedSinceReturn,
        since == null
            ? DifferencesSince.RECEIVED
            : SubmissionCodes.DIFFERENCES_SINCE.toDomain(since));
  }

  static CommentService.CommentedRecord commented(SubmissionCommentDraftDto draft) {
    return new CommentService.CommentedRecord(draft.getRelationshipId(), draft.getIncidentId());
  }
}
