package app.upline.identity.web;

import app.upline.api.UsersApi;
import app.upline.api.model.Invitation;
import app.upline.api.model.InvitationDraft;
import app.upline.api.model.InvitationPage;
import app.upline.api.model.SecuritySettings;
import app.upline.api.model.SecuritySettingsChange;
import app.upline.api.model.User;
import app.upline.api.model.UserPage;
import app.upline.api.model.UserRoles;
import app.upline.identity.Callers;
import app.upline.identity.InvitationOutcome;
import app.upline.identity.InvitationService;
import app.upline.identity.OrganisationSecurity;
import app.upline.identity.SecurityAdministration;
import app.upline.identity.SecurityOutcome;
import app.upline.identity.UserAdministration;
import app.upline.identity.UserOutcome;
import app.upline.platform.http.ETags;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.text.Words;
import app.upline.platform.validation.Fault;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** The people of the caller's organisation, for its administrators. */
@Controller
class UserController implements UsersApi {
  private static final int NAME_LENGTH = 200;

  private final UserAdministration users;
  private final Callers callers;

  private final InvitationService invitations;
  private final OrganisationSecurity security;
  private final SecurityAdministration securityAdministration;
  private final Clock clock;

  UserController(
      UserAdministration users,
      InvitationService invitations,
      OrganisationSecurity security,
      SecurityAdministration securityAdministration,
      Callers callers,
      Clock clock) {
    this.users = users;
    this.invitations = invitations;
    this.security = security;
    this.securityAdministration = securityAdministration;
    this.callers = callers;
    this.clock = clock;
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
    return answer(
        users.replaceRoles(
            callers.current(), userId, seen(ifMatch), IdentityModels.roles(userRoles.getRoles())));
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

  @Override
  @Idempotent
  public HttpResponse<User> removeUserSecondFactor(
      UUID userId, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    return answer(users.removeSecondFactor(callers.current(), userId, seen(ifMatch)));
  }

  @Override
  public HttpResponse<SecuritySettings> getSecuritySettings(@Nullable String ifNoneMatch) {
    return answer(security.of(callers.current()));
  }

  @Override
  public HttpResponse<SecuritySettings> replaceSecuritySettings(
      SecuritySettingsChange change, @Nullable String ifMatch) {
    if (change.getSecondFactorRequired() == null) {
      throw ProblemException.invalid(
          List.of(new Fault("/secondFactorRequired", "REQUIRED", "This is required.")));
    }
    return switch (securityAdministration.replace(
        callers.current(),
        change.getSecondFactorRequired(),
        change.getRoleChangesApproved(),
        seen(ifMatch))) {
      case SecurityOutcome.Saved(var saved) -> answer(saved);
      case SecurityOutcome.Waiting(var waiting) ->
          RoleChangeController.waiting(waiting, clock.instant());
      case SecurityOutcome.WrongState(var why) -> throw ProblemException.wrongState(why, List.of());
    };
  }

  private static HttpResponse<SecuritySettings> answer(
      app.upline.identity.SecuritySettings settings) {
    return HttpResponse.ok(
            new SecuritySettings()
                .secondFactorRequired(settings.secondFactorRequired())
                .roleChangesApproved(settings.roleChangesApproved()))
        .header(HttpHeaders.ETAG, ETags.of(settings.version()));
  }

  @Override
  public InvitationPage listInvitations(@Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("invitations");
    Page<app.upline.identity.Invitation> page =
        invitations.list(callers.current(), cursors.request(cursor, limit, false));
    return new InvitationPage()
        .items(page.items().stream().map(this::model).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  @Idempotent
  public HttpResponse<Invitation> createInvitation(
      InvitationDraft draft, @Nullable String idempotencyKey) {
    List<Fault> faults = new ArrayList<>();
    String email = Credentials.text("/email", draft.getEmail(), Credentials.EMAIL_LENGTH, faults);
    String name = Credentials.text("/name", draft.getName(), NAME_LENGTH, faults);
    Credentials.refuse(faults);
    Invitation invited =
        invitation(
            invitations.invite(
                callers.current(),
                email.strip(),
                Words.tidy(name),
                IdentityModels.roles(draft.getRoles())));
    return HttpResponse.created(invited)
        .header(HttpHeaders.ETAG, ETags.of(1))
        .header(HttpHeaders.LOCATION, "/v1/invitations/" + invited.getId());
  }

  @Override
  public HttpResponse<Invitation> getInvitation(UUID invitationId, @Nullable String ifNoneMatch) {
    return answer(
        invitations
            .find(callers.current(), invitationId)
            .orElseThrow(() -> ProblemException.notFound("invitation")));
  }

  @Override
  @Idempotent
  public HttpResponse<Invitation> revokeInvitation(
      UUID invitationId, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    return switch (invitations.revoke(callers.current(), invitationId, seen(ifMatch))) {
      case InvitationOutcome.Saved(var saved) -> answer(saved);
      case InvitationOutcome other -> throw refusal(other);
    };
  }

  private Invitation invitation(InvitationOutcome outcome) {
    if (outcome instanceof InvitationOutcome.Saved(var saved)) {
      return model(saved);
    }
    throw refusal(outcome);
  }

  private static ProblemException refusal(InvitationOutcome outcome) {
    return switch (outcome) {
      case InvitationOutcome.NotFound() -> ProblemException.notFound("invitation");
      case InvitationOutcome.Refused(var faults) -> ProblemException.invalid(faults);
      case InvitationOutcome.WrongState(var why) -> ProblemException.wrongState(why, List.of());
      case InvitationOutcome.Throttled(var met) -> ProblemException.tooMany(met);
      case InvitationOutcome.Saved saved -> throw new IllegalArgumentException("not a refusal");
    };
  }

  private HttpResponse<Invitation> answer(app.upline.identity.Invitation invitation) {
    // What has expired by itself looks different and is the same version: nobody changed it.
    return HttpResponse.ok(model(invitation))
        .header(HttpHeaders.ETAG, ETags.of(invitation.version()));
  }

  private Invitation model(app.upline.identity.Invitation invitation) {
    return IdentityModels.invitation(invitation, clock.instant());
  }

  private static IntConsumer seen(@Nullable String ifMatch) {
    return version -> ETags.requireMatch(ifMatch, ETags.of(version));
  }

  private HttpResponse<User> answer(UserOutcome outcome) {
    return switch (outcome) {
      case UserOutcome.Saved(var user) -> answer(user);
      case UserOutcome.Waiting(var change) -> RoleChangeController.waiting(change, clock.instant());
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
