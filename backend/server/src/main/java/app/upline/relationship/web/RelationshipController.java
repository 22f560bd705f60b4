package app.upline.relationship.web;

import app.upline.api.RelationshipsApi;
import app.upline.api.model.BatchResultDto;
import app.upline.api.model.EntityTypeDto;
import app.upline.api.model.RelationshipComparisonDto;
import app.upline.api.model.RelationshipDto;
import app.upline.api.model.RelationshipEndDto;
import app.upline.api.model.RelationshipLinkListDto;
import app.upline.api.model.RelationshipPageDto;
import app.upline.api.model.RelationshipReopenDto;
import app.upline.api.model.RelationshipRevisionDto;
import app.upline.api.model.RelationshipRevisionPageDto;
import app.upline.api.model.RelationshipSortDto;
import app.upline.api.model.RelationshipStatusDto;
import app.upline.api.model.SortDirectionDto;
import app.upline.api.model.TpmoFunctionDto;
import app.upline.api.model.UsStateDto;
import app.upline.api.model.VoidingDto;
import app.upline.identity.CurrentUserProvider;
import app.upline.platform.http.ChecksBody;
import app.upline.platform.http.ETags;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.share.LongWork;
import app.upline.record.web.BatchModels;
import app.upline.record.web.BatchRequest;
import app.upline.relationship.Relationship;
import app.upline.relationship.RelationshipBatch;
import app.upline.relationship.RelationshipRevision;
import app.upline.relationship.RelationshipService;
import app.upline.relationship.RelationshipVoiding;
import app.upline.relationship.SavedRelationship;
import app.upline.relationship.model.RelationshipModel;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.json.tree.JsonNode;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class RelationshipController implements RelationshipsApi {

  private final CurrentUserProvider callers;
  private final RelationshipService relationships;
  private final RelationshipVoiding voiding;
  private final RelationshipBatch batch;

  RelationshipController(
      CurrentUserProvider callers,
      RelationshipService relationships,
      RelationshipVoiding voiding,
      RelationshipBatch batch) {
    this.callers = callers;
    this.relationships = relationships;
    this.voiding = voiding;
    this.batch = batch;
  }

  @Override
  @ChecksBody
  @LongWork
  @Idempotent
  public BatchResultDto applyRelationshipBatch(JsonNode body, @Nullable String idempotencyKey) {
    BatchRequest request = BatchRequest.of(body, RelationshipBatch.MEMBER);
    return BatchModels.of(
        batch
            .apply(callers.current(), request.rows(), request.commits())
            .orElseThrow(ProblemException::of),
        request);
  }

  @Override
  public RelationshipPageDto listRelationships(
      @Nullable String q,
      @Nullable TpmoFunctionDto function,
      @Nullable EntityTypeDto entityType,
      @Nullable UsStateDto state,
      @Nullable RelationshipStatusDto status,
      @Nullable OffsetDateTime changedSince,
      @Nullable UUID undisclosedTo,
      @Nullable UUID upstreamId,
      @Nullable RelationshipSortDto sort,
      @Nullable SortDirectionDto direction,
      @Nullable String cursor,
      @Nullable Integer limit,
      @Nullable Boolean includeTotal) {
    Filters filters =
        Filters.of(
            q,
            function,
            entityType,
            state,
            status,
            changedSince,
            undisclosedTo,
            upstreamId,
            sort,
            direction);
    Cursors cursors = Cursors.of("relationships", filters);
    Page<Relationship> page =
        relationships.list(
            callers.current(),
            filters.filter(),
            filters.order(),
            cursors.request(cursor, limit, includeTotal));
    RelationshipPageDto answer =
        new RelationshipPageDto()
            .items(page.items().stream().map(RelationshipModel::of).toList())
            .nextCursor(cursors.next(page));
    return page.total() == null
        ? answer
        : answer.total(page.total().count()).totalIsCapped(page.total().capped());
  }

  @Override
  @Idempotent
  public HttpResponse<RelationshipDto> createRelationship(
      JsonNode body, @Nullable String idempotencyKey) {
    SavedRelationship created =
        relationships.create(callers.current(), body).orElseThrow(ProblemException::of);
    return answer(created)
        .status(HttpStatus.CREATED)
        .header(
            HttpHeaders.LOCATION,
            URI.create("/v1/relationships/" + created.relationship().id()).toString());
  }

  @Override
  public HttpResponse<RelationshipDto> getRelationship(
      UUID relationshipId, @Nullable String ifNoneMatch) {
    Relationship relationship =
        relationships
            .find(callers.current(), relationshipId)
            .orElseThrow(RelationshipController::notFound);
    return tagged(RelationshipModel.of(relationship), relationship);
  }

  @Override
  public HttpResponse<RelationshipDto> changeRelationship(
      UUID relationshipId, @Nullable String ifMatch, JsonNode patch) {
    return answer(
        relationships.change(callers.current(), relationshipId, ETags.expected(ifMatch), patch));
  }

  @Override
  @Idempotent
  public HttpResponse<RelationshipDto> endRelationship(
      UUID relationshipId,
      @Nullable String ifMatch,
      RelationshipEndDto end,
      @Nullable String idempotencyKey) {
    return answer(
        relationships.end(
            callers.current(),
            relationshipId,
            ETags.expected(ifMatch),
            end.getEndDate(),
            end.getEndReason(),
            end.getKnownOn()));
  }

  @Override
  @Idempotent
  public HttpResponse<RelationshipDto> reopenRelationship(
      UUID relationshipId,
      @Nullable String ifMatch,
      RelationshipReopenDto reopen,
      @Nullable String idempotencyKey) {
    return answer(
        relationships.reopen(
            callers.current(), relationshipId, ETags.expected(ifMatch), reopen.getKnownOn()));
  }

  @Override
  @Idempotent
  public HttpResponse<RelationshipDto> voidRelationship(
      UUID relationshipId,
      @Nullable String ifMatch,
      VoidingDto request,
      @Nullable String idempotencyKey) {
    return answer(
        voiding.voidRelationship(
            callers.current(), relationshipId, ETags.expected(ifMatch), request.getReason()));
  }

  @Override
  @Idempotent
  public HttpResponse<RelationshipDto> restoreRelationship(
      UUID relationshipId, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    return answer(voiding.restore(callers.current(), relationshipId, ETags.expected(ifMatch)));
  }

  @Override
  public RelationshipRevisionPageDto listRelationshipRevisions(
      UUID relationshipId, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("revisions", relationshipId);
    Page<RelationshipRevision> page =
        relationships
            .revisions(callers.current(), relationshipId, cursors.request(cursor, limit, false))
            .orElseThrow(RelationshipController::notFound);
    return new RelationshipRevisionPageDto()
        .items(page.items().stream().map(RegisterModels::revision).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  public RelationshipRevisionDto getRelationshipRevision(UUID relationshipId, Integer revision) {
    return relationships
        .revision(callers.current(), relationshipId, revision)
        .map(RegisterModels::revision)
        .orElseThrow(() -> ProblemException.notFound("revision"));
  }

  @Override
  public RelationshipComparisonDto compareRelationshipRevisions(
      UUID relationshipId, Integer from, Integer to) {
    return relationships
        .differences(callers.current(), relationshipId, from, to)
        .map(
            differences ->
                new RelationshipComparisonDto()
                    .from(from)
                    .to(to)
                    .differences(differences.stream().map(RelationshipModel::of).toList()))
        .orElseThrow(() -> ProblemException.notFound("revision"));
  }

  @Override
  public RelationshipLinkListDto listPossibleDuplicateRelationships(UUID relationshipId) {
    return relationships
        .possibleDuplicates(callers.current(), relationshipId)
        .map(
            same ->
                new RelationshipLinkListDto()
                    .items(same.stream().map(RegisterModels::link).toList()))
        .orElseThrow(RelationshipController::notFound);
  }

  private static MutableHttpResponse<RelationshipDto> answer(Outcome<SavedRelationship> outcome) {
    return answer(outcome.orElseThrow(ProblemException::of));
  }

  private static MutableHttpResponse<RelationshipDto> answer(SavedRelationship saved) {
    return tagged(RegisterModels.saved(saved), saved.relationship());
  }

  private static MutableHttpResponse<RelationshipDto> tagged(
      RelationshipDto model, Relationship relationship) {
    return HttpResponse.ok(model).header(HttpHeaders.ETAG, ETags.of(relationship.revision()));
  }

  private static ProblemException notFound() {
    return ProblemException.notFound("relationship");
  }
}
