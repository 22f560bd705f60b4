package app.upline.identity.web;

import app.upline.api.RoleChangesApi;
import app.upline.api.model.RoleChangeDto;
import app.upline.api.model.RoleChangePageDto;
import app.upline.api.model.RoleChangeStatusDto;
import app.upline.api.model.RoleDto;
import app.upline.api.model.SortDirectionDto;
import app.upline.identity.CurrentUserProvider;
import app.upline.identity.people.RoleChange;
import app.upline.identity.people.RoleChanges;
import app.upline.platform.http.ETags;
import app.upline.platform.http.Orders;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.listing.Direction;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one administrator asks for and a second one decides. */
@Controller
class RoleChangeController implements RoleChangesApi {
  private final RoleChanges changes;
  private final CurrentUserProvider callers;
  private final Clock clock;

  RoleChangeController(RoleChanges changes, CurrentUserProvider callers, Clock clock) {
    this.changes = changes;
    this.callers = callers;
    this.clock = clock;
  }

  @Override
  public RoleChangePageDto listRoleChanges(
      @Nullable RoleChangeStatusDto status,
      @Nullable SortDirectionDto direction,
      @Nullable String cursor,
      @Nullable Integer limit) {
    Direction order = Orders.of(Direction.DESCENDING, direction);
    Cursors cursors = Cursors.of("role-changes", status, order);
    Page<RoleChange> page =
        changes.list(
            callers.current(),
            IdentityCodes.ROLE_CHANGE_STATES.toDomainOrNull(status),
            order,
            cursors.request(cursor, limit, false));
    Instant now = clock.instant();
    return new RoleChangePageDto()
        .items(page.items().stream().map(change -> model(change, now)).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  public HttpResponse<RoleChangeDto> getRoleChange(
      UUID roleChangeId, @Nullable String ifNoneMatch) {
    return answer(
        changes
            .find(callers.current(), roleChangeId)
            .orElseThrow(() -> ProblemException.notFound("role change")),
        clock.instant());
  }

  @Override
  @Idempotent
  public HttpResponse<RoleChangeDto> approveRoleChange(
      UUID roleChangeId, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    return answer(changes.approve(callers.current(), roleChangeId, ETags.expected(ifMatch)));
  }

  @Override
  @Idempotent
  public HttpResponse<RoleChangeDto> refuseRoleChange(
      UUID roleChangeId, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    return answer(changes.refuse(callers.current(), roleChangeId, ETags.expected(ifMatch)));
  }

  private HttpResponse<RoleChangeDto> answer(Outcome<RoleChange> outcome) {
    return answer(outcome.orElseThrow(ProblemException::of), clock.instant());
  }

  /** Instead of what was asked for: it waits. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  static <T> HttpResponse<T> waiting(RoleChange change, Instant now) {
    return (HttpResponse)
        HttpResponse.accepted()
            .header(HttpHeaders.ETAG, ETags.of(change.version()))
            .body(model(change, now));
  }

  private static HttpResponse<RoleChangeDto> answer(RoleChange change, Instant now) {
    return HttpResponse.ok(model(change, now)).header(HttpHeaders.ETAG, ETags.of(change.version()));
  }

  private static RoleChangeDto model(RoleChange change, Instant now) {
    List<RoleDto> roles =
        change.roles().stream().sorted().map(IdentityCodes.ROLES::toContract).toList();
    return new RoleChangeDto()
        .id(change.id())
        .kind(IdentityCodes.ROLE_CHANGE_KINDS.toContract(change.kind()))
        .status(IdentityCodes.ROLE_CHANGE_STATES.toContract(change.stateAt(now)))
        .userId(change.userId())
        .userName(change.userName())
        .roles(roles.isEmpty() ? null : roles)
        .askedBy(change.askerName())
        .askedAt(change.requestedAt().atOffset(ZoneOffset.UTC))
        .expiresAt(change.expiresAt().atOffset(ZoneOffset.UTC))
        .decidedBy(change.deciderName())
        .decidedAt(change.decidedAt() == null ? null : change.decidedAt().atOffset(ZoneOffset.UTC));
  }
}
