package app.upline.retention.web;

import app.upline.api.LegalHoldsApi;
import app.upline.api.model.LegalHoldDraft;
import app.upline.api.model.LegalHoldKind;
import app.upline.api.model.LegalHoldPage;
import app.upline.api.model.LegalHoldRelease;
import app.upline.api.model.LegalHoldState;
import app.upline.identity.Callers;
import app.upline.platform.http.ETags;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import app.upline.retention.HoldDraft;
import app.upline.retention.HoldFilter;
import app.upline.retention.HoldKind;
import app.upline.retention.HoldOutcome;
import app.upline.retention.LegalHold;
import app.upline.retention.LegalHolds;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class LegalHoldController implements LegalHoldsApi {

  private final Callers callers;
  private final LegalHolds holds;

  LegalHoldController(Callers callers, LegalHolds holds) {
    this.callers = callers;
    this.holds = holds;
  }

  @Override
  public LegalHoldPage listLegalHolds(
      @Nullable LegalHoldState state,
      @Nullable LegalHoldKind objectKind,
      @Nullable String cursor,
      @Nullable Integer limit) {
    HoldFilter filter =
        new HoldFilter(
            state == null ? null : LegalHold.State.valueOf(state.name()), kind(objectKind));
    Cursors cursors = Cursors.of("legal-holds", filter);
    Page<LegalHold> page =
        holds.page(callers.current(), filter, cursors.request(cursor, limit, false));
    return new LegalHoldPage()
        .items(page.items().stream().map(LegalHoldController::model).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  @Idempotent
  public HttpResponse<app.upline.api.model.LegalHold> placeLegalHold(
      LegalHoldDraft draft, @Nullable String idempotencyKey) {
    HoldOutcome outcome =
        holds.place(
            callers.current(),
            new HoldDraft(kind(draft.getObjectKind()), draft.getObjectId(), draft.getReason()));
    MutableHttpResponse<app.upline.api.model.LegalHold> answer = answer(outcome);
    return answer
        .status(HttpStatus.CREATED)
        .header(HttpHeaders.LOCATION, "/v1/legal-holds/" + answer.body().getId());
  }

  @Override
  public HttpResponse<app.upline.api.model.LegalHold> getLegalHold(
      UUID legalHoldId, @Nullable String ifNoneMatch) {
    return holds
        .find(callers.current(), legalHoldId)
        .map(hold -> answer(new HoldOutcome.Done(hold)))
        .orElseThrow(() -> ProblemException.notFound("legal hold"));
  }

  @Override
  @Idempotent
  public HttpResponse<app.upline.api.model.LegalHold> releaseLegalHold(
      UUID legalHoldId,
      LegalHoldRelease release,
      @Nullable String ifMatch,
      @Nullable String idempotencyKey) {
    return answer(
        holds.release(
            callers.current(),
            legalHoldId,
            version -> ETags.requireMatch(ifMatch, ETags.of(version)),
            release.getReason()));
  }

  private static @Nullable HoldKind kind(@Nullable LegalHoldKind code) {
    return code == null ? null : HoldKind.valueOf(code.name());
  }

  private static MutableHttpResponse<app.upline.api.model.LegalHold> answer(HoldOutcome outcome) {
    LegalHold hold =
        switch (outcome) {
          case HoldOutcome.Done done -> done.hold();
          case HoldOutcome.NotFound(String what) -> throw ProblemException.notFound(what);
          case HoldOutcome.AlreadyReleased() ->
              throw ProblemException.wrongState(
                  "The hold was released already; place a new one.", List.of());
          case HoldOutcome.Refused refused -> throw ProblemException.invalid(refused.faults());
        };
    return HttpResponse.ok(model(hold)).header(HttpHeaders.ETAG, ETags.of(hold.version()));
  }

  private static app.upline.api.model.LegalHold model(LegalHold hold) {
    app.upline.api.model.LegalHold model =
        new app.upline.api.model.LegalHold()
            .id(hold.id())
            .objectKind(LegalHoldKind.valueOf(hold.objectKind().name()))
            .objectId(hold.objectId())
            .objectReference(hold.objectReference())
            .reason(hold.reason())
            .state(LegalHoldState.valueOf(hold.state().name()))
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
