package app.upline.oversight;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A list of a month.
 *
 * @param version counts its changes
 * @param seal null until it is declared final
 */
public record Extract(
    UUID id,
    OrganizationName carrier,
    ExtractKind kind,
    YearMonth period,
    State state,
    int version,
    Instant createdAt,
    String createdBy,
    @Nullable Seal seal) {

  /** The codes of the contract. */
  public enum State {
    DRAFT,
    FINAL,
    DISCARDED
  }

  /**
   * What a final extract vouches for.
   *
   * @param number of the final ones of the same kind and month, from 1
   */
  public record Seal(int number, int rowCount, String contentSha256, Instant at, String by) {}
}
