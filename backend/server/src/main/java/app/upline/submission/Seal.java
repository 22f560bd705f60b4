package app.upline.submission;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What makes a submitted revision unchangeable.
 *
 * @param contentSha256 over its canonical content, lower-case hexadecimal
 * @param lateItems disclosed after the carrier's notice period or due time, a nil declaration
 *     counting as one item; null where there is no such time
 * @param agencyName as it was called then; {@code carrierName} likewise
 */
public record Seal(
    String receiptNumber,
    String contentSha256,
    Instant submittedAt,
    @Nullable Integer lateItems,
    Reasons reasons,
    String agencyName,
    String carrierName,
    Attestation attestation) {

  /** Whether every change was disclosed in time; null where the carrier sets no number of days. */
  public @Nullable Boolean onTime() {
    return lateItems == null ? null : lateItems == 0;
  }
}
