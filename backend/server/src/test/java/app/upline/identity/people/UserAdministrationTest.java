package app.upline.identity.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import app.upline.identity.Role;
import app.upline.testing.ContractFilter;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What administrators do with the people of their organization, and how soon it counts. */
@Tag("engine")
@MicronautTest(transactional = false)
class UserAdministrationTest {
  private static final ContractFilter CONTRACT = ContractFilter.ofContract();

  @Inject EmbeddedServer server;
  @Inject TestUsers crowd;

  private TestUser administrator;
  private TestUser reporter;

  @BeforeEach
  void anAgencyWithTwoPeople() {
    administrator = crowd.someone(Role.AGENCY_ADMINISTRATOR);
    reporter = crowd.someone(Role.AGENCY_REPORTER, administrator.organizationId());
  }

  @Test
  void anAdministratorSeesTheOwnPeopleAndNobodyElses() {
    TestUser stranger = crowd.someone(Role.AGENCY_ADMINISTRATOR);

    as(administrator)
        .get("/v1/users")
        .then()
        .statusCode(200)
        .body("items.id", equalTo(List.of(id(administrator), id(reporter))))
        .body("items.status", hasItems("ACTIVE", "ACTIVE"));
    as(stranger).get("/v1/users").then().body("items.id", equalTo(List.of(id(stranger))));
  }

  @Test
  void aListOfPeopleComesInPages() {
    String next = as(administrator).get("/v1/users?limit=1").path("nextCursor");

    as(administrator)
        .get("/v1/users?limit=1&cursor=" + next)
        .then()
        .statusCode(200)
        .body("items.id", equalTo(List.of(id(reporter))))
        .body("nextCursor", equalTo(null));
  }

  @Test
  void anotherOrganizationsPeopleAreNotFound() {
    TestUser strangers = crowd.someone(Role.AGENCY_ADMINISTRATOR);
    TestUser carriers = crowd.someone(Role.CARRIER_ADMINISTRATOR);

    for (TestUser outsider : List.of(strangers, carriers)) {
      Response foreign = as(outsider).get("/v1/users/" + reporter.id());
      Response random = as(outsider).get("/v1/users/" + UUID.randomUUID());
      foreign.then().statusCode(404);
      assertThat(foreign.path("detail").toString()).isEqualTo(random.path("detail"));
      roles(outsider, reporter, "\"1\"", "AGENCY_ATTESTER").then().statusCode(404);
      disable(outsider, reporter, "\"1\"").then().statusCode(404);
    }
    as(reporter).get("/v1/relationships").then().statusCode(200);
  }

  @Test
  void aNewRoleCountsWithTheVeryNextRequest() {
    as(reporter).get("/v1/relationships").then().statusCode(200);
    as(reporter).get("/v1/users").then().statusCode(403);

    roles(administrator, reporter, etag(reporter), "AGENCY_ADMINISTRATOR")
        .then()
        .statusCode(200)
        .body("roles", equalTo(List.of("AGENCY_ADMINISTRATOR")));

    as(reporter).get("/v1/users").then().statusCode(200);
    as(reporter)
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/v1/relationships")
        .then()
        .statusCode(403);
  }

  @Test
  void somebodyShutOutIsRefusedWithTheVeryNextRequestAndLetInAgainLater() {
    disable(administrator, reporter, etag(reporter))
        .then()
        .statusCode(200)
        .body("status", equalTo("DISABLED"));

    as(reporter).get("/v1/me").then().statusCode(401);
    signIn(reporter).then().statusCode(401);
    given()
        .filter(CONTRACT)
        .port(server.getPort())
        .contentType(ContentType.JSON)
        .body(Map.of("refreshToken", reporter.refreshToken()))
        .post("/v1/sessions/refresh")
        .then()
        .statusCode(401);

    act(administrator, reporter, etag(reporter), "enable")
        .then()
        .statusCode(200)
        .body("status", equalTo("ACTIVE"));
    signIn(reporter).then().statusCode(201);
    // The sessions of before stay ended.
    as(reporter).get("/v1/me").then().statusCode(401);
  }

  @Test
  void anEndedSessionIsOverWithTheVeryNextRequest() {
    given()
        .filter(CONTRACT)
        .port(server.getPort())
        .contentType(ContentType.JSON)
        .body(Map.of("refreshToken", reporter.refreshToken()))
        .post("/v1/sessions/end")
        .then()
        .statusCode(204);

    as(reporter).get("/v1/me").then().statusCode(401);
  }

  @Test
  void theLastAdministratorStays() {
    roles(administrator, administrator, etag(administrator), "AGENCY_REPORTER")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:upline:problem:wrong-state"));
    disable(administrator, administrator, etag(administrator)).then().statusCode(409);

    roles(administrator, reporter, etag(reporter), "AGENCY_ADMINISTRATOR").then().statusCode(200);
    disable(administrator, administrator, etag(administrator)).then().statusCode(200);
    as(administrator).get("/v1/users").then().statusCode(401);
    as(reporter).get("/v1/users").then().statusCode(200);
  }

  @Test
  void ofTwoAdministratorsWhoShutEachOtherOutOneStays() throws Exception {
    TestUser second = crowd.someone(Role.AGENCY_ADMINISTRATOR, administrator.organizationId());
    Callable<Response> one = () -> disable(administrator, second, "\"1\"");
    Callable<Response> other = () -> disable(second, administrator, "\"1\"");
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<Response>> answers = threads.invokeAll(List.of(one, other));
      for (Future<Response> answer : answers) {
        assertThat(answer.get().statusCode()).isIn(200, 401, 409);
      }
    }
    as(reporter).get("/v1/me").then().statusCode(200);
    assertThat(
            as(administrator).get("/v1/users").statusCode() == 200
                || as(second).get("/v1/users").statusCode() == 200)
        .isTrue();
  }

  @Test
  void aChangeNeedsTheVersionThatWasSeen() {
    String seen = etag(reporter);
    roles(administrator, reporter, seen, "AGENCY_ATTESTER").then().statusCode(200);

    roles(administrator, reporter, seen, "AGENCY_REPORTER").then().statusCode(412);
    as(administrator)
        .contentType(ContentType.JSON)
        .body(Map.of("roles", List.of("AGENCY_REPORTER")))
        .put("/v1/users/" + reporter.id() + "/roles")
        .then()
        .statusCode(428);
  }

  @Test
  void rolesOfTheOtherSideAndNoRoleAtAllAreRefused() {
    roles(administrator, reporter, etag(reporter), "AGENCY_REPORTER", "CARRIER_REVIEWER")
        .then()
        .statusCode(422)
        .body("errors.pointer", equalTo(List.of("/roles/1")))
        .body("errors.code", equalTo(List.of("ROLE_OF_OTHER_SIDE")));
    roles(administrator, reporter, etag(reporter)).then().statusCode(422);
  }

  @Test
  void severalRolesAreHeldAtOnce() {
    roles(administrator, reporter, etag(reporter), "AGENCY_REPORTER", "AGENCY_ATTESTER")
        .then()
        .statusCode(200);

    as(reporter)
        .get("/v1/me")
        .then()
        .body("roles", containsInAnyOrder("AGENCY_REPORTER", "AGENCY_ATTESTER"))
        .body("roles", not(hasItem("AGENCY_ADMINISTRATOR")));
  }

  private Response roles(TestUser by, TestUser whose, String seen, String... roles) {
    return as(by)
        .header("If-Match", seen)
        .contentType(ContentType.JSON)
        .body(Map.of("roles", List.of(roles)))
        .put("/v1/users/" + whose.id() + "/roles");
  }

  private Response disable(TestUser by, TestUser whom, String seen) {
    return act(by, whom, seen, "disable");
  }

  private Response act(TestUser by, TestUser whom, String seen, String action) {
    return as(by)
        .header("If-Match", seen)
        .contentType(ContentType.JSON)
        .post("/v1/users/" + whom.id() + "/" + action);
  }

  private String etag(TestUser whose) {
    return as(administrator).get("/v1/users/" + whose.id()).header("ETag");
  }

  private Response signIn(TestUser who) {
    return given()
        .filter(CONTRACT)
        .port(server.getPort())
        .contentType(ContentType.JSON)
        .body(Map.of("email", who.email(), "password", who.password()))
        .post("/v1/sessions");
  }

  private RequestSpecification as(TestUser who) {
    return given()
        .filter(CONTRACT)
        .port(server.getPort())
        .header("Authorization", "Bearer " + who.accessToken());
  }

  private static String id(TestUser who) {
    return who.id().toString();
  }
}
