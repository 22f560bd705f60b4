package app.upline.identity.limits;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Limits so small that a test meets them, and so slow that nothing comes back meanwhile. */
@Tag("engine")
@MicronautTest(transactional = false)
@Property(name = "upline.rates.caller", value = "30")
@Property(name = "upline.rates.source", value = "6")
@Property(name = "upline.rates.window", value = "1h")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RateLimitTest {
  private static final String POLICY = "\"requests\";q=30;w=3600";

  @Inject Api api;
  @Inject TestUsers crowd;

  @Test
  void everyAnswerSaysWhereTheCallerStandsAndOneTooManyIsRefused() {
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER);

    me(reporter)
        .statusCode(200)
        .header("RateLimit-Policy", POLICY)
        .header("RateLimit", startsWith("\"requests\";r=29;t="));
    refused(reporter, "/v1/users", 403).header("RateLimit", startsWith("\"requests\";r=28;t="));
    refused(reporter, "/v1/nothing", 404).header("RateLimit", startsWith("\"requests\";r=27;t="));

    useUp(reporter);
    me(reporter)
        .statusCode(429)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:upline:problem:too-many-requests"))
        .header("RateLimit-Policy", POLICY)
        .header("RateLimit", startsWith("\"requests\";r=0;t="));
    int wait = Integer.parseInt(me(reporter).extract().header("Retry-After"));
    assertThat(wait).isBetween(1, 120);
  }

  @Test
  void nobodyUsesUpWhatIsAColleaguesOrAnotherOrganizations() {
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER);
    TestUser colleague = crowd.someone(Role.AGENCY_REPORTER, reporter.organizationId());
    TestUser stranger = crowd.someone(Role.AGENCY_REPORTER);
    TestUser analyst = crowd.someone(Role.CARRIER_ANALYST);

    useUp(reporter);
    me(reporter).statusCode(429);
    for (TestUser other : new TestUser[] {colleague, stranger, analyst}) {
      me(other).statusCode(200).header("RateLimit", startsWith("\"requests\";r=29;t="));
    }
  }

  @Test
  void anotherSessionOfTheSamePersonIsTheSameCaller() {
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER);
    useUp(reporter);
    // It asks without a token, which has a limit of its own.
    String second =
        given()
            .baseUri(api.url())
            .contentType(ContentType.JSON)
            .body(Map.of("email", reporter.email(), "password", reporter.password()))
            .post("/v1/sessions")
            .then()
            .statusCode(201)
            .extract()
            .path("session.accessToken");
    with(second).statusCode(429);
  }

  @Test
  void aDownloadCountsAsMany() {
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER);
    api.as(reporter)
        .get("/v1/relationships/export?format=CSV")
        .then()
        .statusCode(200)
        .header("RateLimit", startsWith("\"requests\";r=10;t="));
    api.as(reporter).get("/v1/relationships/export?format=CSV").then().statusCode(429);
    me(reporter).statusCode(200);
  }

  /** Last, since all tests come from the same address. */
  @Test
  @Order(Integer.MAX_VALUE)
  void whoeverShowsNoGoodTokenIsCountedByAddressAndHoldsUpNobodyWhoDoes() {
    int refusals = 0;
    for (int i = 0; i < 10; i++) {
      String[] path = {"/v1/me", "/v1/jwks", "/v1/nothing"};
      int status = given().baseUri(api.url()).get(path[i % 3]).statusCode();
      refusals += status == 429 ? 1 : 0;
    }
    assertThat(refusals).isGreaterThanOrEqualTo(4);
    with("no.good.token").statusCode(429).header("RateLimit", startsWith("\"requests\";r=0;t="));
    given()
        .baseUri(api.url())
        .header("X-Forwarded-For", "192.0.2.1")
        .get("/v1/jwks")
        .then()
        .statusCode(429);

    me(crowd.someone(Role.AGENCY_REPORTER)).statusCode(200);
  }

  @Test
  void noAddressIsWithoutALimitAndWhatLiesBesideTheApiHasOnesOfItsOwn() {
    for (String[] open :
        new String[][] {
          {"/openapi.yaml", "/docs", "/docs/nothing", "/nothing", "/docs/docs.js"},
          {"/health", "/health/liveness", "/health/readiness", "/health/nothing"}
        }) {
      Set<Integer> answers = new TreeSet<>();
      for (int i = 0; i < 12; i++) {
        var answer = given().baseUri(api.url()).get(open[i % open.length]);
        answers.add(i < 5 ? 0 : answer.statusCode());
        answer.then().header("RateLimit-Policy", equalTo("\"requests\";q=6;w=3600"));
      }
      assertThat(answers).as(open[0]).contains(429);
    }
    me(crowd.someone(Role.AGENCY_REPORTER)).statusCode(200);
  }

  private void useUp(TestUser person) {
    for (int i = 0; i < 30; i++) {
      me(person);
    }
  }

  private ValidatableResponse me(TestUser person) {
    return api.as(person).get("/v1/me").then();
  }

  private ValidatableResponse refused(TestUser person, String path, int status) {
    return api.as(person).get(path).then().statusCode(status);
  }

  private ValidatableResponse with(String token) {
    return given()
        .baseUri(api.url())
        .header("Authorization", "Bearer " + token)
        .get("/v1/me")
        .then();
  }
}
