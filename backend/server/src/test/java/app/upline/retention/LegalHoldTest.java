package app.upline.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestRecords;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** An organization says what must stay, however old it gets, and until when. */
@Tag("engine")
@MicronautTest(transactional = false)
class LegalHoldTest {
  private static final String HOLDS = "/v1/legal-holds";
  private static final String DRAFT =
      """
      {"objectKind": "%s", "objectId": "%s", "reason": "%s"}
      """;
  private static final String OVER =
      """
      {"reason": "Matter 26-1108 was closed."}
      """;

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject TestRecords holdings;

  private TestRecords.Owner owner;
  private TestUser administrator;
  private TestUser carriersAdministrator;
  private String incident;

  @BeforeEach
  void anAgencyAndItsCarrier() {
    owner = holdings.owner();
    administrator = crowd.someone(Role.AGENCY_ADMINISTRATOR, owner.agency());
    carriersAdministrator = crowd.someone(Role.CARRIER_ADMINISTRATOR, owner.carrier());
    incident = owner.things().get("incidentId");
  }

  @Test
  void aHoldIsPlacedAndReleasedForReasonsThatAreOnRecord() {
    String hold =
        place(administrator, "INCIDENT", incident)
            .then()
            .statusCode(201)
            .header("ETag", "\"1\"")
            .body("state", equalTo("IN_FORCE"))
            .body("objectId", equalTo(incident))
            .body("objectReference", matchesPattern("INC-\\d{4}-[0-9A-Z]{4}-000001"))
            .body("placedBy", equalTo("Sam Sample"))
            .body("releasedAt", nullValue())
            .extract()
            .path("id");
    release(administrator, hold, "\"1\"")
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("state", equalTo("RELEASED"))
        .body("reason", equalTo("Matter 26-1108"))
        .body("releaseReason", equalTo("Matter 26-1108 was closed."))
        .body("releasedBy", equalTo("Sam Sample"));
    release(administrator, hold, "\"2\"")
        .statusCode(409)
        .body("type", equalTo("urn:upline:problem:wrong-state"));
    api.as(administrator)
        .get("/v1/audit-events?objectId=" + incident)
        .then()
        .statusCode(200)
        .body("items.operation", hasItem("placeLegalHold"))
        .body("items.operation", hasItem("releaseLegalHold"))
        .body("items.find { it.operation == 'placeLegalHold' }.note", equalTo("Matter 26-1108"));
  }

  @Test
  void nobodyReleasesAHoldThatSomebodyElseHasReleasedMeanwhile() {
    String hold = place(administrator, "INCIDENT", incident).path("id");
    api.as(administrator)
        .contentType("application/json")
        .body(OVER)
        .post(HOLDS + "/" + hold + "/release")
        .then()
        .statusCode(428);
    release(administrator, hold, "\"7\"").statusCode(412);
    release(administrator, hold, "\"1\"").statusCode(200);
    release(administrator, hold, "\"1\"").statusCode(412);
  }

  @Test
  void anObjectIsHeldForAsManyReasonsAsThereAre() {
    String first = place(administrator, "INCIDENT", incident).path("id");
    String second = place(administrator, "INCIDENT", incident).path("id");
    release(administrator, first, "\"1\"").statusCode(200);
    list(administrator, "?state=RELEASED").body("items.id", contains(first));
    list(administrator, "?state=IN_FORCE").body("items.id", hasItem(second));
    list(administrator, "?state=IN_FORCE&objectKind=SUBMISSION").body("items", empty());
    list(administrator, "?objectKind=INCIDENT&limit=1").body("items.id", contains(second));
  }

  @Test
  void pagesFollowEachOtherNewestFirst() {
    String older = place(administrator, "INCIDENT", incident).path("id");
    String newer =
        place(administrator, "SUBMISSION", owner.things().get("submissionId")).path("id");
    ValidatableResponse first = list(administrator, "?limit=1").body("items.id", contains(newer));
    list(administrator, "?limit=1&cursor=" + first.extract().path("nextCursor"))
        .body("items.id", contains(older));
  }

  @Test
  void theSameRequestWithTheSameKeyPlacesOneHold() {
    String key = UUID.randomUUID().toString();
    String once = place(administrator, key).then().statusCode(201).extract().path("id");
    place(administrator, key).then().statusCode(201).body("id", equalTo(once));
    list(administrator, "?objectKind=RELATIONSHIP").body("items", hasSize(1));
  }

  @TestFactory
  Stream<DynamicTest> aCarrierHoldsWhatWasDisclosedToItAndTheAgencyDoesNotLearnOfIt() {
    return Stream.of("RELATIONSHIP", "INCIDENT", "SUBMISSION")
        .map(
            kind ->
                DynamicTest.dynamicTest(
                    kind,
                    () -> {
                      String hold =
                          place(carriersAdministrator, kind, thing(kind))
                              .then()
                              .statusCode(201)
                              .extract()
                              .path("id");
                      list(administrator, "?objectKind=" + kind)
                          .body("items.findAll { it.id == '%s' }".formatted(hold), empty());
                      api.as(administrator).get(HOLDS + "/" + hold).then().statusCode(404);
                      release(administrator, hold, "\"1\"").statusCode(404);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> whatIsSomebodyElsesIsAsUnknownAsWhatNeverWas() {
    return Stream.of(
            crowd.someone(Role.AGENCY_ADMINISTRATOR), crowd.someone(Role.CARRIER_ADMINISTRATOR))
        .flatMap(
            stranger ->
                Stream.of("RELATIONSHIP", "INCIDENT", "SUBMISSION")
                    .map(
                        kind ->
                            DynamicTest.dynamicTest(
                                kind + " as another's " + stranger.role(),
                                () ->
                                    assertThat(told(place(stranger, kind, thing(kind))))
                                        .startsWith("404")
                                        .isEqualTo(
                                            told(
                                                place(
                                                    stranger,
                                                    kind,
                                                    UUID.randomUUID().toString()))))));
  }

  @Test
  void aCarrierCannotHoldWhatWasNotDisclosedToIt() {
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER, owner.agency());
    String draft =
        api.as(reporter)
            .contentType("application/json")
            .body(
                """
                {"carrierId": "%s", "scope": "FULL"}
                """
                    .formatted(owner.carrier()))
            .post("/v1/submissions")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    place(carriersAdministrator, "SUBMISSION", draft).then().statusCode(404);
    place(administrator, "SUBMISSION", draft).then().statusCode(201);
  }

  @Test
  void aHoldNeedsAReasonThatNamesNobodyByANumber() {
    for (String reason : new String[] {"x", "About 1EG4-TE5-MK73", "About 987-65-4320"}) {
      api.as(administrator)
          .contentType("application/json")
          .body(DRAFT.formatted("INCIDENT", incident, reason))
          .post(HOLDS)
          .then()
          .statusCode(422)
          .body("errors.pointer", contains("/reason"));
    }
  }

  @Test
  void whatIsMissingIsNamedAllAtOnce() {
    api.as(administrator)
        .contentType("application/json")
        .body("{}")
        .post(HOLDS)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/objectKind", "/objectId", "/reason"));
  }

  @Test
  void anAuditorReadsAndHoldsNothing() {
    TestUser auditor = crowd.someone(Role.CARRIER_AUDITOR, owner.carrier());
    String hold = place(carriersAdministrator, "INCIDENT", incident).path("id");
    api.as(auditor).get(HOLDS + "/" + hold).then().statusCode(200).header("ETag", "\"1\"");
    list(auditor, "").body("items.id", contains(hold));
    place(auditor, "INCIDENT", incident).then().statusCode(403);
  }

  private String thing(String kind) {
    return owner
        .things()
        .get(
            switch (kind) {
              case "RELATIONSHIP" -> "relationshipId";
              case "INCIDENT" -> "incidentId";
              default -> "submissionId";
            });
  }

  /** All that an answer says, but for the name of the request. */
  private static String told(Response response) {
    return response.statusCode() + response.asString().replaceFirst("\"instance\":\"[^\"]+\"", "");
  }

  private Response place(TestUser person, String kind, String id) {
    return api.as(person)
        .contentType("application/json")
        .body(DRAFT.formatted(kind, id, "Matter 26-1108"))
        .post(HOLDS);
  }

  private Response place(TestUser person, String key) {
    return api.as(person)
        .header("Idempotency-Key", key)
        .contentType("application/json")
        .body(DRAFT.formatted("RELATIONSHIP", thing("RELATIONSHIP"), "Matter 26-1108"))
        .post(HOLDS);
  }

  private ValidatableResponse release(TestUser person, String hold, String seen) {
    return api.as(person)
        .header("If-Match", seen)
        .contentType("application/json")
        .body(OVER)
        .post(HOLDS + "/" + hold + "/release")
        .then();
  }

  private ValidatableResponse list(TestUser person, String query) {
    return api.as(person).get(HOLDS + query).then().statusCode(200);
  }
}
