package app.upline.agency;

import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A Medicare Advantage or Part D carrier.
 *
 * @param timeZone where its days end
 * @param policy the one in force today
 * @param contract with the caller's agency; null where a carrier looks at itself
 */
public record Carrier(
    UUID id,
    String name,
    ZoneId timeZone,
    ReportingPolicy policy,
    @Nullable AgencyContract contract) {}
