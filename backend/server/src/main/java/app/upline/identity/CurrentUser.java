package app.upline.identity;

import java.util.Set;
import java.util.UUID;

/**
 * Who calls: whom the access token names, with the roles that the database has for them when the
 * request comes (ADR 14).
 *
 * @param organizationId the agency's or the carrier's id: the scope of everything the caller sees
 */
public record CurrentUser(
    UUID id, String name, OrganizationKind kind, UUID organizationId, Set<Role> roles) {
  public CurrentUser {
    roles = Set.copyOf(roles);
  }

  /**
   * The agency the caller works for.
   *
   * @throws IllegalStateException for a carrier's people: the operation's roles should have kept
   *     them out
   */
  public UUID agencyId() {
    return organizationOf(OrganizationKind.AGENCY);
  }

  /**
   * The carrier the caller works for.
   *
   * @throws IllegalStateException for an agency's people: the operation's roles should have kept
   *     them out
   */
  public UUID carrierId() {
    return organizationOf(OrganizationKind.CARRIER);
  }

  private UUID organizationOf(OrganizationKind wanted) {
    if (kind != wanted) {
      throw new IllegalStateException(
          "The caller belongs to the kind %s, not %s".formatted(kind, wanted));
    }
    return organizationId;
  }
}
