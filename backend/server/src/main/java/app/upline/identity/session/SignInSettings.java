package app.upline.identity.session;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.time.Duration;

/**
 * How sign-ins are answered.
 *
 * @param refusalsEvery a refused one is answered at a multiple of this after it came; longer than
 *     one takes when the service is not busy
 */
@ConfigurationProperties("upline.sign-in")
public record SignInSettings(@Bindable(defaultValue = "500ms") Duration refusalsEvery) {
  private static final Duration LONGEST = Duration.ofSeconds(5);

  public SignInSettings {
    if (!refusalsEvery.isPositive() || refusalsEvery.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("upline.sign-in.refusals-every is more than 0, up to 5s");
    }
  }
}
