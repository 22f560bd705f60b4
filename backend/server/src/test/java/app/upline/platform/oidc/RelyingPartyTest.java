package app.upline.platform.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is not signed by the provider, for this client and this sign-in, is not believed. */
class RelyingPartyTest {
  private static final URI BACK = URI.create("https://upline.example/sign-in/callback");
  private static final String SECRET = "a secret of more than thirty-two characters";
  private static final ProviderSignIn ATTEMPT =
      new ProviderSignIn("state", "the secret of the browser");

  private FakeProvider provider;
  private ECKey key;
  private ProviderHttp http;
  private RelyingParty relyingParty;

  @BeforeEach
  void aProvider() throws IOException, JOSEException {
    provider = FakeProvider.start();
    key = new ECKeyGenerator(Curve.P_256).keyID("1").generate();
    http = new ProviderHttp(true, Duration.ofSeconds(8));
    relyingParty = new RelyingParty(new ProviderDirectory(http, Clock.systemUTC()), http);
    provider.says("/keys", new JWKSet(key.toPublicJWK()).toString());
  }

  @AfterEach
  void stop() throws IOException {
    http.close();
    provider.close();
  }

  @Test
  void whatTheProviderSignsForThisSignInIsBelieved() throws Exception {
    ProviderClaims claims = exchange(signed(good().build())).orElseThrow();

    assertThat(claims.subject()).isEqualTo("robin");
    assertThat(claims.email()).isEqualTo("robin@harborline.example");
    assertThat(claims.emailVerified()).isTrue();
    assertThat(claims.values()).containsExactlyInAnyOrder("reporters", "all");
    assertThat(provider.asked("/token"))
        .contains("grant_type=authorization_code", "code=the-code", "code_verifier=")
        .doesNotContain(SECRET);
  }

  @Test
  void aTokenForAnotherSignInClientOrTimeIsNot() throws Exception {
    Date past = Date.from(Instant.now().minusSeconds(120));
    for (JWTClaimsSet wrong :
        List.of(
            good().claim("nonce", "another").build(),
            good().claim("nonce", null).build(),
            good().audience("another client").build(),
            good().audience(List.of("upline", "another client")).build(),
            good().audience(List.of("upline", "another")).claim("azp", "another").build(),
            good().issuer("https://login.elsewhere.example").build(),
            good().issuer(null).build(),
            good().expirationTime(past).build(),
            good().expirationTime(null).build(),
            good().issueTime(Date.from(Instant.now().plusSeconds(300))).build(),
            good().issueTime(null).build(),
            good().subject(null).build())) {
      assertThat(exchange(signed(wrong))).as(wrong.toString()).isEmpty();
    }
  }

  @Test
  void aTokenThatTheProviderDidNotSignIsNot() throws Exception {
    ECKey other = new ECKeyGenerator(Curve.P_256).keyID("1").generate();
    assertThat(exchange(signed(good().build(), JWSAlgorithm.ES256, new ECDSASigner(other))))
        .isEmpty();
    // An attacker who knows the shared secret, or the public key, could sign with it.
    assertThat(exchange(signed(good().build(), JWSAlgorithm.HS256, new MACSigner(SECRET))))
        .isEmpty();
    byte[] published = key.toPublicJWK().toJSONString().getBytes(UTF_8);
    assertThat(exchange(signed(good().build(), JWSAlgorithm.HS256, new MACSigner(published))))
        .isEmpty();
    assertThat(exchange(new PlainJWT(good().build()).serialize())).isEmpty();
    String token = signed(good().build());
    assertThat(exchange(token.substring(0, token.lastIndexOf('.') + 1))).isEmpty();
    assertThat(exchange("not a token")).isEmpty();
  }

  @Test
  void onlyTrueMeansVerifiedAndOnlyTextsAreValues() throws Exception {
    for (Object odd : new Object[] {"true", 1, "yes", List.of(true)}) {
      JWTClaimsSet claims = good().claim("email_verified", odd).build();
      assertThat(exchange(signed(claims)).orElseThrow().emailVerified()).isFalse();
    }
    for (Object odd : new Object[] {7, Map.of("reporters", true), List.of(1, List.of("x"))}) {
      JWTClaimsSet claims = good().claim("groups", odd).build();
      assertThat(exchange(signed(claims)).orElseThrow().values()).isEmpty();
    }
    assertThat(exchange(signed(good().claim("groups", "reporters").build())).orElseThrow().values())
        .containsExactly("reporters");
  }

  @Test
  void aCodeThatIsRefusedIsToldFromAClientThatIs() throws Exception {
    refuses(400, "invalid_grant");
    assertThat(exchange()).isEmpty();
    refuses(401, "invalid_client");
    assertThatThrownBy(this::exchange).isInstanceOf(ProviderFailure.class);
    provider.answers(
        "/token", exchange -> FakeProvider.send(exchange, 503, "text/html", "<html>later</html>"));
    assertThatThrownBy(this::exchange).isInstanceOf(ProviderFailure.class);
    // Keys that cannot be had are no fault of the token.
    provider.answers(
        "/keys", exchange -> FakeProvider.send(exchange, 500, FakeProvider.JSON, "{}"));
    provider.answers("/token", token(signed(good().build())));
    assertThatThrownBy(this::exchange).isInstanceOf(ProviderFailure.class);
  }

  private Optional<ProviderClaims> exchange(String idToken) throws ProviderFailure {
    provider.answers("/token", token(idToken));
    return exchange();
  }

  private Optional<ProviderClaims> exchange() throws ProviderFailure {
    return relyingParty.exchange(
        new ProviderClient(provider.issuer(), "upline", SECRET),
        ATTEMPT,
        BACK,
        "the-code",
        "groups");
  }

  private JWTClaimsSet.Builder good() {
    return new JWTClaimsSet.Builder()
        .issuer(provider.issuer())
        .audience("upline")
        .subject("robin")
        .issueTime(Date.from(Instant.now()))
        .expirationTime(Date.from(Instant.now().plusSeconds(300)))
        .claim("nonce", ATTEMPT.nonce())
        .claim("email", "robin@harborline.example")
        .claim("email_verified", true)
        .claim("groups", List.of("reporters", "all"));
  }

  private String signed(JWTClaimsSet claims) throws JOSEException {
    return signed(claims, JWSAlgorithm.ES256, new ECDSASigner(key));
  }

  private static String signed(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer)
      throws JOSEException {
    JWSHeader header = new JWSHeader.Builder(algorithm).keyID("1").type(JOSEObjectType.JWT).build();
    SignedJWT token = new SignedJWT(header, claims);
    token.sign(signer);
    return token.serialize();
  }

  private static FakeProvider.Answer token(String idToken) {
    String body =
        "{\"access_token\": \"unused\", \"token_type\": \"Bearer\", \"id_token\": \"%s\"}"
            .formatted(idToken);
    return exchange -> FakeProvider.send(exchange, 200, FakeProvider.JSON, body);
  }

  private void refuses(int status, String error) {
    provider.answers(
        "/token",
        exchange ->
            FakeProvider.send(
                exchange, status, FakeProvider.JSON, "{\"error\": \"" + error + "\"}"));
  }
}
