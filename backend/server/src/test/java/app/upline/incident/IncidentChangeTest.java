package app.upline.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Recording and following up one incident. */
@Tag("engine")
@MicronautTest(transactional = false)
class IncidentChangeTest {

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject OrganizationRegistry organizations;

  private IncidentClient desk;
  private UUID agency;

  @BeforeEach
  void anAgencyWithACarrier() {
    agency = crowd.agency();
    UUID carrier = crowd.carrier();
    organizations.contract(agency, carrier);
    desk = new IncidentClient(api, crowd.someone(Role.AGENCY_REPORTER, agency), carrier);
  }

  @Test
  void whatIsRecordedIsReadBackUnderItsOwnAddress() {
    var created =
        desk.create("{}")
            .statusCode(201)
            .header("ETag", "\"1\"")
            .body("reference", matchesPattern("INC-\\d{4}-[0-9A-Z]{4}-000001"))
            .body("severity", equalTo("LOW"))
            .body("investigation.outcome", equalTo("PENDING"))
            .body("derived.period", equalTo("2026-10"))
            .body("derived.dueDate", equalTo("2026-10-31"))
            .body("derived.repeat", equalTo(false))
            .body("derived.late", nullValue())
            .body("warnings", empty())
            .body("possibleDuplicates", empty())
            .extract();
    String id = created.path("id");
    assertThat(created.header("Location")).isEqualTo("/v1/incidents/" + id);
    desk.read(id)
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("subject.npn", equalTo("6657085"))
        .body("warnings", nullValue());
    desk.call().header("If-None-Match", "\"1\"").get("/v1/incidents/" + id).then().statusCode(304);
  }

  @Test
  void whatIsDerivedCannotBeTypedIn() {
    desk.create("{\"derived\": {\"late\": false}, \"period\": \"2026-09\"}")
        .statusCode(400)
        .body("errors.pointer", containsInAnyOrder("/derived", "/period"));
  }

  @Test
  void aFollowUpIsARevisionAndNeverASecondIncident() {
    String id = desk.record("{}");
    desk.change(
            id,
            1,
            """
            {"investigation": {"status": "CLOSED", "outcome": "FOUNDED", "rootCause": "TRAINING_GAP"},
             "disciplinaryActions": [{"type": "COACHING", "decisionDate": "2026-10-20"}]}
            """)
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("revision", equalTo(2))
        .body("disciplinaryActions[0].takenBy", equalTo("AGENCY"));
    desk.call()
        .get("/v1/incidents/" + id + "/revisions")
        .then()
        .statusCode(200)
        .body("items.revision", contains(2, 1))
        .body("items[1].incident.disciplinaryActions", empty());
    desk.call()
        .get("/v1/incidents/" + id + "/differences?fromRevision=1&toRevision=2")
        .then()
        .statusCode(200)
        .body(
            "differences.pointer",
            containsInAnyOrder(
                "/investigation/status",
                "/investigation/outcome",
                "/investigation/rootCause",
                "/disciplinaryActions/0"))
        .body("differences.after", hasItem("Coaching, decided 2026-10-20, In effect"));
    desk.call().get("/v1/incidents").then().body("items", hasSize(1));
  }

  @Test
  void aPatchThatChangesNothingMakesNoRevision() {
    String id = desk.record("{}");
    desk.change(id, 1, "{\"state\": \"AZ\"}").statusCode(200).header("ETag", "\"1\"");
  }

  @Test
  void aSeverityStaysUntilItIsClearedToTheDefault() {
    String id = desk.record("{\"severity\": \"HIGH\"}");
    desk.change(id, 1, "{\"primaryCategory\": \"FRAUD\"}")
        .statusCode(200)
        .body("severity", equalTo("HIGH"))
        .body("derived.severityDefault", equalTo("CRITICAL"));
    desk.change(id, 2, "{\"severity\": null}").body("severity", equalTo("CRITICAL"));
  }

  @Test
  void aChangeNeedsTheVersionThatWasSeen() {
    String id = desk.record("{}");
    desk.call()
        .contentType("application/merge-patch+json")
        .body("{\"state\": \"FL\"}")
        .patch("/v1/incidents/" + id)
        .then()
        .statusCode(428);
    desk.change(id, 7, "{\"state\": \"FL\"}").statusCode(412);
    desk.change(UUID.randomUUID().toString(), 1, "{\"state\": \"FL\"}").statusCode(404);
  }

  @Test
  void aBrokenRuleIsNamedAndNothingIsWritten() {
    desk.create("{\"subject\": {\"npn\": null}, \"beneficiariesAffected\": -1}")
        .statusCode(422)
        .body("errors.code", containsInAnyOrder("NPN_REQUIRED", "OUT_OF_RANGE"));
    desk.call().get("/v1/incidents").then().body("items", empty());
  }

  @Test
  void aCarrierWithoutAContractIsNone() {
    UUID other = crowd.carrier();
    desk.create("{\"carrierId\": \"%s\"}".formatted(other))
        .statusCode(422)
        .body("errors.code", contains("UNKNOWN_CARRIER"));
  }

  @Test
  void aSubcontractorIsARowOfTheOwnRegister() {
    desk.create(
            "{\"subject\": {\"type\": \"SUBCONTRACTOR\", \"relationshipId\": \"%s\"}}"
                .formatted(UUID.randomUUID()))
        .statusCode(422)
        .body("errors.code", contains("UNKNOWN_RELATIONSHIP"));
  }

  @Test
  void theCarrierStaysOnceItWasDisclosed() {
    UUID other = crowd.carrier();
    organizations.contract(agency, other);
    String id = desk.record("{}");
    String move = "{\"carrierId\": \"%s\"}";
    desk.change(id, 1, move.formatted(other)).statusCode(200);
    crowd.run(
        "update incident set first_submitted_at = utc_timestamp(6), late = false where id = ?",
        UUID.fromString(id));
    desk.change(id, 2, move.formatted(desk.carrier()))
        .statusCode(422)
        .body("errors.code", contains("CARRIER_FIXED"));
  }

  @Test
  void anOwnReferenceIsUsedOnce() {
    desk.record("{\"ownReference\": \"CASE-1\"}");
    desk.create("{\"ownReference\": \"case-1\"}")
        .statusCode(422)
        .body("errors.code", contains("OWN_REFERENCE_TAKEN"));
  }

  @Test
  void whatMayBeTheSameIsPointedOutWithALink() {
    String first = desk.record("{}");
    String second =
        desk.create("{\"subject\": {\"name\": \"D. Whitfield\"}}")
            .statusCode(201)
            .body("possibleDuplicates.id", contains(first))
            .body("possibleDuplicates.href", contains("/v1/incidents/" + first))
            .body("warnings.code", contains("POSSIBLE_DUPLICATE"))
            .extract()
            .path("id");
    desk.call()
        .get("/v1/incidents/" + first + "/possible-duplicates")
        .then()
        .statusCode(200)
        .body("items.id", contains(second));
    desk.create("{\"subject\": {\"npn\": \"6657086\"}}")
        .statusCode(201)
        .body("possibleDuplicates", empty());
    desk.create("{\"incidentDate\": \"2026-10-11\"}").body("possibleDuplicates", empty());
    desk.create("{\"primaryCategory\": \"CALL_NOT_RECORDED\"}").body("possibleDuplicates", empty());
  }

  @Test
  void whatLooksLikePersonalDataInFreeTextIsWarnedOfAndNeverRepeated() {
    String answer =
        desk.create(
                """
                {"description": "Beneficiary 1EG4-TE5-MK73 was told that the plan had no premium.",
                 "disciplinaryActions": [{"type": "OTHER", "explanation": "Wrote to mary.miller@mail.example", "decisionDate": "2026-10-20"}]}
                """)
            .statusCode(201)
            .body(
                "warnings.pointer", contains("/description", "/disciplinaryActions/0/explanation"))
            .body("warnings.code", hasItem("PERSONAL_DATA_SUSPECTED"))
            .extract()
            .path("warnings.message")
            .toString();
    assertThat(answer).doesNotContain("1EG4").doesNotContain("mary");
  }

  @Test
  void anActionIsAddedChangedAndRescinded() {
    String id = desk.record("{}");
    String action =
        desk.addAction(
                id,
                1,
                """
                {"type": "COMMISSION_CHARGEBACK", "decisionDate": "2026-10-20", "amountChargedBack": "250.5"}
                """)
            .statusCode(201)
            .header("ETag", "\"2\"")
            .body("disciplinaryActions[0].amountChargedBack", equalTo("250.50"))
            .extract()
            .path("disciplinaryActions[0].id");
    desk.changeAction(id, action, 2, "{\"status\": \"RESCINDED\"}")
        .statusCode(200)
        .body("revision", equalTo(3))
        .body("disciplinaryActions[0].id", equalTo(action))
        .body("disciplinaryActions[0].status", equalTo("RESCINDED"));
    desk.call()
        .get("/v1/incidents/" + id + "/differences?fromRevision=2&toRevision=3")
        .then()
        .body("differences.pointer", contains("/disciplinaryActions/0/status"))
        .body("differences.label", contains("Disciplinary action 1: Action status"));
    desk.changeAction(id, UUID.randomUUID().toString(), 3, "{\"status\": \"PLANNED\"}")
        .statusCode(404);
    desk.addAction(id, 3, "{\"type\": \"NONE_WARRANTED\", \"decisionDate\": \"2026-10-20\"}")
        .statusCode(422)
        .body("errors.pointer", contains("/explanation"));
    desk.addAction(id, 3, "{}")
        .statusCode(422)
        .body("errors.pointer", containsInAnyOrder("/type", "/decisionDate"));
    desk.changeAction(id, action, 3, "{\"decisionDate\": null}")
        .statusCode(422)
        .body("errors.pointer", contains("/decisionDate"));
  }

  @Test
  void anActionKeepsItsIdAndCannotTakeAnothers() {
    String id =
        desk.record(
            "{\"disciplinaryActions\": [{\"type\": \"COACHING\", \"decisionDate\": \"2026-10-20\"}]}");
    String action = desk.read(id).extract().path("disciplinaryActions[0].id");
    String list =
        "{\"disciplinaryActions\": [{\"id\": \"%s\", \"type\": \"PROBATION\", \"decisionDate\": \"2026-10-20\"}]}";
    desk.change(id, 1, list.formatted(action))
        .statusCode(200)
        .body("disciplinaryActions.id", contains(action));
    desk.change(id, 2, list.formatted(UUID.randomUUID()))
        .statusCode(422)
        .body("errors.code", contains("UNKNOWN_ACTION"));
  }

  @Test
  void theSameKeyRecordsOnce() {
    String key = UUID.randomUUID().toString();
    String body = IncidentJson.of(desk.carrier());
    String first = keyed(key, body);
    assertThat(keyed(key, body)).isEqualTo(first);
    desk.call().get("/v1/incidents").then().body("items", hasSize(1));
  }

  private String keyed(String key, String body) {
    return desk.call()
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(body)
        .post("/v1/incidents")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }
}
