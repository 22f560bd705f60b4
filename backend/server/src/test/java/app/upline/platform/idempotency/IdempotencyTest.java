package app.upline.platform.idempotency;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.CoreMatchers.both;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

import app.upline.identity.Role;
import app.upline.platform.sweep.Sweeper;
import app.upline.testing.Gate;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("engine")
@MicronautTest(transactional = false)
@Property(name = "upline.idempotency.lease", value = "60s")
class IdempotencyTest {
  /** A server that others know of, and that works no more. */
  private static final UUID DEAD = UUID.randomUUID();

  @Inject EmbeddedServer server;
  @Inject TestUsers crowd;
  @Inject KeyedController controller;
  @Inject Sweeper sweeper;
  @Inject ServerInstance instance;

  private TestUser reporter;
  private final String key = UUID.randomUUID().toString();
  private final String name = "Row " + UUID.randomUUID();

  @BeforeEach
  void signIn() {
    reporter = crowd.someone(Role.AGENCY_REPORTER);
    controller.gate = Gate.opened();
  }

  @Test
  void withoutAKeyEveryRequestActs() {
    make(request(), name).then().statusCode(201);
    make(request(), name).then().statusCode(201);

    assertThat(rows()).isEqualTo(2);
  }

  @Test
  void theSameRequestIsAnsweredTheSameAndActsOnce() {
    Response first = make(keyed(), name);
    Response second = make(keyed(), name);

    first.then().statusCode(201).header("Location", notNullValue());
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
    assertThat(second.header("ETag")).isEqualTo("\"1\"");
    assertThat(second.header("Location")).isEqualTo(first.header("Location"));
    assertThat(second.contentType()).isEqualTo(first.contentType());
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void anotherBodyQueryOrPreconditionUnderTheSameKeyIsRefused() {
    make(keyed(), name).then().statusCode(201);

    reused(make(keyed(), name + " else"));
    reused(make(keyed().queryParam("then", "nothing"), name));
    reused(make(keyed().header("If-Match", "\"7\""), name));
    reused(keyed().body(Map.of("name", name)).post("/test/keyed/own"));
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void theSameKeyOfSomebodyElseHasNothingToDoWithIt() {
    make(keyed(), name).then().statusCode(201);
    reporter = crowd.someone(Role.AGENCY_REPORTER);
    make(keyed(), name).then().statusCode(201);

    assertThat(rows()).isEqualTo(2);
  }

  @Test
  void whatFailsLeavesNothingBehindAndMayBeSentAgainWithTheSameKey() {
    make(keyed().queryParam("then", "throw"), name).then().statusCode(500);
    make(keyed().queryParam("then", "refuse"), name).then().statusCode(400);
    assertThat(rows()).isZero();

    make(keyed(), name).then().statusCode(201);
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void whileTheFirstIsUnderWayTheSecondIsToldToWait() throws Exception {
    controller.gate = Gate.closed();
    CompletableFuture<Response> first = CompletableFuture.supplyAsync(() -> make(keyed(), name));
    controller.gate.awaitArrival();

    make(keyed(), name)
        .then()
        .statusCode(409)
        .header("Retry-After", Integer::parseInt, both(greaterThan(1)).and(lessThan(20)))
        .body("type", equalTo("urn:upline:problem:idempotency-in-flight"));
    reused(make(keyed(), name + " else"));
    // As long again as it has taken, however long that is, since the server that is at it lives.
    hasTaken(20);
    instance.sayThatItLives();
    make(keyed(), name)
        .then()
        .statusCode(409)
        .header("Retry-After", Integer::parseInt, both(greaterThan(19)).and(lessThan(50)));
    hasTaken(600);
    instance.sayThatItLives();
    make(keyed(), name)
        .then()
        .statusCode(409)
        .header("Retry-After", Integer::parseInt, both(greaterThan(50)).and(lessThan(61)));

    controller.gate.open();
    assertThat(first.get().statusCode()).isEqualTo(201);
    make(keyed(), name).then().statusCode(201);
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void whatADeadServerHadBegunIsTakenOverWhenItHasBeenSilentForLong() {
    crowd.run(
        """
        insert into idempotent_request
               (user_id, idempotency_key, operation, request_sha256, claim_id, server_instance_id, claimed_at)
        select ?, ?, operation, request_sha256, ?, ?, utc_timestamp(6)
          from idempotent_request
         where user_id = ? and idempotency_key = ?\
        """,
        reporter.id(),
        "another-key",
        UUID.randomUUID(),
        DEAD,
        reporter.id(),
        remembered());
    crowd.run(
        "replace into server_instance (id, alive_at) values (?, utc_timestamp(6) - interval 50"
            + " second)",
        DEAD);
    hasTaken(55);
    RequestSpecification again = request().header("Idempotency-Key", "another-key");
    make(again, name).then().statusCode(409).header("Retry-After", Integer::parseInt, lessThan(11));

    crowd.run("update server_instance set alive_at = alive_at - interval 11 second");
    hasTaken(11);
    make(request().header("Idempotency-Key", "another-key"), name).then().statusCode(201);
    assertThat(rows()).isEqualTo(2);
  }

  /** A request that was answered, so that there is one to look like it. */
  private String remembered() {
    make(keyed(), name).then().statusCode(201);
    return key;
  }

  @Test
  void aRequestWhoseLeaseIsOverIsTakenOverAndItsLateAnswerCountsForNothing() throws Exception {
    Gate closed = Gate.closed();
    controller.gate = closed;
    CompletableFuture<Response> slow = CompletableFuture.supplyAsync(() -> make(keyed(), name));
    closed.awaitArrival();
    controller.gate = Gate.opened();
    // As if this server had not reached the database for a minute.
    crowd.run(
        "update idempotent_request set server_instance_id = ?, claimed_at = claimed_at - interval 61"
            + " second where user_id = ?",
        DEAD,
        reporter.id());

    Response second = make(keyed(), name);
    closed.open();

    second.then().statusCode(201);
    slow.get().then().statusCode(409);
    assertThat(rows()).isEqualTo(1);
    assertThat(make(keyed(), name).asByteArray()).isEqualTo(second.asByteArray());
  }

  @Test
  void aMethodWithTransactionsOfItsOwnIsRememberedToo() {
    Response first = keyed().body(Map.of("name", name)).post("/test/keyed/own");
    Response second = keyed().body(Map.of("name", name)).post("/test/keyed/own");

    assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void anUploadIsToldFromAnotherByItsBytesAndItsOtherParts() {
    Response first = upload(name, "COMMIT");

    first.then().statusCode(201).body("name", equalTo(name));
    assertThat(upload(name, "COMMIT").asByteArray()).isEqualTo(first.asByteArray());
    reused(upload(name + ".", "COMMIT"));
    reused(upload(name, "DRY_RUN"));
    assertThat(rows()).isEqualTo(1);
  }

  @Test
  void anUploadWhoseTransactionLostAgainstAnotherIsReadOnceMoreAndActsOnce() {
    controller.attempts.set(0);

    Response first = uploadTo("/test/keyed/collided", name);

    first.then().statusCode(201).body("name", equalTo(name));
    assertThat(controller.attempts).hasValue(2);
    assertThat(rows()).isEqualTo(1);
    assertThat(uploadTo("/test/keyed/collided", name).asByteArray()).isEqualTo(first.asByteArray());
    assertThat(controller.attempts).hasValue(2);
  }

  private Response uploadTo(String path, String content) {
    return given()
        .port(server.getPort())
        .auth()
        .oauth2(reporter.accessToken())
        .header("Idempotency-Key", key)
        .multiPart("file", "rows.csv", content.getBytes())
        .post(path);
  }

  @Test
  void aKeyOfAnotherFormIsRefused() {
    make(request().header("Idempotency-Key", "short"), name)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("?Idempotency-Key"));
  }

  @Test
  void afterADayAKeyIsForgotten() {
    make(keyed(), name).then().statusCode(201);
    crowd.run(
        "update idempotent_request set claimed_at = claimed_at - interval 25 hour where user_id ="
            + " ?",
        reporter.id());

    sweeper.sweep();

    make(keyed(), name).then().statusCode(201);
    assertThat(rows()).isEqualTo(2);
  }

  private void hasTaken(int moreSeconds) {
    crowd.run(
        "update idempotent_request set claimed_at = claimed_at - interval ? second where user_id ="
            + " ?",
        moreSeconds,
        reporter.id());
  }

  private Response make(RequestSpecification request, String wish) {
    return request.body(Map.of("name", wish)).post("/test/keyed/rows");
  }

  private Response upload(String content, String mode) {
    return given()
        .port(server.getPort())
        .auth()
        .oauth2(reporter.accessToken())
        .header("Idempotency-Key", key)
        .multiPart("file", "rows.csv", content.getBytes())
        .multiPart("mode", mode)
        .post("/test/keyed/files");
  }

  private RequestSpecification keyed() {
    return request().header("Idempotency-Key", key);
  }

  private RequestSpecification request() {
    return given()
        .port(server.getPort())
        .auth()
        .oauth2(reporter.accessToken())
        .contentType(ContentType.JSON);
  }

  /** How often anything acted in this test: a name is counted by touching its rows. */
  private int rows() {
    return crowd.run(
        "update carrier set created_at = utc_timestamp(6) where name like ?", name + "%");
  }

  private static void reused(Response response) {
    response
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:upline:problem:idempotency-key-reused"));
  }
}
