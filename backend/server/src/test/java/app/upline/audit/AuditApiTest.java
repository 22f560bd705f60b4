package app.upline.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.Contract;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The trail as an auditor reads, filters, takes away and verifies it. */
@Tag("engine")
@MicronautTest(transactional = false)
class AuditApiTest {

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject AuditHeads heads;

  private TestUser reporter;
  private TestUser administrator;
  private String relationship;

  @BeforeEach
  void anAgencyThatDidSomething() {
    reporter = crowd.someone(Role.AGENCY_REPORTER);
    administrator = crowd.someone(Role.AGENCY_ADMINISTRATOR, reporter.organizationId());
    relationship = record();
    api.as(reporter).get("/v1/relationships/" + relationship).then().statusCode(200);
    api.as(reporter).get("/v1/relationships/" + UUID.randomUUID()).then().statusCode(404);
    api.as(reporter).get("/v1/relationships").then().statusCode(200);
  }

  @Test
  void theNewestComeFirstAndPagesFollowEachOther() {
    var first = api.as(administrator).get("/v1/audit-events?limit=2").then().statusCode(200);
    first.body("items.seq", contains(4, 3));
    String cursor = first.extract().path("nextCursor");
    api.as(administrator)
        .get("/v1/audit-events?limit=2&cursor=" + cursor)
        .then()
        .statusCode(200)
        .body("items.seq", contains(2, 1));
  }

  @Test
  void filtersCombine() {
    find("operation=getRelationship", 3, 2);
    find("operation=getRelationship&outcome=REFUSED", 3);
    find("outcome=REFUSED", 3);
    find("objectId=" + relationship, 2, 1);
    find("objectId=" + relationship + "&operation=createRelationship", 1);
    find("actorId=" + reporter.id() + "&outcome=SUCCEEDED", 4, 2, 1);
    find("actorId=" + reporter.id() + "&until=2000-01-01T00:00:00Z");
    find(
        "since=2000-01-01T00:00:00Z&until=2100-01-01T00:00:00Z&actorId=" + reporter.id(),
        4,
        3,
        2,
        1);
    find("since=2100-01-01T00:00:00Z");
    find("objectId=" + UUID.randomUUID());
  }

  @Test
  void whatAProblemNamesIsFoundByIt() {
    String instance =
        api.as(reporter)
            .get("/v1/incidents/" + UUID.randomUUID())
            .then()
            .statusCode(404)
            .extract()
            .path("instance");
    String request = instance.substring("urn:uuid:".length());
    api.as(administrator)
        .get("/v1/audit-events?requestId=" + request)
        .then()
        .statusCode(200)
        .body("items.operation", contains("getIncident"))
        .body("items.requestId", contains(request));
    find("requestId=" + request + "&outcome=REFUSED", 5);
    find("requestId=" + request + "&outcome=SUCCEEDED");
    find("requestId=" + request + "&objectId=" + relationship);
    TestUser stranger = crowd.someone(Role.AGENCY_ADMINISTRATOR);
    api.as(stranger).get("/v1/audit-events?requestId=" + request).then().body("items", hasSize(0));
  }

  @Test
  void askingIsAnEventToo() {
    api.as(administrator).get("/v1/audit-events").then().body("items", hasSize(4));
    api.as(administrator)
        .get("/v1/audit-events?limit=1")
        .then()
        .body("items[0].operation", equalTo("listAuditEvents"))
        .body("items[0].actorId", equalTo(administrator.id().toString()));
  }

  @Test
  void anotherOrganizationsTrailIsNotThere() {
    TestUser stranger = crowd.someone(Role.AGENCY_ADMINISTRATOR);
    api.as(stranger).get("/v1/audit-events").then().statusCode(200).body("items", hasSize(0));
    api.as(stranger)
        .get("/v1/audit-events?objectId=" + relationship)
        .then()
        .body("items", hasSize(0));
    api.as(stranger).get("/v1/audit-events/4/objects").then().statusCode(404);
    TestUser auditor = crowd.someone(Role.CARRIER_AUDITOR);
    api.as(auditor)
        .get("/v1/audit-events?actorId=" + reporter.id())
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
  }

  @Test
  void theObjectsOfAnEventArePaged() {
    api.as(administrator)
        .get("/v1/audit-events/1/objects")
        .then()
        .statusCode(200)
        .body("items.id", contains(relationship));
    api.as(administrator).get("/v1/audit-events/99/objects").then().statusCode(404);
    api.as(administrator).get("/v1/audit-events/one/objects").then().statusCode(404);
  }

  @Test
  void theExportHoldsTheSameEventsWithTheirCodes() {
    String csv =
        api.as(administrator)
            .get("/v1/audit-events/export?format=CSV&operation=getRelationship")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(csv.lines()).hasSize(3);
    assertThat(csv).contains("REFUSED", relationship, reporter.id().toString());
    byte[] workbook =
        api.as(administrator)
            .get("/v1/audit-events/export?format=XLSX")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    assertThat(workbook).startsWith('P', 'K');
  }

  @Test
  void aHeadIsTakenOnceADayAndVerifiesTheTrailLater() {
    UUID organization = reporter.organizationId();
    assertThat(heads.takeAll()).isPositive();
    assertThat(heads.take(organization)).isEmpty();
    var page = api.as(administrator).get("/v1/audit-heads").then().statusCode(200);
    page.body("items", hasSize(1)).body("items[0].seq", equalTo(4)).body("keys", hasSize(1));
    String jws = page.extract().path("items[0].jws");
    api.as(administrator)
        .contentType("application/json")
        .body(Map.of("heads", List.of(jws)))
        .post("/v1/audit-verifications")
        .then()
        .statusCode(200)
        .body("sound", equalTo(true))
        .body("complete", equalTo(true))
        .body("headsCompared", equalTo(2));
    TestUser stranger = crowd.someone(Role.CARRIER_AUDITOR);
    api.as(stranger).get("/v1/audit-heads").then().statusCode(200).body("items", hasSize(0));
    api.as(stranger)
        .contentType("application/json")
        .body(Map.of("heads", List.of(jws)))
        .post("/v1/audit-verifications")
        .then()
        .statusCode(200)
        .body("sound", equalTo(false))
        .body("findings.kind", contains("HEAD_INVALID"));
  }

  @Test
  void aVerificationIsRefusedWhatItCannotBegin() {
    api.as(administrator)
        .contentType("application/json")
        .body("{\"fromSeq\": 0}")
        .post("/v1/audit-verifications")
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/fromSeq"));
  }

  private void find(String filters, Integer... numbers) {
    api.as(administrator)
        .get("/v1/audit-events?" + filters)
        .then()
        .statusCode(200)
        .body("items.findAll { it.operation != 'listAuditEvents' }.seq", equalTo(List.of(numbers)))
        .body("items.mac", everyItem(not(equalTo(null))));
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
}
