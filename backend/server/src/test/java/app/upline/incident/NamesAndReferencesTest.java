package app.upline.incident;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestSubmissions;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number of a beneficiary reaches no one in a name, a reference or a remark. */
@Tag("engine")
@MicronautTest(transactional = false)
class NamesAndReferencesTest {
  private static final String RELATIONSHIP =
      """
      {"legalName": "Juniper Ridge LLC", "entityType": "MARKETING_AGENCY", "licensedProducer": false, "functions": ["MARKETING"],
       "websites": ["https://www.company.example"], "offshore": false, "startDate": "2025-01-01", "knownOn": "2025-01-01",
       "address": {"line1": "1 Main St", "city": "Tampa", "state": "FL", "zip": "33602"},
       "contact": {"name": "Compliance desk", "email": "desk@company.example"}}
      """;

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject TestSubmissions submitting;
  @Inject OrganizationRegistry organizations;

  private UUID carrier;
  private UUID agency;
  private TestUser reporter;

  @BeforeEach
  void anAgencyWithACarrier() {
    carrier = crowd.carrier();
    agency = crowd.agency();
    organizations.contract(agency, carrier);
    reporter = crowd.someone(Role.AGENCY_REPORTER, agency);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/subject/name | {'subject': {'name': 'Dana 1EG4-TE5-MK73'}}",
        "/subject/name | {'subject': {'name': 'Dana 123/45/6789'}}",
        "/ownReference | {'ownReference': 'CASE 1EG4.TE5.MK73'}",
        "/evidence/recordingReference | {'evidence': {'recordingReference': 'rec 1 E G 4 T E 5 M K 7 3'}}",
        "/evidence/consentCertificateReference | {'evidence': {'consentCertificateReference': '1EG4/TE5/MK73'}}",
        "/evidence/documentReferences | {'evidence': {'documentReferences': ['a', '1EG4TE5MK73']}}",
      })
  void anIncidentWithOneIsRefused(String pointer, String patch) {
    new IncidentClient(api, reporter, carrier)
        .create(patch.replace('\'', '"'))
        .statusCode(422)
        .body("errors.pointer", hasItem(containsString(pointer)))
        .body("errors.code", hasItem("PERSONAL_DATA_REFUSED"))
        .body("errors.message", everyItem(not(containsString("TE5"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/legalName | {'legalName': 'Juniper 1EG4-TE5-MK73 LLC'}",
        "/tradeNames | {'tradeNames': ['Juniper', '1EG4 TE5 MK73']}",
        "/contact/name | {'contact': {'name': 'SSN 123-45-6789'}}",
        "/contact/title | {'contact': {'title': 'of 1EG4TE5MK73'}}",
        "/ownReference | {'ownReference': '1\\u0415G4-T\\u04155-MK73'}",
        "/address/line2 | {'address': {'line2': 'Room 1EG4_TE5_MK73'}}",
      })
  void aRelationshipWithOneIsRefused(String pointer, String patch) {
    String id =
        api.as(reporter)
            .contentType("application/json")
            .body(RELATIONSHIP)
            .post("/v1/relationships")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    api.as(reporter)
        .header("If-Match", "\"1\"")
        .contentType("application/merge-patch+json")
        .body(patch.replace('\'', '"'))
        .patch("/v1/relationships/" + id)
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem(containsString(pointer)))
        .body("errors.code", hasItem("PERSONAL_DATA_REFUSED"));
  }

  @Test
  void commentsAndMessagesWithOneAreRefused() {
    api.as(reporter)
        .contentType("application/json")
        .body(RELATIONSHIP)
        .post("/v1/relationships")
        .then()
        .statusCode(201);
    String submission = submitting.register(agency, carrier);
    TestUser reviewer = crowd.someone(Role.CARRIER_REVIEWER, carrier);
    api.as(reviewer)
        .contentType("application/json")
        .body("{\"text\": \"Is this 1EG4.TE5.MK73?\"}")
        .post("/v1/submissions/" + submission + "/comments")
        .then()
        .statusCode(422)
        .body("errors.code", hasItem("PERSONAL_DATA_REFUSED"));
    api.as(reviewer)
        .header("If-Match", "\"2\"")
        .contentType("application/json")
        .body("{\"message\": \"Is this 123/45/6789?\"}")
        .post("/v1/submissions/" + submission + "/return")
        .then()
        .statusCode(422);
  }
}
