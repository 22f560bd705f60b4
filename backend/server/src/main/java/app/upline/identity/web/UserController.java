package app.upline.identity.web;

import app.upline.api.UsersApi;
import app.upline.api.model.ExportFormatDto;
import app.upline.api.model.InvitationDraftDto;
import app.upline.api.model.InvitationDto;
import app.upline.api.model.InvitationPageDto;
import app.upline.api.model.InvitationStatusDto;
import app.upline.api.model.RoleDto;
import app.upline.api.model.SecuritySettingsChangeDto;
import app.upline.api.model.SecuritySettingsDto;
import app.upline.api.model.SortDirectionDto;
import app.upline.api.model.UserDto;
import app.upline.api.model.UserPageDto;
import app.upline.api.model.UserRolesDto;
import app.upline.api.model.UserStatusDto;
import app.upline.identity.CurrentUser;
import app.upline.identity.CurrentUserProvider;
import app.upline.identity.OrganizationSecurity;
import app.upline.identity.SecuritySettings;
import app.upline.identity.User;
import app.upline.identity.UserFilter;
import app.upline.identity.people.AppliedOrWaiting;
import app.upline.identity.people.Invitation;
import app.upline.identity.people.InvitationService;
import app.upline.identity.people.RoleChange;
import app.upline.identity.people.SecurityAdministration;
import app.upline.identity.people.UserAdministration;
import app.upline.identity.workbook.PeopleExport;
import app.upline.platform.download.Downloads;
import app.upline.platform.download.TableFormat;
import app.upline.platform.http.ETags;
import app.upline.platform.http.Orders;
import app.upline.platform.http.Searches;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.listing.Direction;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.share.LongWork;
import app.upline.platform.text.Words;
import app.upline.platform.validation.Fault;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The people of the callers organization, for its administrators. */
@Controller
class UserController implements UsersApi {
  private static final int NAME_LENGTH = 200;

  private final UserAdministration users;
  private final CurrentUserProvider callers;

  private final InvitationService invitations;
  private final OrganizationSecurity security;
  private final SecurityAdministration securityAdministration;
  private final PeopleExport export;
  private final Downloads downloads;
  private final Clock clock;

  UserController(
      UserAdministration users,
      InvitationService invitations,
      OrganizationSecurity security,
      SecurityAdministration securityAdministration,
      PeopleExport export,
      Downloads downloads,
      CurrentUserProvider callers,
      Clock clock) {
    this.users = users;
    this.invitations = invitations;
    this.security = security;
    this.securityAdministration = securityAdministration;
    this.export = export;
    this.downloads = downloads;
    this.callers = callers;
    this.clock = clock;
  }

  @Override
  public UserPageDto listUsers(
      @Nullable String q,
      @Nullable RoleDto role,
      @Nullable UserStatusDto status,
      @Nullable SortDirectionDto direction,
      @Nullable String cursor,
      @Nullable Integer limit) {
    UserFilter filter = filter(q, role, status);
    Direction order = Orders.of(Direction.ASCENDING, direction);
    Cursors cursors = Cursors.of("users", filter, order);
    Page<User> page =
        users.list(callers.current(), filter, order, cursors.request(cursor, limit, false));
    return new UserPageDto()
        .items(page.items().stream().map(IdentityModels::user).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> exportUsers(
      @Nullable String q,
      @Nullable RoleDto role,
      @Nullable UserStatusDto status,
      @Nullable SortDirectionDto direction,
      @Nullable ExportFormatDto format) {
    CurrentUser caller = callers.current();
    UserFilter filter = filter(q, role, status);
    Direction order = Orders.of(Direction.ASCENDING, direction);
    TableFormat wanted = downloads.wanted(format);
    return downloads.table(
        "people", wanted, out -> export.write(caller, filter, order, wanted, out));
  }

  private static UserFilter filter(
      @Nullable String q, @Nullable RoleDto role, @Nullable UserStatusDto status) {
    return new UserFilter(
        Searches.checked("q", q),
        IdentityCodes.ROLES.toDomainOrNull(role),
        status == null ? null : status == UserStatusDto.ACTIVE);
  }

  @Override
  public HttpResponse<UserDto> getUser(UUID userId, @Nullable String ifNoneMatch) {
    return answer(
        users.find(callers.current(), userId).orElseThrow(() -> ProblemException.notFound("user")));
  }

  @Override
  public HttpResponse<UserDto> replaceUserRoles(
      UUID userId, @Nullable String ifMatch, UserRolesDto userRoles) {
    return switch (users
        .replaceRoles(
            callers.current(),
            userId,
            ETags.expected(ifMatch),
            IdentityModels.roles(userRoles.getRoles()))
        .orElseThrow(ProblemException::of)) {
      case AppliedOrWaiting.Applied(User user) -> answer(user);
      case AppliedOrWaiting.Waiting(RoleChange waiting) ->
          RoleChangeController.waiting(waiting, clock.instant());
    };
  }

  @Override
  @Idempotent
  public HttpResponse<UserDto> disableUser(
      UUID userId, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    return answer(users.disable(callers.current(), userId, ETags.expected(ifMatch)));
  }

  @Override
  @Idempotent
  public HttpResponse<UserDto> enableUser(
      UUID userId, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    return answer(users.enable(callers.current(), userId, ETags.expected(ifMatch)));
  }

  @Override
  @Idempotent
  public HttpResponse<UserDto> disableUserSecondFactor(
      UUID userId, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    return answer(users.removeSecondFactor(callers.current(), userId, ETags.expected(ifMatch)));
  }

  @Override
  public HttpResponse<SecuritySettingsDto> getSecuritySettings(@Nullable String ifNoneMatch) {
    return answer(security.of(callers.current()));
  }

  @Override
  public HttpResponse<SecuritySettingsDto> replaceSecuritySettings(
      @Nullable String ifMatch, SecuritySettingsChangeDto change) {
    if (change.getSecondFactorRequired() == null) {
      throw ProblemException.invalid(
          List.of(new Fault("/secondFactorRequired", "REQUIRED", "This is required.")));
    }
    return switch (securityAdministration
        .replace(
            callers.current(),
            change.getSecondFactorRequired(),
            change.getRoleChangesApproved(),
            ETags.expected(ifMatch))
        .orElseThrow(ProblemException::of)) {
      case AppliedOrWaiting.Applied(SecuritySettings settings) -> answer(settings);
      case AppliedOrWaiting.Waiting(RoleChange waiting) ->
          RoleChangeController.waiting(waiting, clock.instant());
    };
  }

  private static HttpResponse<SecuritySettingsDto> answer(SecuritySettings settings) {
    return HttpResponse.ok(
            new SecuritySettingsDto()
                .secondFactorRequired(settings.secondFactorRequired())
                .roleChangesApproved(settings.roleChangesApproved()))
        .header(HttpHeaders.ETAG, ETags.of(settings.version()));
  }

  @Override
  public InvitationPageDto listInvitations(
      @Nullable InvitationStatusDto status,
      @Nullable SortDirectionDto direction,
      @Nullable String cursor,
      @Nullable Integer limit) {
    Direction order = Orders.of(Direction.ASCENDING, direction);
    Cursors cursors = Cursors.of("invitations", status, order);
    Page<Invitation> page =
        invitations.list(
            callers.current(),
            IdentityCodes.INVITATION_STATUSES.toDomainOrNull(status),
            order,
            cursors.request(cursor, limit, false));
    return new InvitationPageDto()
        .items(page.items().stream().map(this::model).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  @Idempotent
  public HttpResponse<InvitationDto> createInvitation(
      InvitationDraftDto draft, @Nullable String idempotencyKey) {
    List<Fault> faults = new ArrayList<>();
    String email = Credentials.text("/email", draft.getEmail(), Credentials.EMAIL_LENGTH, faults);
    String name = Credentials.text("/name", draft.getName(), NAME_LENGTH, faults);
    Credentials.refuse(faults);
    InvitationDto invited =
        model(
            invitations
                .invite(
                    callers.current(),
                    email.strip(),
                    Words.tidy(name),
                    IdentityModels.roles(draft.getRoles()))
                .orElseThrow(ProblemException::of));
    return HttpResponse.created(invited)
        .header(HttpHeaders.ETAG, ETags.of(1))
        .header(HttpHeaders.LOCATION, "/v1/invitations/" + invited.getId());
  }

  @Override
  public HttpResponse<InvitationDto> getInvitation(
      UUID invitationId, @Nullable String ifNoneMatch) {
    return answer(
        invitations
            .find(callers.current(), invitationId)
            .orElseThrow(() -> ProblemException.notFound("invitation")));
  }

  @Override
  @Idempotent
  public HttpResponse<InvitationDto> revokeInvitation(
      UUID invitationId, @Nullable String ifMatch, @Nullable String idempotencyKey) {
    return answer(
        invitations
            .revoke(callers.current(), invitationId, ETags.expected(ifMatch))
            .orElseThrow(ProblemException::of));
  }

  private HttpResponse<InvitationDto> answer(Invitation invitation) {
    // What has expired by itself looks different and is the same version: it was not changed.
    return HttpResponse.ok(model(invitation))
        .header(HttpHeaders.ETAG, ETags.of(invitation.version()));
  }

  private InvitationDto model(Invitation invitation) {
    return IdentityModels.invitation(invitation, clock.instant());
  }

  private static HttpResponse<UserDto> answer(Outcome<User> outcome) {
    return answer(outcome.orElseThrow(ProblemException::of));
  }

  private static HttpResponse<UserDto> answer(User user) {
    // A person's sign-in changes what is shown, too, but not what a change is decided on.
    return HttpResponse.ok(IdentityModels.user(user))
        .header(HttpHeaders.ETAG, ETags.of(user.version()));
  }
}
