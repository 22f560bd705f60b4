package app.upline.identity;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is looked up of a machine with every request. */
@Introspected
record MachineRow(
    UUID id,
    String name,
    @Nullable UUID agencyId,
    @Nullable UUID carrierId,
    @Nullable String roles,
    String scopes,
    @Nullable Instant lastUsedAt) {

  CurrentUser user() {
    return CallerRow.user(id, name, agencyId, carrierId, roles);
  }
}
