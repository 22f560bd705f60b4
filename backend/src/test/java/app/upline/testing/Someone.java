package app.upline.testing;

import app.upline.identity.OrganisationKind;
import app.upline.identity.Role;
import java.util.UUID;

/** A person of a test, already signed in. */
public record Someone(
    UUID id,
    String email,
    String password,
    OrganisationKind kind,
    UUID organisationId,
    Role role,
    String accessToken,
    String refreshToken) {}
