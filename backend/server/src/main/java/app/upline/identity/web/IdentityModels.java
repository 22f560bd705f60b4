package app.upline.identity.web;

import app.upline.api.model.CurrentUserDto;
import app.upline.api.model.InvitationDto;
import app.upline.api.model.JsonWebKeyDto;
import app.upline.api.model.JsonWebKeySetDto;
import app.upline.api.model.OrganizationDto;
import app.upline.api.model.OwnSessionDto;
import app.upline.api.model.RefreshTokenPlaceDto;
import app.upline.api.model.RoleDto;
import app.upline.api.model.SessionDto;
import app.upline.api.model.SignInChallengeDto;
import app.upline.api.model.SignInResultDto;
import app.upline.api.model.SignInStatusDto;
import app.upline.api.model.TokenTypeDto;
import app.upline.api.model.UserDto;
import app.upline.api.model.UserStatusDto;
import app.upline.identity.Profile;
import app.upline.identity.Role;
import app.upline.identity.User;
import app.upline.identity.people.Invitation;
import app.upline.identity.session.Grant;
import app.upline.identity.session.OwnSessions;
import app.upline.identity.token.PublishedKey;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Our records in the words of the contract. */
final class IdentityModels {
  private IdentityModels() {}

  /** What every way to sign in answers when it succeeds. */
  static MutableHttpResponse<SignInResultDto> signedIn(
      Grant grant, @Nullable RefreshTokenPlaceDto place) {
    SessionDto session = session(grant);
    return SessionCookie.place(
        place,
        grant,
        session,
        HttpResponse.created(
            new SignInResultDto().status(SignInStatusDto.SIGNED_IN).session(session)));
  }

  /** A session that goes on. */
  static MutableHttpResponse<SessionDto> refreshed(Grant grant, RefreshTokenPlaceDto place) {
    SessionDto session = session(grant);
    return SessionCookie.place(place, grant, session, HttpResponse.created(session));
  }

  static SignInResultDto challenged(String challenge, Duration life) {
    return new SignInResultDto()
        .status(SignInStatusDto.SECOND_FACTOR_REQUIRED)
        .challenge(
            new SignInChallengeDto()
                .challenge(challenge)
                .expiresIn(Math.toIntExact(life.toSeconds())));
  }

  private static SessionDto session(Grant grant) {
    return new SessionDto()
        .accessToken(grant.accessToken())
        .tokenType(TokenTypeDto.BEARER)
        .expiresIn(Math.toIntExact(grant.accessLife().toSeconds()))
        .refreshToken(grant.refreshToken())
        .refreshExpiresIn(Math.toIntExact(grant.refreshLife().toSeconds()))
        .user(user(grant.profile()));
  }

  static CurrentUserDto user(Profile profile) {
    return new CurrentUserDto()
        .id(profile.user().id())
        .name(profile.user().name())
        .email(profile.email())
        .organization(
            new OrganizationDto()
                .id(profile.user().organizationId())
                .kind(IdentityCodes.ORGANIZATION_KINDS.toContract(profile.user().kind()))
                .name(profile.organizationName()))
        .roles(roles(profile.user().roles()));
  }

  static UserDto user(User user) {
    return new UserDto()
        .id(user.id())
        .name(user.name())
        .email(user.email())
        .roles(roles(user.roles()))
        .status(user.active() ? UserStatusDto.ACTIVE : UserStatusDto.DISABLED)
        .secondFactor(user.secondFactor())
        .createdAt(user.createdAt().atOffset(ZoneOffset.UTC))
        .lastSignInAt(
            user.lastSignInAt() == null ? null : user.lastSignInAt().atOffset(ZoneOffset.UTC));
  }

  static List<RoleDto> roles(Set<Role> roles) {
    return roles.stream().sorted().map(IdentityCodes.ROLES::toContract).toList();
  }

  static OwnSessionDto session(OwnSessions.OwnSession session, UUID current) {
    return new OwnSessionDto()
        .id(session.id())
        .startedAt(session.startedAt().atOffset(ZoneOffset.UTC))
        .lastUsedAt(session.lastUsedAt().atOffset(ZoneOffset.UTC))
        .expiresAt(session.expiresAt().atOffset(ZoneOffset.UTC))
        .address(session.address())
        .userAgent(session.userAgent())
        .secondFactor(session.secondFactor())
        .current(session.id().equals(current));
  }

  static JsonWebKeySetDto keys(List<PublishedKey> keys) {
    return new JsonWebKeySetDto()
        .keys(
            keys.stream()
                .map(
                    key ->
                        new JsonWebKeyDto()
                            .kty("EC")
                            .crv("P-256")
                            .x(key.x())
                            .y(key.y())
                            .kid(key.id())
                            .use("sig")
                            .alg("ES256"))
                .toList());
  }

  /** Our roles of the contracts; absent is none. */
  static List<Role> roles(@Nullable List<RoleDto> roles) {
    return roles == null
        ? List.of()
        : roles.stream().map(IdentityCodes.ROLES::toDomain).distinct().toList();
  }

  static InvitationDto invitation(Invitation invitation, Instant now) {
    return new InvitationDto()
        .id(invitation.id())
        .email(invitation.email())
        .name(invitation.name())
        .roles(roles(invitation.roles()))
        .status(IdentityCodes.INVITATION_STATUSES.toContract(invitation.statusAt(now)))
        .createdAt(invitation.createdAt().atOffset(ZoneOffset.UTC))
        .expiresAt(invitation.expiresAt().atOffset(ZoneOffset.UTC));
  }
}
