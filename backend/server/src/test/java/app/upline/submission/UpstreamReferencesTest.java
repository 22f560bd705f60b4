package app.upline.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestSubmissions;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whom a relationship stands beneath is told by reference: an id says nothing to a person. */
@Tag("engine")
@MicronautTest(transactional = false)
class UpstreamReferencesTest {

  private static final String RELATIONSHIP =
      """
      {"legalName": "%s", "entityType": "MARKETING_AGENCY", "licensedProducer": false, "functions": ["MARKETING"],
       "websites": ["https://www.company.example"], "offshore": false, "startDate": "2025-01-01", "knownOn": "2025-01-01",
       "address": {"line1": "1 Main St", "city": "Tampa", "state": "FL", "zip": "33602"},
       "contact": {"name": "Desk", "email": "desk@company.example"}}
      """;

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject OrganizationRegistry organizations;
  @Inject TestSubmissions submissions;

  private UUID agency;
  private UUID carrier;
  private TestUser reporter;
  private TestUser reviewer;

  @BeforeEach
  void anAgencyAndItsCarrier() {
    agency = crowd.agency();
    carrier = crowd.carrier();
    organizations.contract(agency, carrier);
    reporter = crowd.someone(Role.AGENCY_REPORTER, agency);
    reviewer = crowd.someone(Role.CARRIER_REVIEWER, carrier);
  }

  @Test
  void aChangeOfTheUpstreamIsToldByReferencesToBothSides() {
    String above = record("Loosestrife Holdings LLC");
    String beneath = record("Loosestrife Leads LLC");
    submissions.register(agency, carrier);
    move(beneath, 1, above);
    String reference = reference(above);
    api.as(reporter)
        .queryParam("fromRevision", 1)
        .queryParam("toRevision", 2)
        .get("/v1/relationships/" + beneath + "/differences")
        .then()
        .statusCode(200)
        .body("differences[0].before", nullValue())
        .body("differences[0].after", equalTo(reference));

    String submission = submissions.register(agency, carrier);
    for (TestUser person : List.of(reporter, reviewer)) {
      api.as(person)
          .queryParam("changeType", "CHANGED")
          .get("/v1/submissions/" + submission + "/items")
          .then()
          .body("items[0].differences[0].after", equalTo(reference));
    }
    api.as(reviewer)
        .get("/v1/disclosed-relationships/" + beneath + "/disclosures")
        .then()
        .body("items[0].differences[0].after", equalTo(reference));
    assertThat(exported().lines().filter(line -> line.contains("Loosestrife Leads")))
        .singleElement()
        .asString()
        .contains(reference);
  }

  private String exported() {
    return api.as(reviewer)
        .queryParam("format", "CSV")
        .get("/v1/disclosed-relationships/export")
        .asString();
  }

  private String reference(String relationship) {
    return api.as(reporter).get("/v1/relationships/" + relationship).path("reference");
  }

  private void move(String relationship, int revision, String above) {
    api.as(reporter)
        .header("If-Match", "\"" + revision + "\"")
        .contentType("application/merge-patch+json")
        .body("{\"upstreamId\": \"" + above + "\"}")
        .patch("/v1/relationships/" + relationship)
        .then()
        .statusCode(200);
  }

  private String record(String name) {
    return api.as(reporter)
        .contentType("application/json")
        .body(RELATIONSHIP.formatted(name))
        .post("/v1/relationships")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }
}
