package app.upline.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.OrganizationKind;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestSubmissions;
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

/** One box for everything. That nothing of others is found is for {@code CanaryTest}. */
@Tag("engine")
@MicronautTest(transactional = false)
class SearchTest {

  private static final String RELATIONSHIP =
      """
      {"legalName": "%s", "entityType": "MARKETING_AGENCY", "licensedProducer": false, "functions": ["MARKETING"],
       "websites": ["https://www.loosestrife-leads.example/medicare"], "phoneNumbers": ["+18135550142"], "npn": "17750012",
       "offshore": false, "startDate": "2025-01-01", "knownOn": "2025-01-01",
       "address": {"line1": "1 Main St", "city": "Tampa", "state": "FL", "zip": "33602"},
       "contact": {"name": "Desk", "email": "desk@loosestrife.example"}}
      """;

  private static final String INCIDENT =
      """
      {"carrierId": "%s", "kind": "VIOLATION", "beneficiaryInteraction": true, "subject": {"type": "AGENCY", "name": "Loosestrife LLC"},
       "incidentDateUnknown": true, "discoveryDate": "2026-01-15", "state": "FL", "channel": "WEB", "source": "INTERNAL_AUDIT",
       "beneficiariesAffected": 0, "primaryCategory": "UNAPPROVED_MATERIAL", "potentialHarm": false, "enrollmentAffected": false,
       "description": "A page went live before it had been approved."}
      """;

  @Inject Api api;
  @Inject TestUsers users;
  @Inject OrganizationRegistry organizations;
  @Inject TestSubmissions submissions;

  private UUID agency;
  private UUID carrier;
  private TestUser reporter;
  private TestUser reviewer;

  @BeforeEach
  void anAgencyAndItsCarrier() {
    agency = users.agency();
    carrier = users.carrier();
    organizations.contract(agency, carrier);
    reporter = users.someone(Role.AGENCY_REPORTER, agency);
    reviewer = users.someone(Role.CARRIER_REVIEWER, carrier);
  }

  @Test
  void aRelationshipIsFoundByAllThatPeopleKnowOfIt() {
    String reference = record("/v1/relationships", RELATIONSHIP.formatted("Loosestrife Leads LLC"));
    for (String typed :
        new String[] {
          "loosestrife",
          "Leads Loose",
          reference,
          "17750012",
          "desk@loosestrife.example",
          "loosestrife-leads.example",
          "www.loosestrife-leads.example",
          "(813) 555-0142",
          "+1 813 555 0142"
        }) {
      search(reporter, typed)
          .body("groups.kind", contains("RELATIONSHIP"))
          .body("groups[0].hits.title", contains("Loosestrife Leads LLC"))
          .body("groups[0].hits.reference", contains(reference))
          .body("groups[0].hasMore", equalTo(false));
    }
    search(reporter, "strife").body("groups", empty());
    search(reporter, "loosestrife.example").body("groups[0].hits.reference", contains(reference));
    search(reviewer, "loosestrife").body("groups", empty());
  }

  @Test
  void aNameThatRunsWordsTogetherIsFoundByEach() {
    String reference =
        record("/v1/relationships", RELATIONSHIP.formatted("Côte/SilverTeasel MediaWorks LLC"));
    for (String typed :
        new String[] {
          "teasel", "silver teas", "SilverTeasel", "cote", "coteSilver", "works media", "mediaw"
        }) {
      search(reporter, typed).body("groups[0].hits.reference", contains(reference));
    }
    search(reporter, "easel").body("groups", empty());
  }

  @Test
  void whatWasSubmittedIsFoundOnBothSides() {
    record("/v1/relationships", RELATIONSHIP.formatted("Loosestrife Leads LLC"));
    record("/v1/incidents", INCIDENT.formatted(carrier));
    String register = submissions.register(agency, carrier);
    submissions.incidents(agency, carrier);
    search(reporter, "loosestrife").body("groups.kind", contains("RELATIONSHIP", "INCIDENT"));
    search(reviewer, "loosestrife")
        .body("groups.kind", contains("DISCLOSED_RELATIONSHIP", "DISCLOSED_INCIDENT"))
        .body("groups.hits.flatten().organization.id.unique()", contains(agency.toString()));

    String receipt = api.as(reporter).get("/v1/submissions/" + register).path("receiptNumber");
    for (TestUser person : new TestUser[] {reporter, reviewer}) {
      for (String typed : new String[] {receipt, receipt.toLowerCase(), receipt.substring(0, 12)}) {
        search(person, typed)
            .body("groups.kind", contains("SUBMISSION"))
            .body("groups[0].hits.id", hasItem(register));
      }
      search(person, "sub-20").body("groups[0].hits", hasSize(2));
    }
    search(users.someone(Role.CARRIER_REVIEWER), receipt).body("groups", empty());
  }

  /** A carrier has many agencies, each of which counts from one. */
  @Test
  void aReferenceIsOneAgencysAlone() {
    UUID another = users.agency();
    organizations.contract(another, carrier);
    record("/v1/relationships", RELATIONSHIP.formatted("Loosestrife Leads LLC"));
    reporter = users.someone(Role.AGENCY_REPORTER, another);
    record("/v1/relationships", RELATIONSHIP.formatted("Loosestrife Leads LLC"));
    String one = referenceOf(submissions.register(agency, carrier));
    String other = referenceOf(submissions.register(another, carrier));
    assertThat(one.substring(14)).isEqualTo(other.substring(14)).isEqualTo("000001");
    assertThat(one).isNotEqualTo(other);
    search(reviewer, one).body("groups[0].hits.reference", contains(one));
    search(reviewer, other).body("groups[0].hits.reference", contains(other));
  }

  @Test
  void anythingMayBeLookedFor() {
    for (Role role : Role.values()) {
      TestUser person =
          users.someone(role, role.side() == OrganizationKind.AGENCY ? agency : carrier);
      for (String typed : List.of("\u4e2d\u4e2d\u4e2d", "\ud83e\udd89\ud83e\udd89", "%_", "00")) {
        search(person, typed).statusCode(200);
      }
    }
  }

  private String referenceOf(String submission) {
    return api.as(reviewer).get("/v1/submissions/" + submission).path("reference");
  }

  @Test
  void ofEachKindThereAreFiveAndAWordThatThereAreMore() {
    for (int i = 0; i < 6; i++) {
      record("/v1/relationships", RELATIONSHIP.formatted("Loosestrife " + i + " LLC"));
    }
    search(reporter, "loosestrife")
        .body("groups[0].hits", hasSize(5))
        .body("groups[0].hasMore", equalTo(true));
  }

  @Test
  void organizationsAndPeopleAreFoundByAnyPartOfTheirName() {
    users.run("update carrier set name = ? where id = ?", "Mount Teasel " + carrier, carrier);
    search(reporter, "teasel").body("groups.kind", contains("CARRIER"));
    search(reporter, "%").statusCode(400);
    search(reporter, "te%el").body("groups", empty());
    TestUser administrator = users.someone(Role.AGENCY_ADMINISTRATOR, agency);
    search(administrator, reporter.email())
        .body("groups.kind", contains("PERSON"))
        .body("groups[0].hits.detail", contains(reporter.email()));
    search(reporter, reporter.email()).body("groups", empty());
    search(users.someone(Role.AGENCY_ADMINISTRATOR), reporter.email()).body("groups", empty());
  }

  private ValidatableResponse search(TestUser person, String typed) {
    return api.as(person).queryParam("q", typed).get("/v1/search").then();
  }

  private String record(String path, String body) {
    return api.as(reporter)
        .contentType("application/json")
        .body(body)
        .post(path)
        .then()
        .statusCode(201)
        .extract()
        .path("reference");
  }
}
