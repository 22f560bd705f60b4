package app.upline.identity.web;

import app.upline.identity.Caller;
import app.upline.identity.caller.CallerAuthenticator;
import app.upline.platform.http.ClientSources;
import com.nimbusds.jwt.JWT;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.jwt.validator.DefaultJwtAuthenticationFactory;
import io.micronaut.security.token.jwt.validator.JwtAuthenticationFactory;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Looks the caller of a good access token up (ADR 14); nothing that a token says of roles would be
 * believed. The framework calls it on a thread that may wait for the database ({@code
 * reactive-validator-execute-on-blocking}).
 */
@Singleton
@Replaces(DefaultJwtAuthenticationFactory.class)
final class CallerAuthentication implements JwtAuthenticationFactory {
  private final CallerAuthenticator authenticator;
  private final ClientSources sources;

  CallerAuthentication(CallerAuthenticator authenticator, ClientSources sources) {
    this.authenticator = authenticator;
    this.sources = sources;
  }

  @Override
  public Optional<Authentication> createAuthentication(JWT token) {
    HttpRequest<?> request =
        ServerRequestContext.currentRequest()
            .orElseThrow(() -> new IllegalStateException("A token without a request"));
    try {
      return authenticator
          .admit(token.getJWTClaimsSet(), sources.of(request))
          .map(CallerAuthentication::authentication);
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  private static Authentication authentication(Caller caller) {
    List<String> roles = caller.user().roles().stream().map(Enum::name).toList();
    return Authentication.build(
        caller.user().id().toString(), roles, Map.of(Caller.ATTRIBUTE, caller));
  }
}
