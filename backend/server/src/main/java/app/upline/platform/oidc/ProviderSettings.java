package app.upline.platform.oidc;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * Which providers may be asked.
 *
 * @param localProviders whether one on this machine may be, without TLS; for development only
 */
@ConfigurationProperties("upline.single-sign-on")
record ProviderSettings(@Bindable(defaultValue = "false") boolean localProviders) {}
