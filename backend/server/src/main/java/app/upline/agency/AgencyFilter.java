package app.upline.agency;

import org.jspecify.annotations.Nullable;

/**
 * Which agencies are wanted; what is null does not matter.
 *
 * @param query words of the name, or the beginning of the NPN
 * @param upline words of the name of the agency above, for a carrier alone
 * @param inForce whether the contract with the carrier is in force today, for a carrier alone
 */
public record AgencyFilter(
    @Nullable String query,
    @Nullable String upline,
    @Nullable EntityType level,
    @Nullable Boolean inForce) {}
