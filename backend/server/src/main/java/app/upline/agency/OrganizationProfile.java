package app.upline.agency;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What an organization is called, and where it stands, from a day on.
 *
 * @param level of an agency only
 * @param uplineNpn the agency above it, as recorded
 */
public record OrganizationProfile(
    LocalDate effectiveFrom,
    String name,
    @Nullable EntityType level,
    @Nullable String uplineNpn,
    @Nullable String uplineName,
    boolean pending,
    Instant recordedAt) {

  OrganizationProfile withoutUpline() {
    return new OrganizationProfile(effectiveFrom, name, level, null, null, pending, recordedAt);
  }
}
