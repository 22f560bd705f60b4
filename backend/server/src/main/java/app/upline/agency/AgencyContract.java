package app.upline.agency;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The contract of an agency with a carrier. Duties begin and end with it; what was owed before the
 * end stays owed.
 *
 * @param startsOn null where that is unknown
 * @param endsOn its last day; null while no end is agreed
 * @param inForce whether it has begun and not ended, where the carrier is
 */
public record AgencyContract(
    @Nullable LocalDate startsOn,
    @Nullable LocalDate endsOn,
    @Nullable String endReason,
    boolean inForce,
    int version) {}
