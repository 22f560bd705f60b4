package app.upline.identity;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is looked up of a caller with every request.
 *
 * @param roles parted by commas; null when there is none
 * @param lacksSecondFactor 1 where the organisation requires one, and none was shown
 */
@Introspected
record CallerRow(
    UUID id,
    String name,
    @Nullable UUID agencyId,
    @Nullable UUID carrierId,
    @Nullable String roles,
    Instant lastUsedAt,
    int lacksSecondFactor,
    Instant confirmedAt) {

  CurrentUser user() {
    return user(id, name, agencyId, carrierId, roles);
  }

  static CurrentUser user(
      UUID id,
      String name,
      @Nullable UUID agencyId,
      @Nullable UUID carrierId,
      @Nullable String roles) {
    UUID organisation = agencyId != null ? agencyId : carrierId;
    if (organisation == null) {
      throw new IllegalStateException("Somebody without an organisation, which a check forbids");
    }
    return new CurrentUser(
        id,
        name,
        agencyId != null ? OrganisationKind.AGENCY : OrganisationKind.CARRIER,
        organisation,
        rolesOf(roles));
  }

  static Set<Role> rolesOf(@Nullable String roles) {
    return roles == null
        ? Set.of()
        : Arrays.stream(roles.split(",")).map(Role::valueOf).collect(Collectors.toSet());
  }
}
