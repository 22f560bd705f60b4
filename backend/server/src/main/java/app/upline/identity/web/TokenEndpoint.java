package app.upline.identity.web;

import app.upline.api.model.MachineTokenDto;
import app.upline.api.model.OauthErrorDto;
import app.upline.api.model.TokenTypeDto;
import app.upline.identity.serviceaccount.ServiceAccountTokens;
import app.upline.platform.http.ClientSource;
import app.upline.platform.http.ClientSources;
import app.upline.platform.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The token endpoint in the words of OAuth 2.0 (RFC 6749, sections 2.3, 4.4 and 5). */
@Singleton
final class TokenEndpoint {
  private static final String BASIC = "Basic ";
  private static final String WRONG = "Check the client id and the secret or assertion.";

  /** What a client reads, too, that is set to {@code client_secret_post}. */
  private static final String NOTHING_SHOWN =
      "Nothing shows who the client is. Send its id and secret by HTTP Basic (client_secret_basic), or a client_assertion with its"
          + " client_assertion_type (private_key_jwt); a secret in the form (client_secret_post) is not read.";

  private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  private final ServiceAccountTokens tokens;
  private final ClientSources sources;

  TokenEndpoint(ServiceAccountTokens tokens, ClientSources sources) {
    this.tokens = tokens;
    this.sources = sources;
  }

  /** A clients id and secret as HTTP Basic carries them. */
  private record Basic(String id, String secret) {
    /** Keeps the secret out of logs. */
    @Override
    public String toString() {
      return "Basic";
    }
  }

  /**
   * Answers a {@link MachineTokenDto} or an {@link OauthErrorDto}. There is one grant, to which the
   * contract holds the form.
   */
  HttpResponse<?> answer(
      @Nullable String scope, @Nullable String assertionType, @Nullable String assertion) {
    HttpRequest<?> request = ServerRequestContext.currentRequest().orElseThrow();
    Optional<Basic> basic = basic(request);
    boolean asserted = assertion != null && ASSERTION.equals(assertionType);
    if (basic.isPresent() && assertion != null) {
      return error("invalid_request", "Authenticate in one way only.");
    }
    ClientSource source = sources.of(request);
    Set<String> wanted = scopes(scope);
    if (basic.isPresent()) {
      return answer(tokens.bySecret(basic.get().id(), basic.get().secret(), wanted, source));
    }
    return asserted
        ? answer(tokens.byAssertion(assertion, wanted, source))
        : invalidClient(NOTHING_SHOWN);
  }

  private static HttpResponse<?> answer(ServiceAccountTokens.Result result) {
    return switch (result) {
      case ServiceAccountTokens.Result.Issued(var token, var life, var scopes) ->
          HttpResponse.ok(
              new MachineTokenDto()
                  .accessToken(token)
                  .tokenType(TokenTypeDto.BEARER)
                  .expiresIn(Math.toIntExact(life.toSeconds()))
                  .scope(scopes.stream().sorted().collect(Collectors.joining(" "))));
      case ServiceAccountTokens.Result.InvalidClient() -> invalidClient(WRONG);
      case ServiceAccountTokens.Result.InvalidScope() ->
          error("invalid_scope", "The account does not have all of these scopes.");
      case ServiceAccountTokens.Result.Throttled(var met) -> throw ProblemException.tooMany(met);
    };
  }

  private static HttpResponse<?> error(String code, String description) {
    return HttpResponse.badRequest(new OauthErrorDto().error(code).errorDescription(description));
  }

  private static HttpResponse<?> invalidClient(String description) {
    return HttpResponse.unauthorized()
        .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"upline\"")
        .body(new OauthErrorDto().error("invalid_client").errorDescription(description));
  }

  /** RFC 6749, section 2.3.1: both halves are form-encoded before they are joined. */
  private static Optional<Basic> basic(HttpRequest<?> request) {
    return Optional.ofNullable(request.getHeaders().get(HttpHeaders.AUTHORIZATION))
        .filter(header -> header.regionMatches(true, 0, BASIC, 0, BASIC.length()))
        .map(header -> decoded(header.substring(BASIC.length()).strip()));
  }

  private static Basic decoded(String base64) {
    try {
      String text = new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
      int colon = text.indexOf(':');
      return colon < 0
          ? new Basic("", "")
          : new Basic(form(text.substring(0, colon)), form(text.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      return new Basic("", "");
    }
  }

  private static String form(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static Set<String> scopes(@Nullable String scope) {
    return scope == null || scope.isBlank()
        ? Set.of()
        : Arrays.stream(scope.strip().split(" +")).collect(Collectors.toUnmodifiableSet());
  }
}
