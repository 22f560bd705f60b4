package app.upline.platform.throttle;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How many requests are allowed, and in what time they come back.
 *
 * @param caller of one person or service account
 * @param source of everybody together who asks from one address and has not signed in
 * @param window in what time all of them are there again
 * @param remembered how many callers, and as many addresses, are counted at a time
 */
@ConfigurationProperties("upline.rates")
record RateSettings(
    @Bindable(defaultValue = "1200") int caller,
    @Bindable(defaultValue = "600") int source,
    @Bindable(defaultValue = "1m") Duration window,
    @Bindable(defaultValue = "100000") int remembered) {
  RateSettings {
    if (caller < 1 || source < 1 || remembered < 1 || window.toSeconds() < 1) {
      throw new IllegalArgumentException(
          "upline.rates allows at least one request, in a second or longer");
    }
  }
}
