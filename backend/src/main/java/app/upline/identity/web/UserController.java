package app.upline.identity.web;

import app.upline.api.UsersApi;
import app.upline.api.model.User;
import app.upline.api.model.UserPage;
import app.upline.api.model.UserRoles;
import app.upline.identity.Callers;
import app.upline.identity.Role;
import app.upline.identity.UserAdministration;
import app.upline.identity.UserOutcome;
import app.upline.platform.http.ETags;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The people of the caller's organisation, for its administrators. */
@Controller
class UserController implements UsersApi {
  private final UserAdministration users;
  private final Callers callers;

  UserController(UserAdministration users, Callers callers) {
    this.users = users;
    this.callers = callers;
  }

  @Override
  public UserPage listUsers(@Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("users");
    Page<app.upline.identity.User> page =
        users.list(callers.current(), cursors.request(cursor, limit, false));
    return new UserPage()
        .items(page.items().stream().map(IdentityModels::user).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  public HttpResponse<User> getUser(UUID userId, @Nullable String ifNoneMatch) {
    return answer(
        users.find(callers.current(), userId).orElseThrow(() -> ProblemException.notFound("user")));
  }

  @Override
  public HttpResponse<User> replaceUserRoles(
      UUID userId, UserRoles userRoles, @Nullable String ifMatch) {
    List<Role> roles =
        userRoles.getRoles() == null
            ? List.of()
            : userRoles.getRoles().stream().map(role -> Role.valueOf(role.getValue())).toList();
    return answer(users.replaceRoles(callers.current(), userId, seen(ifMatch), roles));
  }

  @Override
  @Idempotent
  public HttpResponse<User> disableUser(
      UUID userId, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    return answer(users.disable(callers.current(), userId, seen(ifMatch)));
  }

  @Override
  @Idempotent
  public HttpResponse<User> enableUser(
      UUID userId, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    return answer(users.enable(callers.current(), userId, seen(ifMatch)));
  }

  private static IntConsumer seen(@Nullable String ifMatch) {
    return version -> ETags.requireMatch(ifMatch, ETags.of(version));
  }

  private static HttpResponse<User> answer(UserOutcome outcome) {
    return switch (outcome) {
      case UserOutcome.Saved(var user) -> answer(user);
      case UserOutcome.NotFound() -> throw ProblemException.notFound("user");
      case UserOutcome.Refused(var faults) -> throw ProblemException.invalid(faults);
      case UserOutcome.WrongState(var why) -> throw ProblemException.wrongState(why, List.of());
    };
  }

  private static HttpResponse<User> answer(app.upline.identity.User user) {
    // Somebody's sign-in changes what is shown, too, but not what a change is decided on.
    return HttpResponse.ok(IdentityModels.user(user))
        .header(HttpHeaders.ETAG, ETags.of(user.version()));
  }
}
