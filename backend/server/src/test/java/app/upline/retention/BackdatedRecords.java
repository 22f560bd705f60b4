package app.upline.retention;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestRecords;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** An agency and its carrier that have finished whatever they had with each other, by the API. */
@Singleton
class BackdatedRecords {
  private final Api api;
  private final TestUsers crowd;
  private final TestRecords holdings;

  BackdatedRecords(Api api, TestUsers crowd, TestRecords holdings) {
    this.api = api;
    this.crowd = crowd;
    this.holdings = holdings;
  }

  /**
   * What there is.
   *
   * @param submission of the relationship
   * @param report the submission of the incident
   */
  record Affairs(
      PurgeScope agency,
      PurgeScope carrier,
      TestUser administrator,
      String relationship,
      String incident,
      String submission,
      String report,
      String plan) {}

  Affairs finished() {
    TestRecords.Owner owner = holdings.owner();
    TestUser reporter = crowd.someone(Role.AGENCY_REPORTER, owner.agency());
    TestUser reviewer = crowd.someone(Role.CARRIER_REVIEWER, owner.carrier());
    TestUser administrator = crowd.someone(Role.AGENCY_ADMINISTRATOR, owner.agency());
    var things = owner.things();
    List<String> submissions =
        api.as(reporter).get("/v1/submissions").then().statusCode(200).extract().path("items.id");
    submissions.forEach(id -> step(reviewer, "/v1/submissions/" + id + "/acknowledge", 2, "{}"));
    step(
        reporter,
        "/v1/relationships/" + things.get("relationshipId") + "/end",
        1,
        """
        {"endDate": "2026-11-01", "endReason": "The contract ran out."}
        """);
    step(
        reviewer,
        "/v1/corrective-action-plans/" + things.get("planId") + "/cancel",
        1,
        """
        {"message": "No longer asked for."}
        """);
    release(administrator, things.get("legalHoldId"));
    return new Affairs(
        keeper(PurgeScope.Kind.AGENCY, owner.agency()),
        keeper(PurgeScope.Kind.CARRIER, owner.carrier()),
        administrator,
        things.get("relationshipId"),
        things.get("incidentId"),
        things.get("submissionId"),
        submissions.stream()
            .filter(id -> !id.equals(things.get("submissionId")))
            .findFirst()
            .orElseThrow(),
        things.get("planId"));
  }

  String hold(TestUser administrator, String kind, String id) {
    return api.as(administrator)
        .contentType("application/json")
        .body(
            """
            {"objectKind": "%s", "objectId": "%s", "reason": "Matter 26-1108"}
            """
                .formatted(kind, id))
        .post("/v1/legal-holds")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  void release(TestUser administrator, String hold) {
    step(
        administrator,
        "/v1/legal-holds/" + hold + "/release",
        1,
        """
        {"reason": "The matter is over."}
        """);
  }

  private void step(TestUser person, String path, int seen, String body) {
    api.as(person)
        .header("If-Match", "\"" + seen + "\"")
        .contentType("application/json")
        .body(body)
        .post(path)
        .then()
        .statusCode(200);
  }

  static PurgeScope keeper(PurgeScope.Kind kind, UUID id) {
    return new PurgeScope(kind, id, "Somebody");
  }
}
