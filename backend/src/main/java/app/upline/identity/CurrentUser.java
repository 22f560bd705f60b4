package app.upline.identity;

import java.util.Set;
import java.util.UUID;

/**
 * Who calls, as the access token says.
 *
 * @param organisationId the agency's or the carrier's id: the scope of everything the caller sees
 */
public record CurrentUser(
    UUID id, String name, OrganisationKind kind, UUID organisationId, Set<Role> roles) {
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
    return organisationOf(OrganisationKind.AGENCY);
  }

  /**
   * The carrier the caller works for.
   *
   * @throws IllegalStateException for an agency's people: the operation's roles should have kept
   *     them out
   */
  public UUID carrierId() {
    return organisationOf(OrganisationKind.CARRIER);
  }

  private UUID organisationOf(OrganisationKind wanted) {
    if (kind != wanted) {
      throw new IllegalStateException(
          "The caller belongs to the kind %s, not %s".formatted(kind, wanted));
    }
    return organisationId;
  }
}
