package app.upline.identity.singlesignon;

import app.upline.identity.LinkSettings;
import io.micronaut.context.annotation.ConfigurationProperties;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where providers send people back to.
 *
 * @param redirectUri the page that does, or null for the one under the address of mailed links
 */
@ConfigurationProperties("upline.single-sign-on")
record SingleSignOnSettings(@Nullable URI redirectUri) {
  private static final String PAGE = "/sign-in/callback";

  URI redirectUri(LinkSettings links) {
    return redirectUri == null ? URI.create(links.baseUrl() + PAGE) : redirectUri;
  }
}
