package app.upline.identity.secondfactor;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import app.upline.identity.Role;
import app.upline.platform.encryption.KeyRotation;
import app.upline.testing.Api;
import app.upline.testing.ContractFilter;
import app.upline.testing.Mailbox;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Second factors: set up, asked for, lost, required; and where people are signed in. */
@Tag("engine")
@MicronautTest(transactional = false)
class SecondFactorTest {
  private static final ContractFilter CONTRACT = ContractFilter.ofContract();

  @Inject EmbeddedServer server;
  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject Mailbox mailbox;
  @Inject KeyRotation rotation;

  private TestUser administrator;
  private TestUser reporter;

  @BeforeEach
  void twoPeople() {
    administrator = crowd.someone(Role.AGENCY_ADMINISTRATOR);
    reporter = crowd.someone(Role.AGENCY_REPORTER, administrator.organizationId());
  }

  @Test
  void onceItIsSetUpSigningInAsksForACodeThatWorksOnce() {
    App app = setUp(reporter);

    Response first = signIn(reporter);
    first
        .then()
        .statusCode(201)
        .body("status", equalTo("SECOND_FACTOR_REQUIRED"))
        .body("challenge.expiresIn", equalTo(300));
    assertThat(first.asString()).doesNotContain("accessToken");
    String code = app.next();
    String token =
        answer(first.path("challenge.challenge"), code)
            .then()
            .statusCode(201)
            .extract()
            .path("session.accessToken");
    me(token).then().statusCode(200);

    // Neither the code nor the challenge works again.
    answer(signIn(reporter).path("challenge.challenge"), code).then().statusCode(401);
    answer(first.path("challenge.challenge"), app.next()).then().statusCode(401);
  }

  @Test
  void aWrongCodeIsRefusedAndGuessingIsSlowedDown() {
    setUp(reporter);
    String challenge = signIn(reporter).path("challenge.challenge");

    for (int i = 0; i < 5; i++) {
      answer(challenge, "00000" + i)
          .then()
          .statusCode(401)
          .body("type", equalTo("urn:upline:problem:sign-in-failed"));
    }
    answer(challenge, "123456").then().statusCode(429);
    answer("made-up", "123456").then().statusCode(401);
  }

  @Test
  void aRecoveryCodeTakesThePlaceOfTheAppOnce() {
    App app = setUp(reporter);
    String recovery = app.recoveryCodes.getFirst();

    answer(signIn(reporter).path("challenge.challenge"), recovery.toLowerCase())
        .then()
        .statusCode(201);
    answer(signIn(reporter).path("challenge.challenge"), recovery).then().statusCode(401);

    List<String> others =
        post(
                reporter,
                "/v1/me/second-factor/recovery-codes",
                Map.of("password", reporter.password(), "code", app.next()))
            .then()
            .statusCode(201)
            .extract()
            .path("codes");
    assertThat(others).hasSize(10).doesNotContainAnyElementsOf(app.recoveryCodes);
    answer(signIn(reporter).path("challenge.challenge"), app.recoveryCodes.get(1))
        .then()
        .statusCode(401);
    answer(signIn(reporter).path("challenge.challenge"), others.getFirst()).then().statusCode(201);
  }

  @Test
  void settingItUpNeedsThePasswordAndACodeAndEndsOtherSessions() {
    String other = signIn(reporter).path("session.accessToken");
    post(reporter, "/v1/me/second-factor", Map.of("password", "not it"))
        .then()
        .statusCode(422)
        .body("errors.code", equalTo(List.of("WRONG_PASSWORD")));
    post(reporter, "/v1/me/second-factor/confirm", Map.of("code", "123456")).then().statusCode(409);

    setUp(reporter);

    me(other).then().statusCode(401);
    me(reporter.accessToken()).then().statusCode(200);
    post(reporter, "/v1/me/second-factor", Map.of("password", reporter.password()))
        .then()
        .statusCode(409);
  }

  @Test
  void theSecretIsSealedAndComesUnderAnotherKey() {
    App app = setUp(reporter);

    assertThat(
            crowd.count(
                "select count(*) from second_factor where user_id = ? and sealed_secret = ?",
                reporter.id(),
                app.secret))
        .isZero();
    List<String> told = new ArrayList<>();
    rotation.run(told::add);
    assertThat(told).anyMatch(line -> line.startsWith("Secrets of second factors"));
    answer(signIn(reporter).path("challenge.challenge"), app.next()).then().statusCode(201);
  }

  @Test
  void eightCharactersWillDoWithASecondFactorAndNotWithout() {
    App app = setUp(reporter);
    post(
            reporter,
            "/v1/me/password",
            Map.of("currentPassword", reporter.password(), "newPassword", "kxqwzvbm"))
        .then()
        .statusCode(204);

    post(
            reporter,
            "/v1/me/second-factor/disable",
            Map.of("password", "kxqwzvbm", "code", app.next()))
        .then()
        .statusCode(422)
        .body("errors.code", equalTo(List.of("TOO_SHORT")));
  }

  @Test
  void itCanBeTakenOffWithBothFactors() {
    App app = setUp(reporter);

    post(
            reporter,
            "/v1/me/second-factor/disable",
            Map.of("password", reporter.password(), "code", app.next()))
        .then()
        .statusCode(204);

    signIn(reporter).then().statusCode(201);
  }

  @Test
  void anOrganizationThatRequiresItLetsNobodyDoAnythingElseFirst() {
    require(administrator, true).then().statusCode(409);
    setUp(administrator);
    require(administrator, true).then().statusCode(200);

    api.as(reporter)
        .get("/v1/relationships")
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:upline:problem:second-factor-required"));
    // Who has none is let in to set one up, and nothing else.
    String token = signIn(reporter).then().statusCode(201).extract().path("session.accessToken");
    me(token).then().statusCode(200);
    App app = setUp(reporter);
    api.as(reporter).get("/v1/relationships").then().statusCode(200);
    api.as(administrator).get("/v1/users").then().statusCode(200);
    post(
            reporter,
            "/v1/me/second-factor/disable",
            Map.of("password", reporter.password(), "code", app.next()))
        .then()
        .statusCode(409);

    // Other organizations are not concerned.
    api.as(crowd.someone(Role.AGENCY_REPORTER)).get("/v1/relationships").then().statusCode(200);
  }

  @Test
  void anAdministratorTakesALostOneAwayAndAShortPasswordWithIt() {
    setUp(reporter);
    post(
            reporter,
            "/v1/me/password",
            Map.of("currentPassword", reporter.password(), "newPassword", "kxqwzvbm"))
        .then()
        .statusCode(204);
    Response seen = api.as(administrator).get("/v1/users/" + reporter.id());
    seen.then().body("secondFactor", equalTo(true));

    api.as(administrator)
        .header("If-Match", seen.header("ETag"))
        .contentType(ContentType.JSON)
        .post("/v1/users/" + reporter.id() + "/second-factor/disable")
        .then()
        .statusCode(200)
        .body("secondFactor", equalTo(false));

    me(reporter.accessToken()).then().statusCode(401);
    signIn(reporter.email(), "kxqwzvbm").then().statusCode(401);
    assertThat(mailbox.tokenFor(reporter.email(), 1)).isNotBlank();
  }

  @Test
  void peopleSeeWhereTheyAreSignedInAndEndOneOrAll() {
    String other = signIn(reporter).path("session.accessToken");
    Response list = api.as(reporter).get("/v1/me/sessions");
    list.then()
        .statusCode(200)
        .body("items.size()", equalTo(2))
        .body("items.current", equalTo(List.of(true, false)))
        .body("items.address", hasItem("127.0.0.1"));

    api.as(reporter)
        .contentType(ContentType.JSON)
        .post("/v1/me/sessions/" + list.path("items[1].id") + "/end")
        .then()
        .statusCode(204);
    me(other).then().statusCode(401);

    String third = signIn(reporter).path("session.accessToken");
    post(reporter, "/v1/me/sessions/end", Map.of("includeCurrent", false)).then().statusCode(204);
    me(third).then().statusCode(401);
    me(reporter.accessToken()).then().statusCode(200);
    post(reporter, "/v1/me/sessions/end", Map.of("includeCurrent", true)).then().statusCode(204);
    me(reporter.accessToken()).then().statusCode(401);
  }

  /** An authenticator app of a test: each code is of a later step, and waits until it is good. */
  static final class App {
    private final String secret;
    private final byte[] bytes;
    private final List<String> recoveryCodes = new ArrayList<>();
    private long used;

    App(String secret) {
      this.secret = secret;
      this.bytes = decode(secret);
    }

    String next() {
      used = Math.max(used + 1, Totp.stepAt(Instant.now()));
      while (used > Totp.stepAt(Instant.now()) + 1) {
        LockSupport.parkNanos(100_000_000);
      }
      return Totp.code(bytes, used);
    }

    private static byte[] decode(String text) {
      var bits = new StringBuilder();
      text.chars()
          .map("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"::indexOf)
          .forEach(
              value ->
                  bits.append(
                      String.format("%5s", Integer.toBinaryString(value)).replace(' ', '0')));
      byte[] bytes = new byte[bits.length() / 8];
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = (byte) Integer.parseInt(bits.substring(i * 8, i * 8 + 8), 2);
      }
      return bytes;
    }
  }

  private App setUp(TestUser who) {
    App app =
        new App(
            post(who, "/v1/me/second-factor", Map.of("password", who.password()))
                .then()
                .statusCode(201)
                .extract()
                .path("secret"));
    app.recoveryCodes.addAll(
        post(who, "/v1/me/second-factor/confirm", Map.of("code", app.next()))
            .then()
            .statusCode(200)
            .extract()
            .path("codes"));
    return app;
  }

  private Response require(TestUser by, boolean required) {
    return api.as(by)
        .header("If-Match", api.as(by).get("/v1/security-settings").header("ETag"))
        .contentType(ContentType.JSON)
        .body(Map.of("secondFactorRequired", required))
        .put("/v1/security-settings");
  }

  private Response signIn(TestUser who) {
    return signIn(who.email(), who.password());
  }

  private Response signIn(String email, String password) {
    return anonymous("/v1/sessions", Map.of("email", email, "password", password));
  }

  private Response answer(String challenge, String code) {
    return anonymous("/v1/sessions/second-factor", Map.of("challenge", challenge, "code", code));
  }

  private Response anonymous(String path, Map<String, String> body) {
    return given()
        .filter(CONTRACT)
        .port(server.getPort())
        .contentType(ContentType.JSON)
        .body(body)
        .post(path);
  }

  private Response post(TestUser by, String path, Map<String, ?> body) {
    return api.as(by).contentType(ContentType.JSON).body(new HashMap<>(body)).post(path);
  }

  private Response me(String token) {
    return given()
        .filter(CONTRACT)
        .port(server.getPort())
        .header("Authorization", "Bearer " + token)
        .get("/v1/me");
  }
}
