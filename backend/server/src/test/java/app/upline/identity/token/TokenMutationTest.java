package app.upline.identity.token;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.identity.Role;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * More than a thousand tokens that are not quite right: each is refused with 401, none is let in
 * and none makes the service stumble.
 */
@Tag("engine")
@Tag("above-the-database")
@MicronautTest(transactional = false)
class TokenMutationTest {
  private static final int AT_LEAST = 1_000;

  @Inject EmbeddedServer server;
  @Inject TestUsers crowd;
  @Inject TokenKeys keys;

  private final Map<String, String> mutants = new LinkedHashMap<>();
  private final Random random = new Random(20_260_301);
  private final HttpClient http = HttpClient.newHttpClient();

  private TestUser reporter;
  private SignedJWT genuine;
  private String[] parts;

  @BeforeEach
  void aGenuineToken() throws Exception {
    reporter = crowd.someone(Role.AGENCY_REPORTER);
    genuine = SignedJWT.parse(reporter.accessToken());
    parts = reporter.accessToken().split("\\.");
  }

  @Test
  void everyMutantIsRefusedAndTheGenuineTokenIsNot() throws Exception {
    algorithms();
    headers();
    claims();
    otherKeys();
    otherSecrets();
    duplicatedClaims();
    flippedBits();
    truncations();
    swappedParts();

    assertThat(mutants).hasSizeGreaterThanOrEqualTo(AT_LEAST);
    List<String> wrong = new ArrayList<>();
    for (Map.Entry<String, String> mutant : mutants.entrySet()) {
      int status = statusOf(mutant.getValue());
      if (status != 401) {
        wrong.add(mutant.getKey() + " was answered " + status);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(statusOf(reporter.accessToken())).isEqualTo(200);
  }

  private void algorithms() throws Exception {
    add("alg none", new PlainJWT(genuine.getJWTClaimsSet()).serialize());
    for (String none : List.of("none", "None", "NONE", "nOnE", "")) {
      String header = json("{\"alg\":\"%s\",\"typ\":\"at+jwt\"}".formatted(none));
      add("alg " + none + ", no signature", header + "." + parts[1] + ".");
      add("alg " + none + ", our signature", header + "." + parts[1] + "." + parts[2]);
    }
    byte[] publicKey = keys.signing().publicKey().getEncoded();
    byte[] jwk = keys.signing().key().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
    for (JWSAlgorithm mac : List.of(JWSAlgorithm.HS256, JWSAlgorithm.HS384, JWSAlgorithm.HS512)) {
      for (byte[] secret : List.of(publicKey, jwk)) {
        SignedJWT confused =
            new SignedJWT(
                new JWSHeader.Builder(mac)
                    .type(AccessTokenSignature.TYPE)
                    .keyID(genuine.getHeader().getKeyID())
                    .build(),
                genuine.getJWTClaimsSet());
        confused.sign(new MACSigner(secret));
        add(mac + " with the public key of " + secret.length, confused.serialize());
      }
    }
    for (String alg : List.of("ES256K", "ES384", "ES512", "RS256", "PS256", "EdDSA", "es256")) {
      add(
          "alg " + alg,
          json("{\"alg\":\"%s\",\"kid\":\"%s\",\"typ\":\"at+jwt\"}".formatted(alg, kid()))
              + "."
              + parts[1]
              + "."
              + parts[2]);
    }
  }

  /** Signed by a key of the attacker's, which the header offers in every way there is. */
  private void headers() throws Exception {
    SigningKey theirs = SigningKey.random();
    String jwk = theirs.key().toPublicJWK().toJSONString();
    List<String> offers =
        List.of(
            "\"jwk\":" + jwk,
            "\"jku\":\"https://attacker.example/keys\"",
            "\"jku\":\"file:///dev/null\"",
            "\"x5u\":\"https://attacker.example/chain\"",
            "\"x5c\":[\"MIIB\"]",
            "\"x5t\":\"abc\"",
            "\"crit\":[\"exp\"]",
            "\"crit\":[\"b64\"],\"b64\":false",
            "\"zip\":\"DEF\"",
            "\"cty\":\"JWT\"");
    List<String> kids =
        List.of(
            kid(),
            theirs.key().getKeyID(),
            "../../../../dev/null",
            "/dev/null",
            "' or '1'='1",
            "' union select 'a' -- ",
            "; sleep 5",
            "https://attacker.example/keys",
            "\\u0000",
            "");
    for (String offer : offers) {
      for (String kid : kids) {
        String header =
            "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"%s\",%s}".formatted(kid, offer);
        add("their key, kid " + kid + ", " + offer, signedBy(theirs, header, parts[1]));
        add(
            "our signature, kid " + kid + ", " + offer,
            json(header) + "." + parts[1] + "." + parts[2]);
      }
    }
    for (String typ : List.of("JWT", "jwt", "refresh+jwt", "id_token", "at+jwtx", "")) {
      add("typ " + typ, signed(genuine.getJWTClaimsSet(), typ, kid()));
    }
    add(
        "no typ",
        signedBy(keys.signing(), "{\"alg\":\"ES256\",\"kid\":\"%s\"}".formatted(kid()), parts[1]));
    add("no kid", signedBy(keys.signing(), "{\"alg\":\"ES256\",\"typ\":\"at+jwt\"}", parts[1]));
    add("another kid", signed(genuine.getJWTClaimsSet(), "at+jwt", "somebody-else"));
  }

  /** By our own key, and still not for us, not now, or of no account. */
  private void claims() {
    Date past = Date.from(Instant.now().minusSeconds(1));
    Date future = Date.from(Instant.now().plusSeconds(3_600));
    ours("expired", claims -> claims.expirationTime(past));
    ours("expired long ago", claims -> claims.expirationTime(new Date(0)));
    ours("no expiry", claims -> claims.expirationTime(null));
    ours("not yet", claims -> claims.notBeforeTime(future));
    for (String issuer : Arrays.asList("somebody", "upline ", "Upline", "", null)) {
      ours("issuer " + issuer, claims -> claims.issuer(issuer));
    }
    for (String audience : Arrays.asList("something", "upline", "UPLINE-API", "", null)) {
      ours("audience " + audience, claims -> claims.audience(audience));
    }
    for (String claim : List.of("sub", "sid", "jti", "iat", "exp", "iss", "aud")) {
      ours("without " + claim, claims -> claims.claim(claim, null));
      ours("a list as " + claim, claims -> claims.claim(claim, List.of(List.of("x"))));
      ours("an object as " + claim, claims -> claims.claim(claim, Map.of("x", "y")));
    }
    for (String nobody :
        List.of("", "x", "null", UUID.randomUUID().toString(), "' or '1'='1", "0")) {
      ours("subject " + nobody, claims -> claims.subject(nobody));
      ours("session " + nobody, claims -> claims.claim("sid", nobody));
    }
    TestUser other = crowd.someone(Role.CARRIER_ADMINISTRATOR);
    ours("another's subject in this session", claims -> claims.subject(other.id().toString()));
    ours("a user as the session", claims -> claims.claim("sid", reporter.id().toString()));
  }

  private void otherKeys() throws Exception {
    for (int i = 0; i < 30; i++) {
      SigningKey other = SigningKey.random();
      String claimed = i % 2 == 0 ? kid() : other.key().getKeyID();
      String header = "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(claimed);
      add("another key " + i, signedBy(other, header, parts[1]));
    }
    String header = "{\"alg\":\"ES256\",\"typ\":\"at+jwt\",\"kid\":\"%s\"}".formatted(kid());
    // Psychic signatures: r or s of zero, or of the order of the curve.
    byte[] zeros = new byte[64];
    add("a signature of zeros", parts[0] + "." + parts[1] + "." + Base64URL.encode(zeros));
    byte[] order =
        new java.math.BigInteger(
                "FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", 16)
            .toByteArray();
    byte[] both = new byte[64];
    System.arraycopy(order, 1, both, 0, 32);
    System.arraycopy(order, 1, both, 32, 32);
    add("a signature of the order", parts[0] + "." + parts[1] + "." + Base64URL.encode(both));
    for (String role : List.of("CARRIER_REVIEWER", "AGENCY_ADMINISTRATOR", "CARRIER_AUDITOR")) {
      String payload =
          new JWTClaimsSet.Builder(genuine.getJWTClaimsSet())
              .claim("roles", List.of(role))
              .build()
              .toPayload()
              .toBase64URL()
              .toString();
      add("unsigned role " + role, parts[0] + "." + payload + "." + parts[2]);
      add("unsigned role, other header " + role, json(header) + "." + payload + "." + parts[2]);
    }
  }

  private void otherSecrets() {
    add("a refresh token", reporter.refreshToken());
    add("a password", reporter.password());
    add("rubbish", "rubbish");
    add("two dots", "..");
    add("a, b, c", "a.b.c");
    add("encrypted", "eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..a.b.c");
    add("very long", "a".repeat(5_000));
  }

  private void duplicatedClaims() throws Exception {
    String payload = genuine.getPayload().toString();
    String header = genuine.getHeader().toString();
    for (String claim : List.of("sub", "sid", "iss", "aud", "exp", "jti")) {
      String first = payload.replaceFirst("\\{", "{\"%s\":\"x\",".formatted(claim));
      String last = payload.substring(0, payload.length() - 1) + ",\"%s\":\"x\"}".formatted(claim);
      add("twice, unsigned, " + claim, parts[0] + "." + json(first) + "." + parts[2]);
      add("twice, unsigned and last, " + claim, parts[0] + "." + json(last) + "." + parts[2]);
      // By our own key, which would never write it.
      add("twice, signed, " + claim, signedBy(keys.signing(), header, json(first)));
      add("twice, signed and last, " + claim, signedBy(keys.signing(), header, json(last)));
    }
  }

  private void flippedBits() {
    for (int part = 0; part < 3; part++) {
      byte[] bytes = new Base64URL(parts[part]).decode();
      for (int i = 0; i < 120; i++) {
        byte[] flipped = bytes.clone();
        int bit = random.nextInt(flipped.length * 8);
        flipped[bit / 8] ^= (byte) (1 << (bit % 8));
        String[] with = parts.clone();
        with[part] = Base64URL.encode(flipped).toString();
        add("bit %d of part %d".formatted(bit, part), String.join(".", with));
      }
      for (int i = 0; i < 60; i++) {
        char[] text = parts[part].toCharArray();
        int at = random.nextInt(text.length);
        text[at] = text[at] == 'A' ? 'B' : 'A';
        String[] with = parts.clone();
        with[part] = new String(text);
        add("character %d of part %d".formatted(at, part), String.join(".", with));
      }
    }
    // The last character of a signature has bits to spare: the same bytes, in another spelling.
    String spare = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (char last : spare.toCharArray()) {
      String signature = parts[2].substring(0, parts[2].length() - 1) + last;
      add("last character " + last, parts[0] + "." + parts[1] + "." + signature);
    }
    for (String tail : List.of("=", "==", "A", "AA", ".", ".A", "%00")) {
      add("with " + tail, reporter.accessToken() + tail);
    }
  }

  private void truncations() {
    String token = reporter.accessToken();
    for (int i = 1; i < 200; i++) {
      add("cut by " + i, token.substring(0, token.length() - i));
    }
    for (int i = 1; i < 60; i++) {
      add("without the first " + i, token.substring(i));
    }
  }

  private void swappedParts() {
    TestUser other = crowd.someone(Role.AGENCY_ADMINISTRATOR);
    String[] theirs = other.accessToken().split("\\.");
    for (int[] order :
        new int[][] {{0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}, {0, 0, 2}, {1, 1, 1}}) {
      add(
          "order " + Arrays.toString(order),
          parts[order[0]] + "." + parts[order[1]] + "." + parts[order[2]]);
    }
    add("another's claims", parts[0] + "." + theirs[1] + "." + parts[2]);
    add("another's signature", parts[0] + "." + parts[1] + "." + theirs[2]);
    add("no signature", parts[0] + "." + parts[1] + ".");
    add("two parts", parts[0] + "." + parts[1]);
  }

  private void ours(String what, UnaryOperator<JWTClaimsSet.Builder> change) {
    try {
      JWTClaimsSet claims =
          change.apply(new JWTClaimsSet.Builder(genuine.getJWTClaimsSet())).build();
      add(what, signed(claims, "at+jwt", kid()));
    } catch (Exception e) {
      throw new IllegalStateException(what, e);
    }
  }

  private String signed(JWTClaimsSet claims, String type, String kid) throws Exception {
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(type))
                .keyID(kid)
                .build(),
            claims);
    token.sign(new ECDSASigner(keys.signing().key()));
    return token.serialize();
  }

  /** Signs any text, also what no library would write. */
  private static String signedBy(SigningKey key, String header, String payload) throws Exception {
    String input = json(header) + "." + payload;
    Base64URL signature =
        new ECDSASigner(key.key())
            .sign(new JWSHeader(JWSAlgorithm.ES256), input.getBytes(StandardCharsets.US_ASCII));
    return input + "." + signature;
  }

  private String kid() {
    return genuine.getHeader().getKeyID();
  }

  private static String json(String text) {
    return Base64URL.encode(text).toString();
  }

  private void add(String what, String token) {
    if (!token.equals(reporter.accessToken())) {
      mutants.put(what, token);
    }
  }

  private int statusOf(String token) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.getURL() + "/v1/me"))
            .header("Authorization", "Bearer " + token)
            .build();
    return http.send(request, BodyHandlers.discarding()).statusCode();
  }
}
