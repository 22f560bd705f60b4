package app.upline.submission;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.testing.ContractFilter;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From the register to an acknowledged disclosure, and who sees what of it on the way. */
@Tag("engine")
@MicronautTest(transactional = false)
class DisclosureTest {

  private static final String ATTESTATION =
      """
      {"wordingVersion": "v1", "title": "Compliance Officer", "accepted": true}
      """;

  @Inject EmbeddedServer server;
  @Inject TestUsers crowd;
  @Inject OrganizationRegistry organizations;

  private UUID carrier;
  private TestUser reporter;
  private TestUser attester;
  private TestUser reviewer;

  @BeforeEach
  void anAgencyWithACarrier() {
    carrier = crowd.carrier();
    UUID agency = crowd.agency();
    organizations.contract(agency, carrier);
    reporter = crowd.someone(Role.AGENCY_REPORTER, agency);
    attester = crowd.someone(Role.AGENCY_ATTESTER, agency);
    reviewer = crowd.someone(Role.CARRIER_REVIEWER, carrier);
  }

  @Test
  void whatIsSubmittedIsReturnedCorrectedAndAcknowledged() {
    String relationship = record("Juniper Ridge LLC");
    String id = draft();
    as(reviewer).get("/v1/submissions/" + id).then().statusCode(404);
    step(attester, id, 1, "submit", ATTESTATION)
        .statusCode(200)
        .body("status", equalTo("SUBMITTED"));
    step(reviewer, id, 2, "return", "{\"message\": \"Check the name\"}").statusCode(200);
    as(reporter)
        .header("If-Match", "\"1\"")
        .contentType("application/merge-patch+json")
        .body("{\"legalName\": \"Juniper Ridge Inc.\"}")
        .patch("/v1/relationships/" + relationship)
        .then()
        .statusCode(200);
    step(reporter, id, 3, "refresh", null).statusCode(200).body("revision", equalTo(2));
    as(reporter)
        .get("/v1/submissions/" + id + "/items")
        .then()
        .statusCode(200)
        .body("items[0].changeType", equalTo("ADDED"))
        .body("items[0].changedSinceReturn", equalTo(true))
        .body("items[0].differences", hasSize(0));
    as(reporter)
        .get("/v1/submissions/" + id + "/items?since=RETURN")
        .then()
        .statusCode(200)
        .body("items[0].changeType", equalTo("ADDED"))
        .body("items[0].differences.pointer", contains("/legalName"));
    step(attester, id, 4, "submit", ATTESTATION).statusCode(200);
    step(reviewer, id, 5, "acknowledge", "{}")
        .statusCode(200)
        .body("possibleActions", contains("UNDO_ACKNOWLEDGEMENT"));
    as(reviewer)
        .get("/v1/disclosed-relationships")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].relationship.legalName", equalTo("Juniper Ridge Inc."));
    as(reviewer)
        .get("/v1/disclosed-relationships?asOf=2020-01-01")
        .then()
        .body("items", hasSize(0));
    String held = "/v1/disclosed-relationships/" + relationship;
    as(reviewer).get(held + "?asOf=2020-01-01").then().statusCode(404);
    as(reviewer)
        .get(held + "/disclosures")
        .then()
        .statusCode(200)
        .body("items.submissionRevision", contains(2, 1))
        .body("items.outcome", contains("ACKNOWLEDGED", "RETURNED"))
        .body("items.relationship.legalName", contains("Juniper Ridge Inc.", "Juniper Ridge LLC"))
        .body("items.receiptNumber", everyItem(startsWith("RCP-")));
  }

  @Test
  void oneRelationshipIsReadByTheCarrierThatWasToldOfItAndByNoOther() {
    String relationship = record("Silver Birch LLC");
    String held = "/v1/disclosed-relationships/" + relationship;
    as(reviewer).get(held).then().statusCode(404);
    as(reviewer).get(held + "/disclosures").then().statusCode(404);
    String id = draft();
    as(reviewer).get(held + "/disclosures").then().statusCode(404);
    step(attester, id, 1, "submit", ATTESTATION).statusCode(200);

    String received =
        as(reviewer)
            .get(held)
            .then()
            .statusCode(200)
            .body("relationship.legalName", equalTo("Silver Birch LLC"))
            .body("submissionId", equalTo(id))
            .extract()
            .header("ETag");
    as(reviewer).header("If-None-Match", received).get(held).then().statusCode(304);
    step(reviewer, id, 2, "acknowledge", "{}").statusCode(200);
    as(reviewer)
        .header("If-None-Match", received)
        .get(held)
        .then()
        .statusCode(200)
        .body("submissionStatus", equalTo("ACKNOWLEDGED"));

    TestUser elsewhere = crowd.someone(Role.CARRIER_REVIEWER, crowd.carrier());
    as(elsewhere).get(held).then().statusCode(404);
    as(elsewhere).get(held + "/disclosures").then().statusCode(404);
  }

  @Test
  void theReceiptVouchesForTheBytesOfTheContent() throws Exception {
    record("Copper Canyon LLC");
    String id = draft();
    String hash = step(attester, id, 1, "submit", ATTESTATION).extract().path("contentSha256");
    byte[] content = as(reviewer).get("/v1/submissions/" + id + "/content").asByteArray();
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
    assertThat(HexFormat.of().formatHex(digest)).isEqualTo(hash);
    verify(id, hash).body("valid", equalTo(true));
    crowd.run(
        "update submission_item set change_type = 'CHANGED' where submission_id = ?",
        UUID.fromString(id));
    verify(id, hash).body("valid", equalTo(false)).body("recordedSha256", equalTo(hash));
  }

  @Test
  void aWrongStepSaysWhatIsPossible() {
    record("Sandstone LLC");
    String id = draft();
    step(attester, id, 1, "submit", ATTESTATION).statusCode(200);
    step(reporter, id, 2, "discard", null)
        .statusCode(409)
        .body("type", equalTo("urn:upline:problem:wrong-state"))
        .body("possibleActions", nullValue());
    step(attester, id, 2, "submit", ATTESTATION)
        .statusCode(409)
        .body("possibleActions", contains("WITHDRAW"));
    step(reviewer, id, 2, "undo-acknowledgement", "{\"message\": \"Too early\"}")
        .statusCode(409)
        .body("possibleActions", contains("ACKNOWLEDGE", "RETURN"));
    step(reviewer, id, 1, "acknowledge", "{}").statusCode(412);
  }

  @Test
  void whatIsWithdrawnLeavesTheCarriersRegister() {
    String relationship = record("Painted Desert LLC");
    String id = draft();
    step(attester, id, 1, "submit", ATTESTATION).statusCode(200);
    as(reviewer).get("/v1/disclosed-relationships").then().body("items", hasSize(1));
    step(attester, id, 2, "withdraw", "{\"message\": \"Sent too early\"}").statusCode(200);
    as(reviewer).get("/v1/disclosed-relationships").then().body("items", hasSize(0));
    String held = "/v1/disclosed-relationships/" + relationship;
    as(reviewer).get(held).then().statusCode(404);
    as(reviewer).get(held + "/disclosures").then().body("items.outcome", contains("WITHDRAWN"));
    as(reporter).get("/v1/relationships?undisclosedTo=" + carrier).then().body("items", hasSize(1));
  }

  private String record(String name) {
    String body =
        """
        {"legalName": "%s", "entityType": "MARKETING_AGENCY", "licensedProducer": false, "functions": ["MARKETING"],
         "websites": ["https://www.company.example"], "offshore": false, "startDate": "2025-01-01", "knownOn": "2025-01-01",
         "address": {"line1": "1 Main St", "city": "Tampa", "state": "FL", "zip": "33602"},
         "contact": {"name": "Compliance desk", "email": "desk@company.example"}}
        """
            .formatted(name);
    return as(reporter)
        .contentType("application/json")
        .body(body)
        .post("/v1/relationships")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private String draft() {
    return as(reporter)
        .contentType("application/json")
        .body("{\"carrierId\": \"" + carrier + "\"}")
        .post("/v1/submissions")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private ValidatableResponse step(
      TestUser person, String id, int version, String action, String body) {
    RequestSpecification request = as(person).header("If-Match", "\"" + version + "\"");
    if (body == null) {
      request.noContentType();
    } else {
      request.contentType("application/json").body(body);
    }
    return request.post("/v1/submissions/" + id + "/" + action).then();
  }

  private ValidatableResponse verify(String id, String hash) {
    return as(reviewer)
        .contentType("application/json")
        .body("{\"contentSha256\": \"" + hash + "\"}")
        .post("/v1/submissions/" + id + "/receipt-verifications")
        .then()
        .statusCode(200);
  }

  private RequestSpecification as(TestUser person) {
    return given()
        .baseUri(server.getURL().toString())
        .filter(ContractFilter.ofContract())
        .header("Authorization", "Bearer " + person.accessToken());
  }
}
