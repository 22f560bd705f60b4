package app.upline.figures;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the other agencies of a carrier told it of a quarter, small cells suppressed.
 *
 * @param asOf what the carrier held at this moment is counted, and never again anything else
 * @param total null when suppressed, as is then everything
 */
public record Comparison(
    UUID carrierId,
    Quarter quarter,
    Instant asOf,
    @Nullable Long total,
    List<Cell> byMonth,
    List<Cell> byCategory,
    List<Cell> bySeverity,
    List<Cell> byState,
    List<Cell> byTimeliness) {

  /** A count that is null when suppressed. */
  public record Cell(String code, @Nullable Long count) {}
}
