package app.upline.agency;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A contract between CMS and a carrier's legal entity, as CMS publishes it.
 *
 * @param number a letter or digit and four digits, such as {@code H0672}
 * @param marketingName what beneficiaries know the organization as
 */
public record Contract(
    String number,
    String legalName,
    @Nullable String marketingName,
    @Nullable String parentOrganization,
    @Nullable String organizationType,
    @Nullable String planType,
    @Nullable LocalDate effectiveDate) {

  /** The name by which people know it. */
  public String organization() {
    return marketingName == null ? legalName : marketingName;
  }
}
