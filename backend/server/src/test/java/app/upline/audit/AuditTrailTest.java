package app.upline.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.upline.identity.Role;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.testing.Api;
import app.upline.testing.Contract;
import app.upline.testing.HeldRow;
import app.upline.testing.PlainClient;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import app.upline.testing.Trail;
import app.upline.testing.Trail.Event;
import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is done leaves an event, and nothing is changed without one. */
@Tag("engine")
@MicronautTest(transactional = false)
class AuditTrailTest {

  private static final int READERS = 20;

  @Inject StrangerCounts strangers;
  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject Trail trail;
  @Inject AuditTrail audit;
  @Inject Database database;
  @Inject PlainClient plain;

  @Inject
  @Named("default")
  DatasourceConfiguration settings;

  private TestUser reporter;

  @BeforeEach
  void anAgency() {
    reporter = crowd.someone(Role.AGENCY_REPORTER);
  }

  @Test
  void aChangeTellsWhoDidWhatToWhichObjectAndFromWhere() {
    String id = record();
    api.as(reporter)
        .header("If-Match", "\"1\"")
        .contentType("application/merge-patch+json")
        .body("{\"legalName\": \"Juniper Ridge Inc.\"}")
        .patch("/v1/relationships/" + id)
        .then()
        .statusCode(200);
    List<Event> events = trail.of(reporter.organizationId());
    assertThat(events)
        .extracting(Event::operation)
        .containsExactly("createRelationship", "changeRelationship");
    assertThat(events).extracting(Event::seq).containsExactly(1L, 2L);
    Event change = events.getLast();
    assertThat(change.outcome()).isEqualTo("SUCCEEDED");
    assertThat(change.actor()).isEqualTo(reporter.id().toString());
    assertThat(change.roles()).isEqualTo("[\"AGENCY_REPORTER\"]");
    assertThat(change.source()).isEqualTo("127.0.0.1");
    assertThat(change.requestId()).isNotNull();
    assertThat(change.objects()).hasSize(1);
    String created = events.getFirst().objects().getFirst().split(" ")[2];
    assertThat(change.objects().getFirst())
        .startsWith("relationship/" + id + " " + created + " ")
        .doesNotEndWith(created);
  }

  @Test
  void aReadIsAnEventToo() {
    String id = record();
    api.as(reporter).get("/v1/relationships/" + id).then().statusCode(200);
    api.as(reporter)
        .get("/v1/relationships?q=juniper&status=ACTIVE&limit=5")
        .then()
        .statusCode(200);
    List<Event> events = trail.of(reporter.organizationId());
    assertThat(events.get(1).operation()).isEqualTo("getRelationship");
    assertThat(events.get(1).objects()).containsExactly("relationship/" + id + " null null");
    assertThat(events.get(2).parameters())
        .isEqualTo("{\"limit\":\"5\",\"q\":\"given\",\"status\":\"ACTIVE\"}");
  }

  @Test
  void readsOfOneOrganizationInTheSameMomentShareATransactionOfTheTrail() throws Exception {
    String id = record();
    List<Future<PlainClient.Answer>> readers = new ArrayList<>();
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      try (HeldRow _ =
          HeldRow.by(
              settings,
              "update audit_chain set last_seq = last_seq where organization_id = ?",
              reporter.organizationId())) {
        for (int i = 0; i < READERS; i++) {
          readers.add(callers.submit(() -> plain.get(reporter, "/v1/relationships/" + id)));
        }
        // Reads of others do not wait for it, and nobody is answered before the event is written.
        TestUser other = crowd.someone(Role.CARRIER_ANALYST);
        for (int i = 0; i < READERS; i++) {
          api.as(other).get("/v1/disclosed-relationships").then().statusCode(200);
        }
        assertThat(readers).noneMatch(Future::isDone);
      }
      for (Future<PlainClient.Answer> reader : readers) {
        assertThat(reader.get().status()).isEqualTo(200);
      }
    }
    assertThat(trail.after(1, reporter.organizationId()))
        .extracting(event -> event.operation() + " " + event.objects())
        .hasSize(READERS)
        .containsOnly("getRelationship [relationship/%s null null]".formatted(id));
    assertThat(
            crowd.count(
                "select count(distinct occurred_at) from audit_event where organization_id = ? and seq > 1",
                reporter.organizationId()))
        .isLessThan(READERS / 2);
  }

  @Test
  void aMediaTypeThatIsNotReadOrNotWrittenIsARefusalOfItsOperation() {
    api.as(reporter)
        .contentType("application/xml")
        .body("<a/>")
        .post("/v1/relationships")
        .then()
        .statusCode(415);
    api.as(reporter).accept("image/png").get("/v1/relationships").then().statusCode(406);
    assertThat(trail.of(reporter.organizationId()))
        .extracting(event -> event.operation() + " " + event.outcome())
        .containsExactly("createRelationship REFUSED", "listRelationships REFUSED");
  }

  @Test
  void whatIsRefusedIsAnEventWithoutAChange() {
    String id = record();
    TestUser attester = crowd.someone(Role.AGENCY_ATTESTER, reporter.organizationId());
    api.as(attester)
        .header("If-Match", "\"1\"")
        .contentType("application/json")
        .body("{}")
        .post("/v1/relationships/" + id + "/end")
        .then()
        .statusCode(403);
    api.as(reporter)
        .header("If-Match", "\"9\"")
        .contentType("application/merge-patch+json")
        .body("{\"legalName\": \"Another\"}")
        .patch("/v1/relationships/" + id)
        .then()
        .statusCode(412);
    api.as(reporter).get("/v1/relationships/" + UUID.randomUUID()).then().statusCode(404);
    assertThat(trail.of(reporter.organizationId()))
        .extracting(e -> e.operation() + " " + e.outcome() + " " + e.status())
        .containsExactly(
            "createRelationship SUCCEEDED 0",
            "endRelationship REFUSED 403",
            "changeRelationship REFUSED 412",
            "getRelationship REFUSED 404");
  }

  @Test
  void whoHasNotSignedInIsCountedAndFillsNoChain() {
    Event before = last(Actor.NO_ORGANIZATION);
    long counted = counted();
    io.restassured.RestAssured.given()
        .baseUri(api.url())
        .get("/v1/relationships")
        .then()
        .statusCode(401);
    assertThat(last(Actor.NO_ORGANIZATION)).isEqualTo(before);
    assertThat(counted()).isEqualTo(counted + 1);
  }

  private long counted() {
    strangers.flush();
    return crowd.count(
        "select coalesce(sum(requests), 0) from anonymous_request_count where operation = 'listRelationships' and status = 401");
  }

  @Test
  void anUploadIsOneEventWithAllItsRows() {
    String sheet =
        "Legal name,Entity type,Functions,Licensed producer,Address line 1,City,State,ZIP,Contact name,Contact e-mail,Start date,Date known\n"
            + "One LLC,CALL_CENTER,MARKETING,No,1 Main St,Boston,MA,02108,Desk,desk@one.example,2021-01-01,2021-01-01\n"
            + "Two LLC,CALL_CENTER,MARKETING,No,1 Main St,Boston,MA,02108,Desk,desk@two.example,2021-01-01,2021-01-01\n";
    for (String mode : List.of("DRY_RUN", "COMMIT")) {
      api.as(reporter)
          .multiPart("file", "register.csv", sheet.getBytes(UTF_8), "text/csv")
          .multiPart("mode", mode)
          .post("/v1/relationship-imports")
          .then()
          .statusCode(201);
    }
    List<Event> events = trail.of(reporter.organizationId());
    assertThat(events).extracting(Event::operation).containsOnly("importRelationships");
    // A dry run leaves its attempt only; what was committed leaves its rows, and then its attempt.
    assertThat(events).extracting(e -> e.objects().size()).startsWith(1);
  }

  @Test
  void aChangeThatIsTakenBackLeavesNoEvent() {
    UUID organization = UUID.randomUUID();
    assertThatThrownBy(
            () ->
                audit.system(
                    "test",
                    organization,
                    () ->
                        database.writing(
                            () -> {
                              audit.changed("thing", UUID.randomUUID(), null, null, null);
                              throw new IllegalStateException("taken back");
                            })))
        .hasMessage("taken back");
    assertThat(trail.of(organization)).isEmpty();
  }

  @Test
  void aChangeThatSaysNothingIsNotCommitted() {
    UUID carrier = crowd.carrier();
    assertThatThrownBy(
            () ->
                audit.system(
                    "forgetful",
                    UUID.randomUUID(),
                    () ->
                        database.writing(
                            () ->
                                database.update(
                                    Sql.of(
                                        "update carrier set name = 'Changed' where id = ?",
                                        carrier)))))
        .isInstanceOf(UnauditedChangeException.class)
        .hasMessageContaining("forgetful");
    assertThat(name(carrier)).isNotEqualTo("Changed");
  }

  @Test
  void withoutItsEventAChangeIsNotCommitted() {
    UUID organization = UUID.randomUUID();
    String tooLong = "x".repeat(41);
    UUID carrier = crowd.carrier();
    assertThatThrownBy(
        () ->
            audit.system(
                "test",
                organization,
                () ->
                    database.writing(
                        () -> {
                          audit.changed(tooLong, carrier, null, null, null);
                          return database.update(
                              Sql.of("update carrier set name = 'Changed' where id = ?", carrier));
                        })));
    assertThat(name(carrier)).isNotEqualTo("Changed");
  }

  private String name(UUID carrier) {
    return database
        .reading(
            () ->
                database.first(
                    Sql.of("select name from carrier where id = ?", carrier),
                    row -> row.getString(1)))
        .orElseThrow();
  }

  private String record() {
    return api.as(reporter)
        .contentType("application/json")
        .body(Contract.get().example("LeadGeneratorDraft"))
        .post("/v1/relationships")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private Event last(UUID organization) {
    List<Event> events = trail.of(organization);
    return events.isEmpty() ? null : events.getLast();
  }
}
