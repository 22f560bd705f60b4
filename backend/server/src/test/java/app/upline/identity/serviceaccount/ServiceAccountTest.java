package app.upline.identity.serviceaccount;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import app.upline.identity.Role;
import app.upline.identity.Secret;
import app.upline.identity.token.SigningKey;
import app.upline.testing.Api;
import app.upline.testing.Contract;
import app.upline.testing.ContractFilter;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Machines: made by an administrator, given secrets or keys, held to their scopes, shut out. */
@Tag("engine")
@MicronautTest(transactional = false)
class ServiceAccountTest {
  private static final ContractFilter CONTRACT = ContractFilter.ofContract();
  private static final String ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

  @Inject EmbeddedServer server;
  @Inject Api api;
  @Inject TestUsers crowd;

  private TestUser administrator;
  private String account;

  @BeforeEach
  void aMachineThatReadsTheRegisterAndAddsToIt() {
    administrator = crowd.someone(Role.AGENCY_ADMINISTRATOR);
    Response made =
        post(
            "/v1/service-accounts",
            Map.of(
                "name", "CRM",
                "role", "AGENCY_REPORTER",
                "scopes", List.of("relationships:read", "createRelationship")));
    made.then().statusCode(201).body("status", equalTo("ACTIVE"));
    account = made.path("id");
  }

  @Test
  void aSecretIsShownOnceKeptAsAHashAndGetsAToken() {
    Secret secret = new Secret(secret());

    assertThat(secret.value()).matches("upl_[A-Za-z0-9_-]{43}");
    assertThat(
            crowd.count(
                "select count(*) from service_credential where secret_sha256 = ?", secret.sha256()))
        .isEqualTo(1);
    assertThat(read().asString()).doesNotContain(secret.value());

    Response token = token(secret.value());
    token
        .then()
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("token_type", equalTo("Bearer"))
        .body("expires_in", equalTo(900))
        .body("scope", equalTo("createRelationship relationships:read"));
    machine(token.path("access_token"))
        .get("/v1/me")
        .then()
        .statusCode(200)
        .body("id", equalTo(account))
        .body("name", equalTo("CRM"))
        .body("email", equalTo(null))
        .body("roles", equalTo(List.of("AGENCY_REPORTER")))
        .body("scopes", equalTo(List.of("createRelationship", "relationships:read")));
    read()
        .then()
        .body("lastUsedAt", notNullValue())
        .body("credentials[0].lastUsedAt", notNullValue());
  }

  @Test
  void aMachineDoesWhatItsScopesSayUnderItsOwnNameAndNothingElse() {
    String token = token(secret()).path("access_token");

    machine(token).get("/v1/relationships").then().statusCode(200);
    Response created =
        machine(token)
            .contentType(ContentType.JSON)
            .body(Contract.get().example("LeadGeneratorDraft"))
            .post("/v1/relationships");
    created.then().statusCode(201);
    machine(token)
        .get("/v1/relationships/" + created.path("id") + "/revisions")
        .then()
        .statusCode(200);
    // Within the role and outside of the scopes.
    machine(token)
        .get("/v1/submissions")
        .then()
        .statusCode(403)
        .body("detail", containsString("neither the scope listSubmissions nor submissions:read"));
    // No scope covers what people alone may do.
    machine(token)
        .get("/v1/me/sessions")
        .then()
        .statusCode(403)
        .body("detail", containsString("Only people"));
    machine(token).get("/v1/users").then().statusCode(403);
  }

  @Test
  void aTokenMayBeForFewerScopesAndNotForMore() {
    String secret = secret();

    String token =
        token(secret, "relationships:read")
            .then()
            .statusCode(200)
            .body("scope", equalTo("relationships:read"))
            .extract()
            .path("access_token");
    machine(token)
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/v1/relationships")
        .then()
        .statusCode(403);
    token(secret, "submissions:write")
        .then()
        .statusCode(400)
        .body("error", equalTo("invalid_scope"));
  }

  @Test
  void scopesThatAreTakenAwayAreGoneWithTheVeryNextRequest() {
    String token = token(secret()).path("access_token");
    machine(token).get("/v1/relationships").then().statusCode(200);

    changing()
        .body(Map.of("scopes", List.of("createRelationship")))
        .put("/v1/service-accounts/" + account + "/scopes")
        .then()
        .statusCode(200);

    machine(token).get("/v1/relationships").then().statusCode(403);
  }

  @Test
  void aMachineThatIsShutOutIsRefusedWithTheVeryNextRequestAndForGood() {
    String secret = secret();
    String token = token(secret).path("access_token");

    act("/revoke").then().statusCode(200).body("status", equalTo("REVOKED"));

    machine(token).get("/v1/me").then().statusCode(401);
    invalidClient(token(secret));
    act("/revoke").then().statusCode(409);
  }

  @Test
  void secretsAreChangedOverWithTwoLiveAtATime() {
    String first = secret();
    String firstToken = token(first).path("access_token");
    String second = secret();
    changing()
        .body("{}")
        .post("/v1/service-accounts/" + account + "/secrets")
        .then()
        .statusCode(409);
    token(second).then().statusCode(200);

    String firstId = read().path("credentials[0].id");
    act("/credentials/" + firstId + "/revoke").then().statusCode(200);

    machine(firstToken).get("/v1/me").then().statusCode(401);
    invalidClient(token(first));
    token(second).then().statusCode(200);
    act("/credentials/" + firstId + "/revoke").then().statusCode(409);
  }

  @Test
  void whatHasExpiredDoesNotWork() {
    String secret = secret();
    String token = token(secret).path("access_token");
    crowd.run(
        "update service_credential set expires_at = utc_timestamp(6) where service_account_id = ?",
        UUID.fromString(account));
    machine(token).get("/v1/me").then().statusCode(401);
    invalidClient(token(secret));

    String other = secret();
    crowd.run(
        "update service_account set expires_at = utc_timestamp(6) where id = ?",
        UUID.fromString(account));
    invalidClient(token(other));
    read().then().body("status", equalTo("EXPIRED"));
  }

  @Test
  void aMachineMaySignInsteadOfShowingASecret() throws Exception {
    SigningKey key = registeredKey();
    String assertion = assertion(key, claims -> claims);

    String token = tokenFor(assertion).then().statusCode(200).extract().path("access_token");
    machine(token).get("/v1/relationships").then().statusCode(200);

    // Each assertion works once.
    invalidClient(tokenFor(assertion));
    tokenFor(assertion(key, claims -> claims)).then().statusCode(200);
  }

  @Test
  void anAssertionThatIsNotQuiteRightIsRefused() throws Exception {
    SigningKey key = registeredKey();
    Instant now = Instant.now();

    for (UnaryOperator<JWTClaimsSet.Builder> change :
        List.<UnaryOperator<JWTClaimsSet.Builder>>of(
            claims -> claims.audience("somebody"),
            claims -> claims.audience(List.of("upline", "somebody")),
            claims -> claims.audience((String) null),
            claims -> claims.issuer("somebody"),
            claims -> claims.subject(UUID.randomUUID().toString()),
            claims -> claims.jwtID(null),
            claims -> claims.expirationTime(null),
            claims -> claims.expirationTime(Date.from(now.minusSeconds(1))),
            claims -> claims.expirationTime(Date.from(now.plusSeconds(600))),
            claims -> claims.notBeforeTime(Date.from(now.plusSeconds(60))))) {
      invalidClient(tokenFor(assertion(key, change)));
    }
    invalidClient(tokenFor(assertion(SigningKey.random(), claims -> claims)));
    invalidClient(tokenFor("rubbish"));
  }

  @Test
  void whoCannotShowWhoItIsLearnsNothingAndIsSlowedDown() {
    String secret = secret();
    for (int i = 0; i < 20; i++) {
      invalidClient(token("upl_guess" + i));
    }
    Response slowed = token(secret);
    slowed.then().statusCode(429).contentType("application/problem+json");
    assertThat(slowed.header("Retry-After")).isNotNull();
  }

  @Test
  void theFormOfTheRequestIsThatOfTheRfc() {
    String secret = secret();
    form(secret)
        .formParam("grant_type", "password")
        .post("/v1/oauth/token")
        .then()
        .statusCode(400)
        .body("error", equalTo("unsupported_grant_type"));
    form(secret)
        .formParam("grant_type", "client_credentials")
        .formParam("something", "new")
        .post("/v1/oauth/token")
        .then()
        .statusCode(200);
    form(secret)
        .formParam("grant_type", "client_credentials")
        .formParam("client_assertion", "two ways at once")
        .post("/v1/oauth/token")
        .then()
        .statusCode(400)
        .body("error", equalTo("invalid_request"));
    given()
        .port(server.getPort())
        .contentType("application/x-www-form-urlencoded")
        .body("scope=x")
        .post("/v1/oauth/token")
        .then()
        .statusCode(400)
        .body("error", equalTo("invalid_request"));
  }

  @Test
  void aSecretInTheFormIsToldWhereItBelongs() {
    Response answer =
        given()
            .port(server.getPort())
            .contentType("application/x-www-form-urlencoded")
            .formParam("grant_type", "client_credentials")
            .formParam("client_id", account)
            .formParam("client_secret", secret())
            .post("/v1/oauth/token");
    invalidClient(answer);
    assertThat(answer.<String>path("error_description")).contains("client_secret_basic");
  }

  @Test
  void scopesAreOnlyWhatTheRoleMayDoAndMachinesMay() {
    post(
            "/v1/service-accounts",
            Map.of(
                "name", "CRM",
                "role", "AGENCY_ATTESTER",
                "scopes", List.of("submitSubmission", "listUsers", "getCarrier", "nonsense")))
        .then()
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/scopes/0", "/scopes/1", "/scopes/3")));
    post(
            "/v1/service-accounts",
            Map.of("name", "CRM", "role", "CARRIER_ANALYST", "scopes", List.of("getCarrier")))
        .then()
        .statusCode(422)
        .body("errors.code", equalTo(List.of("ROLE_OF_OTHER_SIDE")));
  }

  @Test
  void aMachineIsNoPersonAndCannotSignIn() {
    api.as(administrator).get("/v1/users").then().body("items.size()", equalTo(1));
    // Nor does it count as the administrator who must stay.
    post(
            "/v1/service-accounts",
            Map.of(
                "name", "Robot", "role", "AGENCY_ADMINISTRATOR", "scopes", List.of("getCarrier")))
        .then()
        .statusCode(201);
    api.as(administrator)
        .header("If-Match", "\"1\"")
        .contentType(ContentType.JSON)
        .post("/v1/users/" + administrator.id() + "/disable")
        .then()
        .statusCode(409);
  }

  private String secret() {
    Response answer = changing().body("{}").post("/v1/service-accounts/" + account + "/secrets");
    answer.then().statusCode(201).body("clientId", equalTo(account));
    return answer.path("clientSecret");
  }

  private SigningKey registeredKey() {
    SigningKey key = SigningKey.random();
    changing()
        .body(Map.of("x", key.key().getX().toString(), "y", key.key().getY().toString()))
        .post("/v1/service-accounts/" + account + "/public-keys")
        .then()
        .statusCode(201)
        .body("credentials[0].kind", equalTo("PUBLIC_KEY"));
    return key;
  }

  private String assertion(SigningKey key, UnaryOperator<JWTClaimsSet.Builder> change)
      throws Exception {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(account)
            .subject(account)
            .audience("upline")
            .jwtID(UUID.randomUUID().toString())
            .expirationTime(Date.from(Instant.now().plusSeconds(60)));
    SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), change.apply(claims).build());
    jwt.sign(new ECDSASigner(key.key()));
    return jwt.serialize();
  }

  private Response token(String secret) {
    return form(secret).formParam("grant_type", "client_credentials").post("/v1/oauth/token");
  }

  private Response token(String secret, String scope) {
    return form(secret)
        .formParam("grant_type", "client_credentials")
        .formParam("scope", scope)
        .post("/v1/oauth/token");
  }

  private Response tokenFor(String assertion) {
    return given()
        .port(server.getPort())
        .contentType("application/x-www-form-urlencoded")
        .formParam("grant_type", "client_credentials")
        .formParam("client_assertion_type", ASSERTION)
        .formParam("client_assertion", assertion)
        .post("/v1/oauth/token");
  }

  private RequestSpecification form(String secret) {
    return given()
        .port(server.getPort())
        .auth()
        .preemptive()
        .basic(account, secret)
        .contentType("application/x-www-form-urlencoded");
  }

  private static void invalidClient(Response answer) {
    answer.then().statusCode(401).body("error", equalTo("invalid_client"));
    assertThat(answer.header("WWW-Authenticate")).startsWith("Basic");
  }

  private Response read() {
    return api.as(administrator).get("/v1/service-accounts/" + account);
  }

  private Response act(String action) {
    return changing().post("/v1/service-accounts/" + account + action);
  }

  private RequestSpecification changing() {
    return api.as(administrator)
        .header("If-Match", read().header("ETag"))
        .contentType(ContentType.JSON);
  }

  private Response post(String path, Map<String, ?> body) {
    return api.as(administrator).contentType(ContentType.JSON).body(body).post(path);
  }

  private RequestSpecification machine(String token) {
    return given()
        .filter(CONTRACT)
        .port(server.getPort())
        .header("Authorization", "Bearer " + token);
  }
}
