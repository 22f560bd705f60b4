package app.upline.platform.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.OAuth2Error;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenErrorResponse;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The side of a sign-in that relies on a provider: authorization code flow with PKCE (RFC 7636), ID
 * tokens validated as OpenID Connect Core 1.0, section 3.1.3.7, says.
 */
@Singleton
public final class RelyingParty {
  /** Signatures that only the provider can make: none with a shared secret, and never none. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  /** What a provider answers when it is not the code that is wrong (RFC 6749, section 5.2). */
  private static final Set<String> OURS =
      Set.of(OAuth2Error.INVALID_CLIENT_CODE, OAuth2Error.UNAUTHORIZED_CLIENT_CODE);

  private static final int CLOCK_SKEW_SECONDS = 60;

  private final ProviderDirectory directory;
  private final ProviderHttp http;

  RelyingParty(ProviderDirectory directory, ProviderHttp http) {
    this.directory = directory;
    this.http = http;
  }

  /** Whether an issuer has an address that we would ask. */
  public boolean isAllowed(URI issuer) {
    return http.isAllowed(issuer) && issuer.getQuery() == null && issuer.getFragment() == null;
  }

  /**
   * Asks a provider who it is, so that a mistake in its address is seen before anybody meets it.
   */
  public void look(URI issuer) throws ProviderFailure {
    directory.askAgain(issuer.toString());
  }

  /** Where to send a person to sign in. */
  public URI authorization(ProviderClient client, ProviderSignIn attempt, URI redirectUri)
      throws ProviderFailure {
    return new AuthenticationRequest.Builder(
            ResponseType.CODE,
            new Scope("openid", "email", "profile"),
            new ClientID(client.clientId()),
            redirectUri)
        .endpointURI(directory.of(client.issuer()).metadata().getAuthorizationEndpointURI())
        .state(new State(attempt.state()))
        .nonce(new Nonce(attempt.nonce()))
        .codeChallenge(new CodeVerifier(attempt.codeVerifier()), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /** Whether an answer that names this issuer, or none, can be the provider's (RFC 9207). */
  public boolean isFrom(ProviderClient client, @Nullable String issuer) throws ProviderFailure {
    boolean always =
        directory.of(client.issuer()).metadata().supportsAuthorizationResponseIssuerParam();
    return issuer == null ? !always : issuer.equals(client.issuer());
  }

  /**
   * Exchanges a code for what the provider says of the person.
   *
   * @param claim of which all values are wanted
   * @return empty when the code is not good, or what came for it cannot be believed
   */
  public Optional<ProviderClaims> exchange(
      ProviderClient client, ProviderSignIn attempt, URI redirectUri, String code, String claim)
      throws ProviderFailure {
    ProviderDirectory.Known provider = directory.of(client.issuer());
    try {
      Optional<JWT> token =
          tokenFor(tokenRequest(client, attempt, redirectUri, code, provider.metadata()));
      return token.isEmpty()
          ? Optional.empty()
          : Optional.of(claims(validated(client, attempt, provider, token.get()), claim));
    } catch (BadJOSEException | ParseException | java.text.ParseException e) {
      return Optional.empty();
    } catch (KeySourceException e) {
      throw new ProviderFailure("The provider's keys cannot be had", e);
    } catch (JOSEException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new ProviderFailure("The provider does not exchange the code", e);
    }
  }

  private static TokenRequest tokenRequest(
      ProviderClient client,
      ProviderSignIn attempt,
      URI redirectUri,
      String code,
      OIDCProviderMetadata metadata) {
    URI endpoint = metadata.getTokenEndpointURI();
    ClientID id = new ClientID(client.clientId());
    var grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), redirectUri, new CodeVerifier(attempt.codeVerifier()));
    Secret secret = new Secret(client.secret());
    List<ClientAuthenticationMethod> methods = metadata.getTokenEndpointAuthMethods();
    boolean inBody =
        methods != null
            && !methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            && methods.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
    return new TokenRequest.Builder(
            endpoint,
            inBody ? new ClientSecretPost(id, secret) : new ClientSecretBasic(id, secret),
            grant)
        .build();
  }

  /** Empty when the provider refuses the code. */
  private Optional<JWT> tokenFor(TokenRequest request)
      throws IOException, ParseException, ProviderFailure {
    HTTPRequest prepared = request.toHTTPRequest();
    ProviderHttp.Answer answer =
        http.post(prepared.getURI(), prepared.getHeaderMap(), prepared.getBody());
    if (answer.status() >= 500) {
      throw new ProviderFailure("The provider answered with " + answer.status());
    }
    HTTPResponse response = new HTTPResponse(answer.status());
    response.setContentType(answer.contentType());
    response.setBody(answer.body());
    return switch (OIDCTokenResponseParser.parse(response)) {
      case OIDCTokenResponse good -> Optional.ofNullable(good.getOIDCTokens().getIDToken());
      case TokenErrorResponse bad
          when OURS.contains(String.valueOf(bad.getErrorObject().getCode())) ->
          throw new ProviderFailure("The provider does not accept our client and secret");
      default -> Optional.empty();
    };
  }

  private static JWTClaimsSet validated(
      ProviderClient client, ProviderSignIn attempt, ProviderDirectory.Known provider, JWT token)
      throws BadJOSEException, JOSEException, java.text.ParseException {
    IDTokenValidator validator =
        new IDTokenValidator(
            new Issuer(client.issuer()),
            new ClientID(client.clientId()),
            new JWSVerificationKeySelector<>(ALGORITHMS, provider.keys()),
            null);
    validator.setMaxClockSkew(CLOCK_SKEW_SECONDS);
    validator.validate(token, new Nonce(attempt.nonce()));
    return token.getJWTClaimsSet();
  }

  private static ProviderClaims claims(JWTClaimsSet claims, String claim)
      throws java.text.ParseException {
    return new ProviderClaims(
        claims.getSubject(),
        text(claims, "email"),
        // Nothing but true: some providers write other things, and they do not mean yes.
        Boolean.TRUE.equals(claims.getClaim("email_verified")),
        text(claims, "name"),
        texts(claims, claim));
  }

  private static @Nullable String text(JWTClaimsSet claims, String name) {
    return claims.getClaim(name) instanceof String text ? text : null;
  }

  private static Set<String> texts(JWTClaimsSet claims, String name) {
    return switch (claims.getClaim(name)) {
      case String one -> Set.of(one);
      case List<?> many ->
          many.stream()
              .filter(String.class::isInstance)
              .map(String.class::cast)
              .collect(Collectors.toUnmodifiableSet());
      case null, default -> Set.of();
    };
  }
}
