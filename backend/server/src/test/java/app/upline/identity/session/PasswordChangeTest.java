package app.upline.identity.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import app.upline.identity.Role;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Changing the own password, and choosing a new one by a mailed link. */
@Tag("engine")
@MicronautTest(transactional = false)
class PasswordChangeTest {
  private static final ContractFilter CONTRACT = ContractFilter.ofContract();
  private static final String NEW = "a lantern over the prairie at dusk";

  @Inject EmbeddedServer server;
  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject Mailbox mailbox;

  private TestUser reporter;

  @BeforeEach
  void aReporter() {
    reporter = crowd.someone(Role.AGENCY_REPORTER);
  }

  @Test
  void aNewPasswordEndsEveryOtherSessionAtOnceAndNotThisOne() {
    String other = signIn(reporter.password()).path("session.accessToken");

    change(reporter.password(), NEW).then().statusCode(204);

    me(other).then().statusCode(401);
    me(reporter.accessToken()).then().statusCode(200);
    signIn(reporter.password()).then().statusCode(401);
    signIn(NEW).then().statusCode(201);
  }

  /** All people keep their own account, also those with no other role. */
  @Test
  void aPrivacyOfficerWhoIsNothingElseKeepsTheOwnAccount() {
    for (Role role : List.of(Role.AGENCY_PRIVACY_OFFICER, Role.CARRIER_PRIVACY_OFFICER)) {
      TestUser officer = crowd.someone(role);
      api.as(officer).get("/v1/me/sessions").then().statusCode(200);
      api.as(officer)
          .contentType(ContentType.JSON)
          .body(Map.of("password", officer.password()))
          .post("/v1/me/second-factor")
          .then()
          .statusCode(201);
      api.as(officer)
          .contentType(ContentType.JSON)
          .body(Map.of("currentPassword", officer.password(), "newPassword", NEW))
          .post("/v1/me/password")
          .then()
          .statusCode(204);
      crowd.run("delete from second_factor where user_id = ?", officer.id());
    }
  }

  @Test
  void whoDoesNotKnowTheOldPasswordCannotChangeItAndCannotGuessForLong() {
    for (int i = 0; i < 5; i++) {
      change("not the old password", NEW)
          .then()
          .statusCode(422)
          .body("errors.code", equalTo(List.of("WRONG_PASSWORD")));
    }
    tooMany(change(reporter.password(), NEW));
  }

  @Test
  void aBadNewPasswordIsRefused() {
    change(reporter.password(), "short")
        .then()
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/newPassword")))
        .body("errors.code", equalTo(List.of("TOO_SHORT")));
  }

  @Test
  void aMailedLinkChoosesANewPasswordOnceAndEndsAllSessions() {
    requestReset(reporter.email()).then().statusCode(202);
    String token = mailbox.tokenFor(reporter.email(), 1);

    reset(token, "short").then().statusCode(422);
    reset(token, NEW).then().statusCode(204);

    me(reporter.accessToken()).then().statusCode(401);
    signIn(reporter.password()).then().statusCode(401);
    signIn(NEW).then().statusCode(201);
    reset(token, NEW).then().statusCode(422).body("errors.code", equalTo(List.of("LINK_INVALID")));
  }

  @Test
  void aNewerLinkEndsTheOlderOneAndAChangedPasswordEndsBoth() {
    requestReset(reporter.email());
    String older = mailbox.tokenFor(reporter.email(), 1);
    requestReset(reporter.email());
    String newer = mailbox.tokenFor(reporter.email(), 2);

    reset(older, NEW).then().statusCode(422);
    change(reporter.password(), NEW).then().statusCode(204);
    reset(newer, "another lantern over the prairie").then().statusCode(422);
  }

  @Test
  void whoIsShutOutCannotComeBackByALink() {
    requestReset(reporter.email());
    String token = mailbox.tokenFor(reporter.email(), 1);
    crowd.run("update app_user set active = false where id = ?", reporter.id());

    reset(token, NEW).then().statusCode(422);
  }

  @Test
  void knownAndUnknownAddressesAreAnsweredTheSame() {
    Response known = requestReset(reporter.email());
    Response unknown = requestReset(UUID.randomUUID() + "@people.example");

    assertThat(unknown.statusCode()).isEqualTo(known.statusCode()).isEqualTo(202);
    assertThat(unknown.asByteArray()).isEqualTo(known.asByteArray()).isEmpty();
    assertThat(unknown.headers().asList().stream().map(h -> h.getName()).toList())
        .isEqualTo(known.headers().asList().stream().map(h -> h.getName()).toList());
  }

  @Test
  void linksForOneAddressAreLimitedWhetherItIsKnownOrNot() {
    for (String address : List.of(reporter.email(), UUID.randomUUID() + "@people.example")) {
      for (int i = 0; i < 3; i++) {
        requestReset(address).then().statusCode(202);
      }
      tooMany(requestReset(address));
    }
  }

  @Test
  void strangersWhoGuessAreSlowedDownAndTheOwnerIsNot() {
    String forged = "198.51.100.";
    // The owner signed in from this machine before; strangers try from unknown places.
    crowd.run(
        "update known_sign_in_source set network = '203.0.113.77' where user_id = ?",
        reporter.id());
    Response last = null;
    for (int i = 0; i < 21; i++) {
      last = signInClaiming(forged + i, "guess number " + i);
    }
    // Twenty guesses by strangers, whatever they claim about where they come from.
    tooMany(last);

    crowd.run(
        "update known_sign_in_source set network = '127.0.0.1' where user_id = ?", reporter.id());
    signIn(reporter.password()).then().statusCode(201);
  }

  private Response change(String current, String wanted) {
    return api.as(reporter)
        .contentType(ContentType.JSON)
        .body(Map.of("currentPassword", current, "newPassword", wanted))
        .post("/v1/me/password");
  }

  private Response requestReset(String email) {
    return post("/v1/password-resets", Map.of("email", email));
  }

  private Response reset(String token, String password) {
    return post("/v1/password-resets/complete", Map.of("token", token, "password", password));
  }

  private Response signIn(String password) {
    return post("/v1/sessions", Map.of("email", reporter.email(), "password", password));
  }

  private Response signInClaiming(String address, String password) {
    return given()
        .filter(CONTRACT)
        .port(server.getPort())
        .header("X-Forwarded-For", address)
        .contentType(ContentType.JSON)
        .body(Map.of("email", reporter.email(), "password", password))
        .post("/v1/sessions");
  }

  private Response post(String path, Map<String, String> body) {
    return given()
        .filter(CONTRACT)
        .port(server.getPort())
        .contentType(ContentType.JSON)
        .body(body)
        .post(path);
  }

  private Response me(String token) {
    return given()
        .filter(CONTRACT)
        .port(server.getPort())
        .header("Authorization", "Bearer " + token)
        .get("/v1/me");
  }

  private static void tooMany(Response answer) {
    answer.then().statusCode(429).body("type", equalTo("urn:upline:problem:too-many-requests"));
    assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    assertThat(answer.header("RateLimit")).matches("\"[a-z-]+\";r=0;t=\\d+");
    assertThat(answer.header("RateLimit-Policy")).matches("\"[a-z-]+\";q=\\d+;w=\\d+");
  }
}
