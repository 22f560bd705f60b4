package app.upline.chaos;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.incident.IncidentJson;
import app.upline.submission.Reporting;
import app.upline.testing.Api;
import app.upline.testing.ContractFilter;
import app.upline.testing.MovableClock;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The clock of the machine is put on or back by an hour while people work. */
@Tag("engine")
@MicronautTest(transactional = false)
@Property(name = MovableClock.WANTED, value = "true")
class ClockJumpTest {

  private static final ContractFilter CONTRACT = ContractFilter.ofContract();
  private static final Duration HOUR = Duration.ofHours(1);

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject OrganizationRegistry organizations;
  @Inject MovableClock clock;

  private Instant start;
  private Reporting us;
  private TestUser administrator;

  @BeforeEach
  void anAgencyWithACarrier() {
    // An hour on and an hour back it is the carrier's same day, and the same month.
    start = Reporting.today().atTime(LocalTime.NOON).atZone(Reporting.ZONE).toInstant();
    clock.set(start.toString());
    us = Reporting.of(api, crowd, organizations, false);
    administrator = crowd.someone(Role.AGENCY_ADMINISTRATOR, us.agency());
  }

  @Test
  void anHourOnWhoWorksSignsInAgainAndGoesOn() {
    us.incident(Reporting.knownToday(""));
    clock.set(start.plus(HOUR).toString());

    given()
        .baseUri(api.url())
        .header("Authorization", "Bearer " + us.reporter().accessToken())
        .get("/v1/incidents")
        .then()
        .statusCode(401);
    refreshed(us.reporter()).then().statusCode(201);
    theMonthIsReported(signedInAgain(us));
    theTrailIsSound(signedIn(administrator));
  }

  @Test
  void anHourBackNobodyIsSignedOutAndEverythingGoesOn() {
    String before = us.incident(Reporting.knownToday(""));
    clock.set(start.minus(HOUR).toString());

    String after = us.incident(Reporting.knownToday(""));
    api.as(us.reporter())
        .get("/v1/incidents?direction=ASCENDING")
        .then()
        .statusCode(200)
        // By when they were recorded, as the clock said it.
        .body("items.id", contains(after, before));
    theMonthIsReported(us);
    signedIn(us.reporter());
    theTrailIsSound(administrator);
  }

  /** A repeated request is known again, and a change knows the version it is made upon. */
  @Test
  void whatWasBegunBeforeAJumpIsGoneOnWithAfterIt() {
    for (Duration jump : List.of(HOUR, HOUR.negated())) {
      clock.set(start.toString());
      Response first = created(us.reporter(), "key-" + jump);
      clock.set(start.plus(jump).toString());
      TestUser again = signedIn(us.reporter());
      Response second = created(again, "key-" + jump);
      assertThat(second.<String>path("id")).isEqualTo(first.path("id"));
      api.as(again)
          .header("If-Match", "\"1\"")
          .contentType("application/merge-patch+json")
          .body("{\"state\": \"TX\"}")
          .patch("/v1/incidents/" + first.path("id"))
          .then()
          .statusCode(200)
          .header("ETag", "\"2\"");
      api.as(again)
          .get("/v1/incidents/" + first.path("id") + "/revisions")
          .then()
          .statusCode(200)
          .body("items.revision", contains(2, 1));
    }
    clock.set(start.plus(HOUR).toString());
    theTrailIsSound(signedIn(administrator));
  }

  private Response created(TestUser person, String key) {
    Response answer =
        api.as(person)
            .header("Idempotency-Key", key)
            .contentType("application/json")
            .body(IncidentJson.of(us.carrier(), Reporting.knownToday("")))
            .post("/v1/incidents");
    answer.then().statusCode(201);
    return answer;
  }

  private void theMonthIsReported(Reporting people) {
    String submission = people.submitted();
    api.as(people.reviewer())
        .header(
            "If-Match",
            api.as(people.reviewer()).get("/v1/submissions/" + submission).header("ETag"))
        .contentType("application/json")
        .body("{}")
        .post("/v1/submissions/" + submission + "/acknowledge")
        .then()
        .statusCode(200)
        .body("status", equalTo("ACKNOWLEDGED"));
  }

  private void theTrailIsSound(TestUser person) {
    api.as(person)
        .contentType("application/json")
        .body("{}")
        .post("/v1/audit-verifications")
        .then()
        .statusCode(200)
        .body("sound", equalTo(true))
        .body("complete", equalTo(true));
  }

  private Reporting signedInAgain(Reporting people) {
    return new Reporting(
        api,
        people.agency(),
        people.carrier(),
        signedIn(people.reporter()),
        signedIn(people.attester()),
        signedIn(people.reviewer()));
  }

  private TestUser signedIn(TestUser person) {
    Response session =
        given()
            .baseUri(api.url())
            .filter(CONTRACT)
            .contentType("application/json")
            .body(Map.of("email", person.email(), "password", person.password()))
            .post("/v1/sessions");
    session.then().statusCode(201);
    return new TestUser(
        person.id(),
        person.email(),
        person.password(),
        person.kind(),
        person.organizationId(),
        person.role(),
        session.path("session.accessToken"),
        session.path("session.refreshToken"));
  }

  private Response refreshed(TestUser person) {
    return given()
        .baseUri(api.url())
        .filter(CONTRACT)
        .contentType("application/json")
        .body(Map.of("refreshToken", person.refreshToken()))
        .post("/v1/sessions/refresh");
  }
}
