package app.upline.identity.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import app.upline.identity.Role;
import app.upline.identity.Secret;
import app.upline.testing.ContractFilter;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import app.upline.testing.Trail;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("engine")
@MicronautTest(transactional = false)
class SessionTest {
  private static final ContractFilter CONTRACT = ContractFilter.ofContract();

  @Inject EmbeddedServer server;
  @Inject TestUsers crowd;
  @Inject Trail trail;

  @Test
  void rightAddressAndPasswordOpenASession() {
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER);

    String token =
        signIn(reporter.email(), reporter.password())
            .then()
            .statusCode(201)
            .header("Cache-Control", "no-store")
            .body("status", equalTo("SIGNED_IN"))
            .body("challenge", nullValue())
            .body("session.tokenType", equalTo("Bearer"))
            .body("session.expiresIn", equalTo(900))
            .body("session.refreshExpiresIn", equalTo(43_200))
            .body("session.user.email", equalTo(reporter.email()))
            .body("session.user.organization.id", equalTo(reporter.organizationId().toString()))
            .body("session.user.organization.kind", equalTo("AGENCY"))
            .body("session.user.roles", hasItem("AGENCY_REPORTER"))
            .extract()
            .path("session.accessToken");

    me(token).statusCode(200).body("id", equalTo(reporter.id().toString()));
  }

  @Test
  void anAddressIsTheSameInCapitals() {
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER);

    signIn(reporter.email().toUpperCase(), reporter.password()).then().statusCode(201);
  }

  @Test
  void unknownAddressAndWrongPasswordAnswerTheSameBytes() {
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER);

    Response wrong = signIn(reporter.email(), "not it");
    Response unknown = signIn("nobody.at.all@people.example", "not it");

    wrong.then().statusCode(401).body("type", equalTo("urn:upline:problem:sign-in-failed"));
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(withoutInstance(unknown)).isEqualTo(withoutInstance(wrong));
  }

  @Test
  void whoIsNoLongerActiveIsRefusedLikeAWrongPasswordAndCannotRefresh() {
    TestUser leaver = crowd.someone(Role.AGENCY_REPORTER);
    crowd.run("update app_user set active = false where id = ?", leaver.id());

    Response refused = signIn(leaver.email(), leaver.password());

    refused.then().statusCode(401).body("type", equalTo("urn:upline:problem:sign-in-failed"));
    sessionEnded(refresh(leaver.refreshToken()));
    me(leaver.accessToken()).statusCode(401);
  }

  @Test
  void whatIsMissingFromTheCredentialsIsListedAtOnce() {
    given()
        .filter(CONTRACT)
        .port(server.getPort())
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/v1/sessions")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("errors.pointer", equalTo(List.of("/email", "/password")))
        .body("errors.code", equalTo(List.of("REQUIRED", "REQUIRED")));
  }

  @Test
  void aRefreshTokenIsExchangedForANewPair() {
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER);

    Response second = refresh(reporter.refreshToken());

    second
        .then()
        .statusCode(201)
        .body("refreshToken", not(equalTo(reporter.refreshToken())))
        .body("user.id", equalTo(reporter.id().toString()));
    refresh(second.path("refreshToken")).then().statusCode(201);
  }

  @Test
  void aRefreshTokenThatComesAgainLaterEndsTheWholeSession() {
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER);
    String next = refresh(reporter.refreshToken()).path("refreshToken");
    usedLongAgo(reporter.refreshToken());

    sessionEnded(refresh(reporter.refreshToken()));
    sessionEnded(refresh(next));

    // The end is an event of its own; a refresh that was refused is not told of as done.
    assertThat(trail.of(reporter.organizationId()))
        .filteredOn(event -> event.operation().equals("endSession"))
        .singleElement()
        .extracting(Trail.Event::outcome)
        .isEqualTo("SUCCEEDED");
    assertThat(trail.of(reporter.organizationId()))
        .filteredOn(event -> event.operation().equals("refreshSession"))
        .filteredOn(event -> event.outcome().equals("SUCCEEDED"))
        .hasSize(1);
  }

  @Test
  void whoeverRepeatsARefreshGetsTheSameNextTokenAndNoChainOfTheirOwn() {
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER);
    String next = refresh(reporter.refreshToken()).path("refreshToken");
    String again = refresh(reporter.refreshToken()).path("refreshToken");
    assertThat(again).isEqualTo(next);

    refresh(again).then().statusCode(201);
    usedLongAgo(next);
    sessionEnded(refresh(next));
  }

  @Test
  void ofManyRefreshesAtOnceAllGoOnWithOneToken() throws Exception {
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER);
    Callable<Response> attempt = () -> refresh(reporter.refreshToken());
    List<Response> answers;
    try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
      answers =
          threads.invokeAll(Collections.nCopies(6, attempt)).stream()
              .map(SessionTest::result)
              .toList();
    }

    assertThat(answers).extracting(Response::statusCode).containsOnly(201);
    assertThat(answers.stream().map(answer -> answer.<String>path("refreshToken")).distinct())
        .hasSize(1);
    refresh(answers.getFirst().path("refreshToken")).then().statusCode(201);
  }

  private void usedLongAgo(String token) {
    crowd.run(
        "update refresh_token set used_at = used_at - interval 11 second where token_sha256 = ?",
        new Secret(token).sha256());
  }

  @Test
  void anExpiredRefreshTokenIsRefused() {
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER);
    crowd.run(
        "update refresh_token set expires_at = utc_timestamp(6) - interval 1 second where token_sha256 = ?",
        new Secret(reporter.refreshToken()).sha256());

    sessionEnded(refresh(reporter.refreshToken()));
  }

  @Test
  void aSessionEndsHoweverBusyItIs() {
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER);
    crowd.run(
        "update session set expires_at = utc_timestamp(6) + interval 10 second where user_id = ?",
        reporter.id());

    int seconds = refresh(reporter.refreshToken()).path("refreshExpiresIn");

    assertThat(seconds).isBetween(1, 10);
  }

  @Test
  void signingOutEndsTheSessionAndAnswersTheSameForAnUnknownToken() {
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER);

    end(reporter.refreshToken()).statusCode(204);
    end("never-seen").statusCode(204);

    sessionEnded(refresh(reporter.refreshToken()));
  }

  private Response signIn(String email, String password) {
    return given()
        .filter(CONTRACT)
        .port(server.getPort())
        .contentType(ContentType.JSON)
        .body(java.util.Map.of("email", email, "password", password))
        .post("/v1/sessions");
  }

  private Response refresh(String token) {
    return post("/v1/sessions/refresh", token);
  }

  private ValidatableResponse end(String token) {
    return post("/v1/sessions/end", token).then();
  }

  private Response post(String path, String token) {
    return given()
        .filter(CONTRACT)
        .port(server.getPort())
        .contentType(ContentType.JSON)
        .body(java.util.Map.of("refreshToken", token))
        .post(path);
  }

  private ValidatableResponse me(String accessToken) {
    return given()
        .filter(CONTRACT)
        .port(server.getPort())
        .header("Authorization", "Bearer " + accessToken)
        .get("/v1/me")
        .then();
  }

  private static void sessionEnded(Response response) {
    response.then().statusCode(401).body("type", equalTo("urn:upline:problem:session-ended"));
  }

  private static String withoutInstance(Response response) {
    return response.asString().replaceAll("urn:uuid:[0-9a-f-]+", "");
  }

  private static Response result(Future<Response> answer) {
    try {
      return answer.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
