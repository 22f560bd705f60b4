package app.upline.agency;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One of a carrier's policies, and where it stands today.
 *
 * @param timeZone the carrier's, in which all its dates are meant
 * @param announcedAt unknown for the one with which the carrier began
 * @param announcedBy as the person was called then
 */
public record CarrierPolicy(
    ReportingPolicy policy,
    Standing standing,
    ZoneId timeZone,
    @Nullable Instant announcedAt,
    @Nullable String announcedBy) {

  /** Where a policy stands. */
  public enum Standing {
    ANNOUNCED,
    IN_FORCE,
    PAST
  }

  /** The day on which it applies changes what may be done with it, and so does its announcement. */
  public String version() {
    return Integer.toHexString(toString().hashCode());
  }

  /** To agencies the carrier speaks as one. */
  CarrierPolicy withoutNames() {
    return new CarrierPolicy(policy, standing, timeZone, announcedAt, null);
  }
}
