package app.upline.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Of the incidents that were reported, how many were in time. */
public record OnTimeCounts(long reported, long onTime) {

  /** From 0 to 1, to three decimals; null when nothing was reported. */
  public @Nullable Double rate() {
    return reported == 0
        ? null
        : BigDecimal.valueOf(onTime)
            .divide(BigDecimal.valueOf(reported), 3, RoundingMode.HALF_UP)
            .doubleValue();
  }
}
