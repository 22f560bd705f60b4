package app.upline.identity.web;

import app.upline.api.model.CurrentUser;
import app.upline.api.model.Organisation;
import app.upline.api.model.OrganisationKind;
import app.upline.api.model.Role;
import app.upline.api.model.Session;
import app.upline.api.model.SessionTokenType;
import app.upline.identity.Grant;
import app.upline.identity.Profile;
import java.util.List;

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
    List<Role> roles =
        profile.user().roles().stream().sorted().map(role -> Role.fromValue(role.name())).toList();
    return new CurrentUser()
        .id(profile.user().id())
        .name(profile.user().name())
        .email(profile.email())
        .organisation(
            new Organisation()
                .id(profile.user().organisationId())
                .kind(OrganisationKind.fromValue(profile.user().kind().name()))
                .name(profile.organisationName()))
        .roles(roles);
  }
}
