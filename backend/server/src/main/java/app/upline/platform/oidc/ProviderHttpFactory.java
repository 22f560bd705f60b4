package app.upline.platform.oidc;

import app.upline.platform.start.StartFailure;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.env.Environment;
import java.time.Duration;
import java.util.Set;

/** Says which addresses may be asked. */
@Factory
final class ProviderHttpFactory {
  private static final Set<String> PLAYGROUNDS = Set.of("local", Environment.TEST);
  private static final Duration ALTOGETHER = Duration.ofSeconds(8);

  /** Made at the start, so that a setting for development refuses the start of anything else. */
  @Context
  @Bean(preDestroy = "close")
  ProviderHttp http(ProviderSettings settings, Environment environment) {
    if (settings.localProviders()
        && environment.getActiveNames().stream().noneMatch(PLAYGROUNDS::contains)) {
      throw new StartFailure(
          "Identity providers on this machine (upline.single-sign-on.local-providers) are for"
              + " development only.");
    }
    return new ProviderHttp(settings.localProviders(), ALTOGETHER);
  }
}
