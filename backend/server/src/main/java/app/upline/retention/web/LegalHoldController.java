package app.upline.retention.web;

import app.upline.api.LegalHoldsApi;
import app.upline.api.model.LegalHoldDraftDto;
import app.upline.api.model.LegalHoldDto;
import app.upline.api.model.LegalHoldKindDto;
import app.upline.api.model.LegalHoldPageDto;
import app.upline.api.model.LegalHoldReleaseDto;
import app.upline.api.model.LegalHoldStateDto;
import app.upline.api.model.SortDirectionDto;
import app.upline.identity.CurrentUserProvider;
import app.upline.platform.http.ETags;
import app.upline.platform.http.Orders;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.listing.Direction;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import app.upline.retention.HoldDraft;
import app.upline.retention.HoldFilter;
import app.upline.retention.HoldKind;
import app.upline.retention.LegalHold;
import app.upline.retention.LegalHolds;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class LegalHoldController implements LegalHoldsApi {

  private final CurrentUserProvider callers;
  private final LegalHolds holds;

  LegalHoldController(CurrentUserProvider callers, LegalHolds holds) {
    this.callers = callers;
    this.holds = holds;
  }

  @Override
  public LegalHoldPageDto listLegalHolds(
      @Nullable LegalHoldStateDto state,
      @Nullable LegalHoldKindDto objectKind,
      @Nullable SortDirectionDto direction,
      @Nullable String cursor,
      @Nullable Integer limit) {
    HoldFilter filter =
        new HoldFilter(LegalHoldCodes.STATES.toDomainOrNull(state), kind(objectKind));
    Direction order = Orders.of(Direction.DESCENDING, direction);
    Cursors cursors = Cursors.of("legal-holds", filter, order);
    Page<LegalHold> page =
        holds.page(callers.current(), filter, order, cursors.request(cursor, limit, false));
    return new LegalHoldPageDto()
        .items(page.items().stream().map(LegalHoldController::model).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  @Idempotent
  public HttpResponse<LegalHoldDto> placeLegalHold(
      LegalHoldDraftDto draft, @Nullable String idempotencyKey) {
    Outcome<LegalHold> outcome =
        holds.place(
            callers.current(),
            new HoldDraft(kind(draft.getObjectKind()), draft.getObjectId(), draft.getReason()));
    MutableHttpResponse<LegalHoldDto> answer = answer(outcome);
    return answer
        .status(HttpStatus.CREATED)
        .header(HttpHeaders.LOCATION, "/v1/legal-holds/" + answer.body().getId());
  }

  @Override
  public HttpResponse<LegalHoldDto> getLegalHold(UUID legalHoldId, @Nullable String ifNoneMatch) {
    return holds
        .find(callers.current(), legalHoldId)
        .map(LegalHoldController::answer)
        .orElseThrow(() -> ProblemException.notFound("legal hold"));
  }

  @Override
  @Idempotent
  public HttpResponse<LegalHoldDto> releaseLegalHold(
      UUID legalHoldId,
      @Nullable String ifMatch,
      LegalHoldReleaseDto release,
      @Nullable String idempotencyKey) {
    return answer(
        holds.release(
            callers.current(), legalHoldId, ETags.expected(ifMatch), release.getReason()));
  }

  private static @Nullable HoldKind kind(@Nullable LegalHoldKindDto code) {
    return LegalHoldCodes.KINDS.toDomainOrNull(code);
  }

  private static MutableHttpResponse<LegalHoldDto> answer(Outcome<LegalHold> outcome) {
    return answer(outcome.orElseThrow(ProblemException::of));
  }

  private static MutableHttpResponse<LegalHoldDto> answer(LegalHold hold) {
    return HttpResponse.ok(model(hold)).header(HttpHeaders.ETAG, ETags.of(hold.version()));
  }

  private static LegalHoldDto model(LegalHold hold) {
    LegalHoldDto model =
        new LegalHoldDto()
            .id(hold.id())
            .objectKind(LegalHoldCodes.KINDS.toContract(hold.objectKind()))
            .objectId(hold.objectId())
            .objectReference(hold.objectReference())
            .reason(hold.reason())
            .state(LegalHoldCodes.STATES.toContract(hold.state()))
            .placedAt(hold.placedAt().atOffset(ZoneOffset.UTC))
            .placedBy(hold.placedBy());
    LegalHold.Release release = hold.release();
    return release == null
        ? model
        : model
            .releasedAt(release.at().atOffset(ZoneOffset.UTC))
            .releasedBy(release.by())
            .releaseReason(release.reason());
  }
}
