package app.upline.publication;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agency that an announcement reached.
 *
 * @param confirmedAt when the first of its people said to have read it
 */
public record Recipient(
    UUID agencyId,
    String agencyName,
    Instant toldAt,
    @Nullable Instant confirmedAt,
    List<Confirmation> confirmations) {

  /** Who said so, and when. */
  public record Confirmation(String by, Instant at) {}

  Recipient with(List<Confirmation> all) {
    return new Recipient(agencyId, agencyName, toldAt, confirmedAt, List.copyOf(all));
  }
}
