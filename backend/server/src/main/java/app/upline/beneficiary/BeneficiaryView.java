package app.upline.beneficiary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The block as it is shown: masked, or empty.
 *
 * @param version counts its changes, 0 where the caller sees none
 */
public record BeneficiaryView(
    int version,
    boolean recorded,
    boolean shareWithCarrier,
    @Nullable String maskedName,
    @Nullable String maskedMbi,
    @Nullable Instant changedAt) {

  static BeneficiaryView empty(int version) {
    return new BeneficiaryView(version, false, false, null, null, null);
  }
}
