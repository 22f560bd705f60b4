package app.upline.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import app.upline.agency.OrganizationRegistry;
import app.upline.audit.RecordCheck;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.Owner;
import app.upline.testing.TestSubmissions;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import app.upline.testing.Trail;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was changed by SQL after it was recorded is never shown as if it were sound. */
@Tag("engine")
@MicronautTest(transactional = false)
class AlteredRecordTest {
  private static final String ALTERED =
      "update relationship_revision set content = replace(content, 'Juniper Ridge', 'Somebody Else') where relationship_id = ?";

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject Owner owner;
  @Inject Trail trail;
  @Inject TestSubmissions submitting;
  @Inject OrganizationRegistry organizations;
  @Inject List<RecordCheck> checks;

  private TestUser reporter;
  private TestUser reviewer;
  private String relationship;
  private String reference;
  private String submission;

  @BeforeEach
  void aDisclosedRelationship() {
    UUID carrier = crowd.carrier();
    UUID agency = crowd.agency();
    organizations.contract(agency, carrier);
    reporter = crowd.someone(Role.AGENCY_REPORTER, agency);
    reviewer = crowd.someone(Role.CARRIER_REVIEWER, carrier);
    var recorded =
        api.as(reporter)
            .contentType("application/json")
            .body(
                """
                {"legalName": "Juniper Ridge LLC", "entityType": "MARKETING_AGENCY", "licensedProducer": false, "functions": ["MARKETING"],
                 "websites": ["https://www.company.example"], "offshore": false, "startDate": "2025-01-01", "knownOn": "2025-01-01",
                 "address": {"line1": "1 Main St", "city": "Tampa", "state": "FL", "zip": "33602"},
                 "contact": {"name": "Compliance desk", "email": "desk@company.example"}}
                """)
            .post("/v1/relationships")
            .then()
            .statusCode(201)
            .extract();
    relationship = recorded.path("id");
    reference = recorded.path("reference");
    submission = submitting.register(agency, carrier);
    assertThat(findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/submissions/{submission}/items", "/v1/disclosed-relationships"})
  void theCarrierIsToldInsteadOfBeingShownIt(String path) {
    refused(reviewer, path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/submissions/{submission}/items",
        "/v1/relationships",
        "/v1/relationships/{relationship}",
        "/v1/relationships/{relationship}/revisions"
      })
  void soIsTheAgency(String path) {
    refused(reporter, path);
  }

  @Test
  void nothingIsAddedToWhatWasChangedWithItsDigest() {
    owner.run(ALTERED, UUID.fromString(relationship));
    owner.run(
        "update relationship_revision set content_sha256 = sha2(content, 256) where relationship_id = ?",
        UUID.fromString(relationship));
    changeIsRefused();
  }

  @Test
  void nothingIsAddedToWhatWasSetBack() {
    change().statusCode(200);
    owner.run("update relationship set revision = 1 where id = ?", UUID.fromString(relationship));
    changeIsRefused();
  }

  /** What only reads is in the way of nothing: there is nothing for the caller to decide. */
  @Test
  void aTrailThatWasSetBackIsAFailureAndNoConflict() {
    owner.run(
        "update audit_chain set last_seq = last_seq - 1 where organization_id = ?",
        reporter.organizationId());
    api.as(reporter)
        .get("/v1/relationships")
        .then()
        .statusCode(500)
        .body("type", equalTo("urn:upline:problem:internal-error"));
  }

  private void changeIsRefused() {
    change().statusCode(500).body("type", equalTo("urn:upline:problem:record-altered"));
    assertThat(trail.of(reporter.organizationId()).getLast().outcome()).isEqualTo("FAILED");
  }

  private ValidatableResponse change() {
    return api.as(reporter)
        .header("If-Match", "\"1\"")
        .contentType("application/merge-patch+json")
        .body("{\"legalName\": \"Juniper Ridge Inc.\"}")
        .patch("/v1/relationships/" + relationship)
        .then();
  }

  @Test
  void theCommandFindsIt() {
    owner.run(ALTERED, UUID.fromString(relationship));
    assertThat(findings())
        .anyMatch(
            line ->
                line.equals(
                    reference + " of " + agency() + ", revision 1, is not what was recorded."))
        .anyMatch(line -> line.contains("is not what its receipt"));
  }

  @Test
  void theCommandFindsItByTheTrailWhenItsDigestWasChangedWithIt() {
    owner.run(ALTERED, UUID.fromString(relationship));
    owner.run(
        "update relationship_revision set content_sha256 = sha2(content, 256) where relationship_id = ?",
        UUID.fromString(relationship));
    assertThat(findings())
        .contains(
            reference + " of " + agency() + ", revision 1, is not what the audit trail tells of.")
        .anyMatch(line -> line.contains("is not what its receipt"));
  }

  @Test
  void theCommandFindsANewerRevisionThatWasTakenAway() {
    change().statusCode(200);
    owner.run(
        "delete from relationship_revision where relationship_id = ? and revision = 2",
        UUID.fromString(relationship));
    owner.run("update relationship set revision = 1 where id = ?", UUID.fromString(relationship));
    assertThat(findings())
        .contains(
            reference
                + " of "
                + agency()
                + " is in force in revision 1, which is not the newest that the audit trail tells of.");
  }

  @Test
  void theCommandFindsASubmittedRevisionThatWasResealed() {
    owner.run(
        "update submission_revision set attester_name = 'Somebody Else' where submission_id = ?",
        UUID.fromString(submission));
    assertThat(findings()).anyMatch(line -> line.contains("is not what its receipt"));
  }

  private void refused(TestUser person, String path) {
    owner.run(ALTERED, UUID.fromString(relationship));
    String address =
        path.replace("{submission}", submission).replace("{relationship}", relationship);
    api.as(person)
        .get(address)
        .then()
        .statusCode(500)
        .body("type", equalTo("urn:upline:problem:record-altered"));
    assertThat(trail.of(person.organizationId()).getLast().outcome()).isEqualTo("FAILED");
  }

  private String agency() {
    return reporter.organizationId().toString();
  }

  private List<String> findings() {
    List<String> found = new ArrayList<>();
    checks.forEach(check -> check.run(reporter.organizationId(), found::add));
    return found;
  }
}
