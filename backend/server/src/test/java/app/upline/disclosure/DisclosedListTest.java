package app.upline.disclosure;

import static app.upline.testing.DisclosedIncidents.Kind.ORDINARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.DisclosedIncidents;
import app.upline.testing.PlainClient;
import app.upline.testing.TestSubmissions;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Orders and filters of what a carrier holds. */
@Tag("engine")
@MicronautTest(transactional = false)
class DisclosedListTest {

  private static final String REGISTER = "/v1/disclosed-relationships";
  private static final String INCIDENTS = "/v1/disclosed-incidents";

  @Inject Api api;
  @Inject PlainClient plain;
  @Inject TestUsers crowd;
  @Inject TestSubmissions submissions;
  @Inject OrganizationRegistry organizations;
  @Inject DisclosedIncidents incidents;

  private UUID agency;
  private UUID carrier;
  private TestUser reporter;
  private TestUser analyst;

  @BeforeEach
  void anAgencyAndItsCarrier() {
    agency = crowd.agency();
    carrier = crowd.carrier();
    organizations.contract(agency, carrier);
    reporter = crowd.someone(Role.AGENCY_REPORTER, agency);
    analyst = crowd.someone(Role.CARRIER_ANALYST, carrier);
  }

  @Test
  void theRegisterStandsByCreationByNameOrByReceiptFromEitherEnd() {
    String willow = record("Willow Marketing LLC", null);
    String aspen = record("Aspen Marketing LLC", null);
    submissions.register(agency, carrier);
    rename(willow, 1, "Birch Marketing LLC");
    submissions.register(agency, carrier);

    assertThat(held("")).containsExactly(willow, aspen);
    assertThat(held("?direction=DESCENDING")).containsExactly(aspen, willow);
    assertThat(held("?sort=LEGAL_NAME")).containsExactly(aspen, willow);
    assertThat(held("?sort=LEGAL_NAME&direction=DESCENDING")).containsExactly(willow, aspen);
    assertThat(held("?sort=RECEIVED_AT")).containsExactly(aspen, willow);
    assertThat(held("?sort=RECEIVED_AT&direction=DESCENDING")).containsExactly(willow, aspen);
    assertThat(held("?sort=RECEIVED_AT&state=FL&agencyId=" + agency))
        .containsExactly(aspen, willow);
    assertThat(held("?sort=LEGAL_NAME&state=TX")).isEmpty();
  }

  @Test
  void aNameThatTheCarrierWasNotToldIsNoPlaceInItsOrder() {
    String willow = record("Willow Marketing LLC", null);
    String birch = record("Birch Marketing LLC", null);
    submissions.register(agency, carrier);
    rename(willow, 1, "Aspen Marketing LLC");
    assertThat(held("?sort=LEGAL_NAME")).containsExactly(birch, willow);
  }

  @Test
  void whatIsTakenBackLeavesTheOrderAsItWas() {
    String willow = record("Willow Marketing LLC", null);
    String birch = record("Birch Marketing LLC", null);
    submissions.register(agency, carrier);
    rename(willow, 1, "Aspen Marketing LLC");
    String second = submissions.register(agency, carrier);
    assertThat(held("?sort=LEGAL_NAME")).containsExactly(willow, birch);
    api.as(crowd.someone(Role.AGENCY_ATTESTER, agency))
        .header("If-Match", "\"2\"")
        .contentType(ContentType.JSON)
        .body("{\"message\": \"Sent too early\"}")
        .post("/v1/submissions/" + second + "/withdraw")
        .then()
        .statusCode(200);
    assertThat(held("?sort=LEGAL_NAME")).containsExactly(birch, willow);
  }

  @Test
  void whatStandsBeneathARelationshipIsWhatWasDisclosedSo() {
    String above = record("Willow Marketing LLC", null);
    String beneath = record("Aspen Marketing LLC", above);
    record("Birch Marketing LLC", null);
    submissions.register(agency, carrier);
    for (String sort : List.of("", "&sort=LEGAL_NAME", "&sort=RECEIVED_AT", "&state=FL")) {
      assertThat(held("?upstreamId=" + above + sort)).containsExactly(beneath);
    }
    change(beneath, 1, "{\"upstreamId\": null}");
    assertThat(held("?upstreamId=" + above)).containsExactly(beneath);
    submissions.register(agency, carrier);
    assertThat(held("?upstreamId=" + above)).isEmpty();
  }

  @Test
  void aChainIsAsTheCarrierKnewItOnTheDay() {
    String above = record("Willow Marketing LLC", null);
    String beneath = record("Aspen Marketing LLC", above);
    submissions.register(agency, carrier);
    crowd.run(
        "update disclosure set disclosed_from = '2025-06-01 12:00:00' where carrier_id = ?",
        carrier);
    String later = record("Birch Marketing LLC", beneath);
    assertThat(chain(above, "")).containsExactly(above, beneath);
    submissions.register(agency, carrier);
    assertThat(chain(above, "")).containsExactly(above, beneath, later);
    assertThat(chain(later, "")).containsExactly(above, beneath, later);
    assertThat(chain(above, "&depth=1")).containsExactly(above, beneath);
    assertThat(chain(above, "&asOf=2025-06-01")).containsExactly(above, beneath);
    for (String unknown : List.of(later + "&asOf=2025-06-01", above + "&asOf=2025-05-31")) {
      askChain(analyst, unknown).statusCode(404);
    }
    TestUser stranger = crowd.someone(Role.CARRIER_ANALYST);
    askChain(stranger, above).statusCode(404);
  }

  /** As it may be where changes are disclosed one by one. */
  @Test
  void aChainThatClosesIsFollowedOnce() {
    String above = record("Willow Marketing LLC", null);
    String beneath = record("Aspen Marketing LLC", above);
    submissions.register(agency, carrier);
    crowd.run(
        "update disclosure set upstream_id = ? where relationship_id = ?",
        UUID.fromString(beneath),
        UUID.fromString(above));
    askChain(analyst, above).statusCode(200).body("truncated", equalTo(false));
    assertThat(chain(above, "")).containsExactly(above, beneath);
  }

  @Test
  void whatIsReceivedSinceComesInTheOrderOfReceipt() {
    String willow = record("Willow Marketing LLC", null);
    String aspen = record("Aspen Marketing LLC", null);
    submissions.register(agency, carrier);
    crowd.run(
        "update disclosure set disclosed_from = '2025-06-01 12:00:00' where relationship_id = ?",
        UUID.fromString(aspen));
    assertThat(held("?receivedUntil=2025-06-02T00:00:00Z")).containsExactly(aspen);
    assertThat(held("?receivedSince=2025-06-02T00:00:00Z")).containsExactly(willow);
    assertThat(held("?receivedSince=2025-01-01T00:00:00Z")).containsExactly(aspen, willow);
    assertThat(held("?receivedSince=2025-01-01T00:00:00Z&sort=REFERENCE"))
        .containsExactly(willow, aspen);
  }

  @Test
  void incidentsStandByReceiptToo() {
    LocalDateTime april = LocalDateTime.of(2026, 4, 1, 9, 0);
    String last = incident(april.plusDays(2));
    String first = incident(april);
    assertThat(told("")).containsExactly(last, first);
    assertThat(told("?direction=DESCENDING")).containsExactly(first, last);
    assertThat(told("?sort=RECEIVED_AT")).containsExactly(first, last);
    assertThat(told("?sort=RECEIVED_AT&direction=DESCENDING")).containsExactly(last, first);
    String noon = april.plusDays(1).toInstant(ZoneOffset.UTC).toString();
    assertThat(told("?receivedSince=" + noon)).containsExactly(last);
    assertThat(told("?receivedUntil=" + noon)).containsExactly(first);
  }

  @Test
  void aSearchTakesNoOrderAndSaysSo() {
    for (String list : List.of(REGISTER, INCIDENTS, REGISTER + "/export", INCIDENTS + "/export")) {
      for (String order : List.of("sort=RECEIVED_AT", "direction=DESCENDING")) {
        api.as(analyst)
            .get(list + "?q=willow&" + order)
            .then()
            .statusCode(400)
            .body("errors.code", contains("NOT_WITH_Q"));
      }
    }
  }

  private String record(String name, String above) {
    return api.as(reporter)
        .contentType(ContentType.JSON)
        .body(
            """
            {"legalName": "%s", "entityType": "MARKETING_AGENCY", "licensedProducer": false, "functions": ["MARKETING"],
             "websites": ["https://www.company.example"], "offshore": false, "startDate": "2025-01-01", "knownOn": "2025-01-01",
             "address": {"line1": "1 Main St", "city": "Tampa", "state": "FL", "zip": "33602"},
             "contact": {"name": "Desk", "email": "desk@company.example"}%s}
            """
                .formatted(name, above == null ? "" : ", \"upstreamId\": \"" + above + "\""))
        .post("/v1/relationships")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private void rename(String relationship, int version, String name) {
    change(relationship, version, "{\"legalName\": \"" + name + "\"}");
  }

  private void change(String relationship, int version, String patch) {
    api.as(reporter)
        .header("If-Match", "\"" + version + "\"")
        .contentType("application/merge-patch+json")
        .body(patch)
        .patch("/v1/relationships/" + relationship)
        .then()
        .statusCode(200);
  }

  private String incident(LocalDateTime at) {
    UUID id = incidents.record(reporter, carrier, ORDINARY);
    incidents.disclose(reporter, id, 1, carrier, ORDINARY, at);
    return id.toString();
  }

  private List<String> held(String query) {
    return api.as(analyst)
        .get(REGISTER + query)
        .then()
        .statusCode(200)
        .extract()
        .path("items.relationship.id");
  }

  private List<String> chain(String root, String query) {
    return askChain(analyst, root + query).statusCode(200).extract().path("nodes.id");
  }

  private ValidatableResponse askChain(TestUser person, String root) {
    return api.as(person).get("/v1/relationship-chain?rootId=" + root).then();
  }

  /** Not held to the contract: these were disclosed without a due day. */
  private List<Object> told(String query) {
    return ((List<?>) plain.get(analyst, INCIDENTS + query).member("items"))
        .stream()
            .map(one -> ((Map<?, ?>) ((Map<?, ?>) one).get("incident")).get("id"))
            .<Object>map(id -> id)
            .toList();
  }
}
