package app.upline.identity;

import java.util.Set;
import java.util.UUID;

/**
 * A person to be given an account.
 *
 * @param organizationId an agency's or a carrier's id, as the kind says
 * @param roles at least one, all of that kind of organization
 */
public record NewUser(
    String email,
    String name,
    String password,
    OrganizationKind kind,
    UUID organizationId,
    Set<Role> roles) {
  public NewUser {
    roles = Set.copyOf(roles);
    if (roles.isEmpty() || roles.stream().anyMatch(role -> role.side() != kind)) {
      throw new IllegalArgumentException(
          "People of the kind %s cannot be %s".formatted(kind, roles));
    }
  }

  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return "NewUser[%s, %s, %s]".formatted(kind, organizationId, roles);
  }
}
