package app.upline.identity.token;

import app.upline.platform.start.StartFailure;
import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How tokens are made.
 *
 * @param signingKey the private key on P-256, as PEM (PKCS #8) or JWK; or a JWK set
 * @param signingKeyFile a file that holds the same; read again when it changes
 * @param issuer the claim {@code iss}
 * @param audience the claim {@code aud}
 * @param accessLife how long an access token is good for
 * @param refreshLife how long a refresh token is good for when it is not used
 * @param sessionLife after which everybody signs in again
 */
@ConfigurationProperties("upline.tokens")
public record TokenSettings(
    @Nullable String signingKey,
    @Nullable Path signingKeyFile,
    @Bindable(defaultValue = "upline") String issuer,
    @Bindable(defaultValue = "upline-api") String audience,
    @Bindable(defaultValue = "15m") Duration accessLife,
    @Bindable(defaultValue = "12h") Duration refreshLife,
    @Bindable(defaultValue = "7d") Duration sessionLife) {

  private static final Duration LONGEST_LIFE = Duration.ofMinutes(15);

  public TokenSettings {
    if (accessLife.compareTo(LONGEST_LIFE) > 0) {
      throw new StartFailure("An access token may live for 15 minutes at most.");
    }
  }

  /** Keeps the key out of logs. */
  @Override
  public String toString() {
    return "TokenSettings[%s, %s]".formatted(issuer, audience);
  }
}
