package app.upline.agency;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sales agency.
 *
 * @param level its place in the field's hierarchy
 * @param uplineName the agency above it, where one is known
 * @param contract with the caller's carrier; null where an agency looks at itself
 * @param version grows with every change of what it is called, and where it stands
 */
public record Agency(
    UUID id,
    String name,
    String npn,
    EntityType level,
    @Nullable String uplineName,
    @Nullable AgencyContract contract,
    int version) {

  /** What a change of it, or of its contract, is decided on. */
  public String tag() {
    return contract == null ? Integer.toString(version) : version + "." + contract.version();
  }

  /**
   * What the caller can do next: an agency keeps itself, a carrier its contract. Whether a carrier
   * may say what an agency is called depends on people of whom it learns nothing.
   */
  public List<AgencyStep> possible() {
    if (contract == null) {
      return List.of(AgencyStep.CHANGE);
    }
    return contract.endsOn() == null
        ? List.of(AgencyStep.END_CONTRACT)
        : List.of(AgencyStep.END_CONTRACT, AgencyStep.RENEW_CONTRACT);
  }

  /** Which agency is above it is for the carrier to know, not for the agency to be told. */
  Agency withoutUpline() {
    return new Agency(id, name, npn, level, null, contract, version);
  }

  /** As it was called, and where it stood, on another day. */
  Agency as(OrganizationProfile profile) {
    EntityType then = profile.level();
    return new Agency(
        id,
        profile.name(),
        npn,
        then == null ? level : then,
        profile.uplineName(),
        contract,
        version);
  }

  Agency under(@Nullable AgencyContract other) {
    return new Agency(id, name, npn, level, uplineName, other, version);
  }
}
