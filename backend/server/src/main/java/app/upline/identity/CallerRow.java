package app.upline.identity;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
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
 * @param lacksSecondFactor 1 where the organization requires one, and none was shown
 */
@MappedEntity("session")
public record CallerRow(
    @Id @BinaryId UUID id,
    String name,
    @BinaryId UUID organizationId,
    OrganizationKind organizationKind,
    @Nullable String roles,
    Instant lastUsedAt,
    int lacksSecondFactor,
    Instant confirmedAt) {

  public CurrentUser user() {
    return new CurrentUser(id, name, organizationKind, organizationId, rolesOf(roles));
  }

  public static Set<Role> rolesOf(@Nullable String roles) {
    return roles == null
        ? Set.of()
        : Arrays.stream(roles.split(",")).map(Role::valueOf).collect(Collectors.toSet());
  }
}
