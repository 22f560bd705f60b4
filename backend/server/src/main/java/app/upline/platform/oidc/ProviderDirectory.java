package app.upline.platform.oidc;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What providers say of themselves (OpenID Connect Discovery 1.0), remembered for a while. */
@Singleton
class ProviderDirectory {
  private static final String WELL_KNOWN = "/.well-known/openid-configuration";
  private static final Duration REMEMBERED = Duration.ofMinutes(10);
  private static final int MOST = 500;

  private final ProviderHttp http;
  private final Clock clock;

  private final Map<String, Known> entries =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
              return size() > MOST;
            }
          });

  ProviderDirectory(ProviderHttp http, Clock clock) {
    this.http = http;
    this.clock = clock;
  }

  /** A provider and its keys; the keys are read again when one is not among them. */
  record Known(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant until) {}

  Known of(String issuer) throws ProviderFailure {
    Known known = entries.get(issuer);
    return known != null && clock.instant().isBefore(known.until()) ? known : askAgain(issuer);
  }

  /** What it says now, whatever it said before. */
  Known askAgain(String issuer) throws ProviderFailure {
    try {
      Known read = read(issuer);
      entries.put(issuer, read);
      return read;
    } catch (IOException | ParseException | IllegalArgumentException e) {
      throw new ProviderFailure("What the provider says of itself cannot be read", e);
    }
  }

  private Known read(String issuer) throws IOException, ParseException, ProviderFailure {
    String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
    ProviderHttp.Answer answer = http.get(URI.create(base + WELL_KNOWN));
    if (answer.status() != 200) {
      throw new ProviderFailure("The provider answered with " + answer.status());
    }
    OIDCProviderMetadata metadata = OIDCProviderMetadata.parse(answer.body());
    if (!metadata.getIssuer().getValue().equals(issuer)) {
      throw new ProviderFailure("The provider calls itself by another name");
    }
    if (!allowed(metadata.getAuthorizationEndpointURI())
        || !allowed(metadata.getTokenEndpointURI())
        || !allowed(metadata.getJWKSetURI())) {
      throw new ProviderFailure("The provider names no address to ask");
    }
    return new Known(
        metadata,
        // The request that needs keys fetches them: a thread for each provider would be one too
        // many.
        JWKSourceBuilder.<SecurityContext>create(metadata.getJWKSetURI().toURL(), http)
            .refreshAheadCache(false)
            .build(),
        clock.instant().plus(REMEMBERED));
  }

  private boolean allowed(@Nullable URI uri) {
    return uri != null && http.isAllowed(uri);
  }
}
