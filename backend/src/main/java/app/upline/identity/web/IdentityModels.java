package app.upline.identity.web;

import app.upline.api.model.CurrentUser;
import app.upline.api.model.Invitation;
import app.upline.api.model.InvitationStatus;
import app.upline.api.model.JsonWebKey;
import app.upline.api.model.JsonWebKeySet;
import app.upline.api.model.Organisation;
import app.upline.api.model.OrganisationKind;
import app.upline.api.model.OwnSession;
import app.upline.api.model.Role;
import app.upline.api.model.Session;
import app.upline.api.model.SessionTokenType;
import app.upline.api.model.User;
import app.upline.api.model.UserStatus;
import app.upline.identity.Grant;
import app.upline.identity.OwnSessions;
import app.upline.identity.Profile;
import app.upline.identity.PublishedKey;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Our records in the words of the contract. */
final class IdentityModels {
  private IdentityModels() {}

  static Session session(Grant grant) {
    return new Session()
        .accessToken(grant.accessToken())
        .tokenType(SessionTokenType.BEARER)
        .expiresIn(Math.toIntExact(grant.accessLife().toSeconds()))
        .refreshToken(grant.refreshToken())
        .refreshExpiresIn(Math.toIntExact(grant.refreshLife().toSeconds()))
        .user(user(grant.profile()));
  }

  static CurrentUser user(Profile profile) {
    return new CurrentUser()
        .id(profile.user().id())
        .name(profile.user().name())
        .email(profile.email())
        .organisation(
            new Organisation()
                .id(profile.user().organisationId())
                .kind(OrganisationKind.fromValue(profile.user().kind().name()))
                .name(profile.organisationName()))
        .roles(roles(profile.user().roles()));
  }

  static User user(app.upline.identity.User user) {
    return new User()
        .id(user.id())
        .name(user.name())
        .email(user.email())
        .roles(roles(user.roles()))
        .status(user.active() ? UserStatus.ACTIVE : UserStatus.DISABLED)
        .secondFactor(user.secondFactor())
        .createdAt(user.createdAt().atOffset(ZoneOffset.UTC))
        .lastSignInAt(
            user.lastSignInAt() == null ? null : user.lastSignInAt().atOffset(ZoneOffset.UTC));
  }

  private static List<Role> roles(Set<app.upline.identity.Role> roles) {
    return roles.stream().sorted().map(role -> Role.fromValue(role.name())).toList();
  }

  static OwnSession session(OwnSessions.OwnSession session, UUID current) {
    return new OwnSession()
        .id(session.id())
        .startedAt(session.startedAt().atOffset(ZoneOffset.UTC))
        .lastUsedAt(session.lastUsedAt().atOffset(ZoneOffset.UTC))
        .expiresAt(session.expiresAt().atOffset(ZoneOffset.UTC))
        .address(session.address())
        .userAgent(session.userAgent())
        .secondFactor(session.secondFactor())
        .current(session.id().equals(current));
  }

  static JsonWebKeySet keys(List<PublishedKey> keys) {
    return new JsonWebKeySet()
        .keys(
            keys.stream()
                .map(
                    key ->
                        new JsonWebKey()
                            .kty("EC")
                            .crv("P-256")
                            .x(key.x())
                            .y(key.y())
                            .kid(key.id())
                            .use("sig")
                            .alg("ES256"))
                .toList());
  }

  /** Our roles of the contract's; absent is none. */
  static List<app.upline.identity.Role> roles(@Nullable List<Role> roles) {
    return roles == null
        ? List.of()
        : roles.stream()
            .map(role -> app.upline.identity.Role.valueOf(role.getValue()))
            .distinct()
            .toList();
  }

  static Invitation invitation(app.upline.identity.Invitation invitation, Instant now) {
    return new Invitation()
        .id(invitation.id())
        .email(invitation.email())
        .name(invitation.name())
        .roles(roles(invitation.roles()))
        .status(InvitationStatus.fromValue(invitation.statusAt(now).name()))
        .createdAt(invitation.createdAt().atOffset(ZoneOffset.UTC))
        .expiresAt(invitation.expiresAt().atOffset(ZoneOffset.UTC));
  }
}
