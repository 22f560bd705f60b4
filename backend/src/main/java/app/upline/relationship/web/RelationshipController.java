package app.upline.relationship.web;

import app.upline.api.RelationshipsApi;
import app.upline.api.model.EntityType;
import app.upline.api.model.Relationship;
import app.upline.api.model.RelationshipChain;
import app.upline.api.model.RelationshipComparison;
import app.upline.api.model.RelationshipEnd;
import app.upline.api.model.RelationshipPage;
import app.upline.api.model.RelationshipReopen;
import app.upline.api.model.RelationshipRevision;
import app.upline.api.model.RelationshipRevisionPage;
import app.upline.api.model.RelationshipSort;
import app.upline.api.model.RelationshipStatus;
import app.upline.api.model.TpmoFunction;
import app.upline.api.model.UsState;
import app.upline.identity.Callers;
import app.upline.platform.http.ETags;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import app.upline.relationship.ChangeOutcome;
import app.upline.relationship.RelationshipService;
import app.upline.relationship.model.RelationshipModel;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.json.tree.JsonNode;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

@Controller
class RelationshipController implements RelationshipsApi {

  private final Callers callers;
  private final RelationshipService relationships;

  RelationshipController(Callers callers, RelationshipService relationships) {
    this.callers = callers;
    this.relationships = relationships;
  }

  @Override
  public RelationshipPage listRelationships(
      @Nullable String q,
      @Nullable TpmoFunction function,
      @Nullable EntityType entityType,
      @Nullable UsState state,
      @Nullable RelationshipStatus status,
      @Nullable OffsetDateTime changedSince,
      @Nullable UUID undisclosedTo,
      @Nullable UUID upstreamId,
      @Nullable RelationshipSort sort,
      @Nullable String cursor,
      @Nullable Integer limit,
      @Nullable Boolean includeTotal) {
    Filters filters =
        Filters.of(
            q, function, entityType, state, status, changedSince, undisclosedTo, upstreamId, sort);
    Cursors cursors = Cursors.of("relationships", filters);
    Page<app.upline.relationship.Relationship> page =
        relationships.list(
            callers.current(),
            filters.filter(),
            filters.sort(),
            cursors.request(cursor, limit, includeTotal));
    RelationshipPage answer =
        new RelationshipPage()
            .items(page.items().stream().map(RelationshipModel::of).toList())
            .nextCursor(cursors.next(page));
    return page.total() == null
        ? answer
        : answer.total(page.total().count()).totalIsCapped(page.total().capped());
  }

  @Override
  @Idempotent
  public HttpResponse<Relationship> createRelationship(
      JsonNode body, @Nullable String idempotencyKey) {
    app.upline.relationship.Relationship created =
        saved(relationships.create(callers.current(), body));
    return answer(created)
        .status(HttpStatus.CREATED)
        .header(HttpHeaders.LOCATION, URI.create("/v1/relationships/" + created.id()).toString());
  }

  @Override
  public HttpResponse<Relationship> getRelationship(
      UUID relationshipId, @Nullable String ifNoneMatch) {
    return answer(
        relationships
            .find(callers.current(), relationshipId)
            .orElseThrow(RelationshipController::notFound));
  }

  @Override
  public HttpResponse<Relationship> changeRelationship(
      UUID relationshipId, JsonNode patch, @Nullable String ifMatch) {
    return answer(
        saved(relationships.change(callers.current(), relationshipId, seen(ifMatch), patch)));
  }

  @Override
  @Idempotent
  public HttpResponse<Relationship> endRelationship(
      UUID relationshipId,
      RelationshipEnd end,
      @Nullable String ifMatch,
      @Nullable String idempotencyKey) {
    return answer(
        saved(
            relationships.end(
                callers.current(),
                relationshipId,
                seen(ifMatch),
                end.getEndDate(),
                end.getEndReason(),
                end.getKnownOn())));
  }

  @Override
  @Idempotent
  public HttpResponse<Relationship> reopenRelationship(
      UUID relationshipId,
      RelationshipReopen reopen,
      @Nullable String ifMatch,
      @Nullable String idempotencyKey) {
    return answer(
        saved(
            relationships.reopen(
                callers.current(), relationshipId, seen(ifMatch), reopen.getKnownOn())));
  }

  @Override
  public RelationshipRevisionPage listRelationshipRevisions(
      UUID relationshipId, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("revisions", relationshipId);
    Page<app.upline.relationship.RelationshipRevision> page =
        relationships
            .revisions(callers.current(), relationshipId, cursors.request(cursor, limit, false))
            .orElseThrow(RelationshipController::notFound);
    return new RelationshipRevisionPage()
        .items(page.items().stream().map(RegisterModels::revision).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  public RelationshipRevision getRelationshipRevision(UUID relationshipId, Integer revision) {
    return relationships
        .revision(callers.current(), relationshipId, revision)
        .map(RegisterModels::revision)
        .orElseThrow(() -> ProblemException.notFound("revision"));
  }

  @Override
  public RelationshipComparison compareRelationshipRevisions(
      UUID relationshipId, Integer from, Integer to) {
    return relationships
        .differences(callers.current(), relationshipId, from, to)
        .map(
            differences ->
                new RelationshipComparison()
                    .from(from)
                    .to(to)
                    .differences(differences.stream().map(RelationshipModel::of).toList()))
        .orElseThrow(() -> ProblemException.notFound("revision"));
  }

  @Override
  public RelationshipChain getRelationshipChain(UUID relationshipId) {
    return relationships
        .chain(callers.current(), relationshipId)
        .map(RegisterModels::chain)
        .orElseThrow(RelationshipController::notFound);
  }

  private static IntConsumer seen(@Nullable String ifMatch) {
    return revision -> ETags.requireMatch(ifMatch, ETags.of(revision));
  }

  private static io.micronaut.http.MutableHttpResponse<Relationship> answer(
      app.upline.relationship.Relationship relationship) {
    return HttpResponse.ok(RelationshipModel.of(relationship))
        .header(HttpHeaders.ETAG, ETags.of(relationship.revision()));
  }

  private static app.upline.relationship.Relationship saved(ChangeOutcome outcome) {
    return switch (outcome) {
      case ChangeOutcome.Saved saved -> saved.relationship();
      case ChangeOutcome.Refused refused ->
          throw refused.misshapen()
              ? ProblemException.malformed(refused.faults())
              : ProblemException.invalid(refused.faults());
      case ChangeOutcome.NotFound() -> throw notFound();
      case ChangeOutcome.WrongState wrong ->
          throw ProblemException.wrongState(wrong.why(), java.util.List.of());
    };
  }

  private static ProblemException notFound() {
    return ProblemException.notFound("relationship");
  }
}
