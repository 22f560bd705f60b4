package app.upline.testing;

import app.upline.identity.OrganizationKind;
import app.upline.identity.Role;
import java.util.UUID;

/** A person of a test, already signed in. */
public record TestUser(
    UUID id,
    String email,
    String password,
    OrganizationKind kind,
    UUID organizationId,
    Role role,
    String accessToken,
    String refreshToken) {}
