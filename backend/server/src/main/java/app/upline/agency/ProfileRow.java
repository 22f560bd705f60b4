package app.upline.agency;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an organization is called from a day on, as it is kept. */
@MappedEntity("organization_profile")
record ProfileRow(
    @Id @BinaryId UUID organizationId,
    @Id LocalDate effectiveFrom,
    String name,
    @Nullable EntityType level,
    @Nullable String uplineNpn,
    @Nullable String uplineName,
    boolean pending,
    Instant recordedAt,
    @BinaryId @Nullable UUID recordedBy,
    @Nullable String recorderName) {

  OrganizationProfile profile() {
    return new OrganizationProfile(
        effectiveFrom, name, level, uplineNpn, uplineName, pending, recordedAt);
  }
}
