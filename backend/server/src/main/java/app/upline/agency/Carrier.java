package app.upline.agency;

import java.time.ZoneId;
import java.util.UUID;

/**
 * A Medicare Advantage or Part D carrier.
 *
 * @param timeZone where its days end
 * @param policy the one in force today
 */
public record Carrier(UUID id, String name, ZoneId timeZone, ReportingPolicy policy) {}
