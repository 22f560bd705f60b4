package app.upline.identity.session;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How long it counts that a caller has shown who they are.
 *
 * @param life after that, sensitive steps ask again
 */
@ConfigurationProperties("upline.confirmations")
record ConfirmationSettings(@Bindable(defaultValue = "15m") Duration life) {
  private static final Duration LONGEST = Duration.ofHours(1);

  ConfirmationSettings {
    if (life.isNegative() || life.isZero() || life.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("upline.confirmations.life is more than 0, up to 1h");
    }
  }
}
