package app.upline.identity.web;

import app.upline.api.RoleChangesApi;
import app.upline.api.model.Role;
import app.upline.api.model.RoleChange;
import app.upline.api.model.RoleChangeKind;
import app.upline.api.model.RoleChangePage;
import app.upline.api.model.RoleChangeStatus;
import app.upline.identity.Callers;
import app.upline.identity.RoleChangeOutcome;
import app.upline.identity.RoleChanges;
import app.upline.platform.http.ETags;
import app.upline.platform.idempotency.Idempotent;
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
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** What one administrator asks for and a second one decides. */
@Controller
class RoleChangeController implements RoleChangesApi {
  private final RoleChanges changes;
  private final Callers callers;
  private final Clock clock;

  RoleChangeController(RoleChanges changes, Callers callers, Clock clock) {
    this.changes = changes;
    this.callers = callers;
    this.clock = clock;
  }

  @Override
  public RoleChangePage listRoleChanges(@Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("role-changes");
    Page<app.upline.identity.RoleChange> page =
        changes.list(callers.current(), cursors.request(cursor, limit, false));
    Instant now = clock.instant();
    return new RoleChangePage()
        .items(page.items().stream().map(change -> model(change, now)).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  public HttpResponse<RoleChange> getRoleChange(UUID roleChangeId, @Nullable String ifNoneMatch) {
    return answer(
        changes
            .find(callers.current(), roleChangeId)
            .orElseThrow(() -> ProblemException.notFound("role change")),
        clock.instant());
  }

  @Override
  @Idempotent
  public HttpResponse<RoleChange> approveRoleChange(
      UUID roleChangeId, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    return answer(changes.approve(callers.current(), roleChangeId, seen(ifMatch)));
  }

  @Override
  @Idempotent
  public HttpResponse<RoleChange> refuseRoleChange(
      UUID roleChangeId, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    return answer(changes.refuse(callers.current(), roleChangeId, seen(ifMatch)));
  }

  private HttpResponse<RoleChange> answer(RoleChangeOutcome outcome) {
    return switch (outcome) {
      case RoleChangeOutcome.Saved(var change) -> answer(change, clock.instant());
      case RoleChangeOutcome.NotFound() -> throw ProblemException.notFound("role change");
      case RoleChangeOutcome.WrongState(var why) ->
          throw ProblemException.wrongState(why, List.of());
    };
  }

  /** Instead of what was asked for: it waits. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  static <T> HttpResponse<T> waiting(app.upline.identity.RoleChange change, Instant now) {
    return (HttpResponse)
        HttpResponse.accepted()
            .header(HttpHeaders.ETAG, ETags.of(change.version()))
            .body(model(change, now));
  }

  private static HttpResponse<RoleChange> answer(
      app.upline.identity.RoleChange change, Instant now) {
    return HttpResponse.ok(model(change, now)).header(HttpHeaders.ETAG, ETags.of(change.version()));
  }

  private static RoleChange model(app.upline.identity.RoleChange change, Instant now) {
    List<Role> roles =
        change.roles().stream().sorted().map(role -> Role.fromValue(role.name())).toList();
    return new RoleChange()
        .id(change.id())
        .kind(RoleChangeKind.fromValue(change.kind().name()))
        .status(RoleChangeStatus.fromValue(change.stateAt(now).name()))
        .userId(change.userId())
        .userName(change.userName())
        .roles(roles.isEmpty() ? null : roles)
        .askedBy(change.askerName())
        .askedAt(change.askedAt().atOffset(ZoneOffset.UTC))
        .expiresAt(change.expiresAt().atOffset(ZoneOffset.UTC))
        .decidedBy(change.deciderName())
        .decidedAt(change.decidedAt() == null ? null : change.decidedAt().atOffset(ZoneOffset.UTC));
  }

  private static IntConsumer seen(@Nullable String ifMatch) {
    return version -> ETags.requireMatch(ifMatch, ETags.of(version));
  }
}
