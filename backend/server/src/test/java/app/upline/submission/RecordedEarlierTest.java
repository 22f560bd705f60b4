package app.upline.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.Owner;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A register that was recorded before anybody looked for numbers of beneficiaries in its texts. */
@Tag("engine")
@MicronautTest(transactional = false)
class RecordedEarlierTest {
  private static final String MBI = "1EG4-TE5-MK73";
  private static final String VENDOR =
      """
      {"legalName": "Juniper Ridge LLC", "entityType": "MARKETING_AGENCY", "licensedProducer": false, "functions": ["MARKETING"],
       "websites": ["https://www.company.example"], "offshore": false, "startDate": "2025-01-01", "knownOn": "2025-01-01",
       "address": {"line1": "1 Main St", "city": "Tampa", "state": "FL", "zip": "33602"},
       "contact": {"name": "Compliance desk", "email": "desk@company.example"}}
      """;

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject Owner owner;
  @Inject OrganizationRegistry organizations;

  private UUID carrier;
  private TestUser reporter;
  private TestUser attester;
  private String id;
  private String reference;

  @BeforeEach
  void anAgencyThatRecordedANumberLongAgo() {
    carrier = crowd.carrier();
    UUID agency = crowd.agency();
    organizations.contract(agency, carrier);
    reporter = crowd.someone(Role.AGENCY_REPORTER, agency);
    attester = crowd.someone(Role.AGENCY_ATTESTER, agency);
    record(VENDOR);
    ValidatableResponse recorded = record(VENDOR.replace("Juniper Ridge", "Copper Canyon"));
    id = recorded.extract().path("id");
    reference = recorded.extract().path("reference");
    owner.run(
        """
        update relationship_revision
           set content = replace(content, 'Compliance desk', ?), content_sha256 = sha2(content, 256)
         where relationship_id = ?\
        """,
        "Desk of " + MBI,
        UUID.fromString(id));
  }

  @Test
  void isNotSubmittedAsLongAsTheNumberIsThere() {
    String submission = draft();

    String answer =
        submit(submission, "")
            .statusCode(422)
            .body("errors.pointer", contains("/items/" + reference + "/contact/name"))
            .body("errors.code", equalTo(List.of("PERSONAL_DATA_SUSPECTED")))
            .extract()
            .asString();
    assertThat(answer).doesNotContain(MBI);

    api.as(reporter)
        .header("If-Match", "\"1\"")
        .contentType("application/merge-patch+json")
        .body("{\"contact\": {\"name\": \"Desk\"}}")
        .patch("/v1/relationships/" + id)
        .then()
        .statusCode(200);
    api.as(reporter)
        .header("If-Match", "*")
        .post("/v1/submissions/" + submission + "/refresh")
        .then()
        .statusCode(200);
    submit(submission, "").statusCode(200);
  }

  @Test
  void isSubmittedWithAReasonThatRepeatsNothing() {
    String submission = draft();

    submit(submission, ", \"freeTextReason\": \"It is " + MBI + "\"")
        .statusCode(422)
        .body("errors.pointer", contains("/freeTextReason"));
    submit(submission, ", \"freeTextReason\": \"That is the name of the desk.\"").statusCode(200);
  }

  private ValidatableResponse record(String vendor) {
    return api.as(reporter)
        .contentType("application/json")
        .body(vendor)
        .post("/v1/relationships")
        .then()
        .statusCode(201);
  }

  private String draft() {
    ValidatableResponse drafted =
        api.as(reporter)
            .contentType("application/json")
            .body("{\"carrierId\": \"" + carrier + "\"}")
            .post("/v1/submissions")
            .then();
    return drafted.statusCode(201).extract().path("id");
  }

  private ValidatableResponse submit(String submission, String reason) {
    return api.as(attester)
        .header("If-Match", "*")
        .contentType("application/json")
        .body(
            "{\"wordingVersion\": \"v1\", \"title\": \"Compliance Officer\", \"accepted\": true%s}"
                .formatted(reason))
        .post("/v1/submissions/" + submission + "/submit")
        .then();
  }
}
