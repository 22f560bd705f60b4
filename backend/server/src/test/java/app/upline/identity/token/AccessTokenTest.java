package app.upline.identity.token;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import app.upline.identity.Role;
import app.upline.testing.ContractFilter;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Date;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("engine")
@MicronautTest(transactional = false)
class AccessTokenTest {
  private static final ContractFilter CONTRACT = ContractFilter.ofContract();

  @Inject EmbeddedServer server;
  @Inject TestUsers crowd;
  @Inject TokenKeys keys;

  private SignedJWT genuine;
  private SigningKey key;

  @BeforeEach
  void signIn() throws Exception {
    key = keys.signing();
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER);
    genuine = SignedJWT.parse(reporter.accessToken());
  }

  @Test
  void aGenuineTokenSaysWhoItIsAndWhichKeySignedIt() throws Exception {
    assertThat(genuine.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.ES256);
    assertThat(genuine.getHeader().getKeyID()).isEqualTo(key.key().getKeyID()).isNotBlank();
    assertThat(genuine.getJWTClaimsSet().getClaims())
        .containsOnlyKeys("sub", "iss", "aud", "jti", "sid", "iat", "exp");
    me(genuine.serialize()).statusCode(200);
    me(signed(claims -> claims, key)).statusCode(200);
  }

  @Test
  void anExpiredTokenIsRefused() {
    Date past = Date.from(Instant.now().minusSeconds(1));
    refused(signed(claims -> claims.expirationTime(past), key));
  }

  @Test
  void aTokenWithoutAnExpiryIsRefused() {
    refused(signed(claims -> claims.expirationTime(null), key));
  }

  @Test
  void aTokenOfAnotherIssuerOrForAnotherAudienceIsRefused() {
    refused(signed(claims -> claims.issuer("somebody"), key));
    refused(signed(claims -> claims.audience("something"), key));
    refused(signed(claims -> claims.issuer(null), key));
  }

  @Test
  void aTokenThatIsNoAccessTokenIsRefused() {
    refused(signed(claims -> claims.claim("sid", null), key));
    refused(signed(claims -> claims.jwtID(null), key));
  }

  @Test
  void aTokenSignedByAnotherKeyIsRefused() {
    refused(signed(claims -> claims, SigningKey.random()));
  }

  @Test
  void anUnsignedTokenIsRefused() throws Exception {
    refused(new PlainJWT(genuine.getJWTClaimsSet()).serialize());
  }

  @Test
  void aTokenSignedWithThePublicKeyAsASecretIsRefused() throws Exception {
    SignedJWT confused =
        new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), genuine.getJWTClaimsSet());
    confused.sign(new MACSigner(key.publicKey().getEncoded()));
    refused(confused.serialize());
  }

  @Test
  void aTokenWithAnotherPayloadIsRefused() throws Exception {
    String[] parts = genuine.serialize().split("\\.");
    String payload =
        new JWTClaimsSet.Builder(genuine.getJWTClaimsSet())
            .claim("roles", java.util.List.of("CARRIER_REVIEWER"))
            .build()
            .toPayload()
            .toBase64URL()
            .toString();
    refused(parts[0] + "." + payload + "." + parts[2]);
  }

  @Test
  void whatIsNoTokenIsRefused() {
    refused("rubbish");
    refused("a.b.c");
  }

  private String signed(UnaryOperator<JWTClaimsSet.Builder> change, SigningKey with) {
    try {
      JWTClaimsSet claims =
          change.apply(new JWTClaimsSet.Builder(genuine.getJWTClaimsSet())).build();
      SignedJWT token = new SignedJWT(genuine.getHeader(), claims);
      token.sign(new ECDSASigner(with.key()));
      return token.serialize();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void refused(String token) {
    me(token).statusCode(401).body("type", equalTo("urn:upline:problem:unauthenticated"));
  }

  private ValidatableResponse me(String token) {
    return given()
        .filter(CONTRACT)
        .port(server.getPort())
        .header("Authorization", "Bearer " + token)
        .get("/v1/me")
        .then();
  }
}
