package app.upline.retention;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.Crowd;
import app.upline.testing.Holdings;
import app.upline.testing.Someone;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** An agency and its carrier that have finished whatever they had with each other, by the API. */
@Singleton
class Past {
  private final Api api;
  private final Crowd crowd;
  private final Holdings holdings;

  Past(Api api, Crowd crowd, Holdings holdings) {
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
      Keeper agency,
      Keeper carrier,
      Someone administrator,
      String relationship,
      String incident,
      String submission,
      String report,
      String plan) {}

  Affairs finished() {
    Holdings.Owner owner = holdings.owner();
    Someone reporter = crowd.someone(Role.AGENCY_REPORTER, owner.agency());
    Someone reviewer = crowd.someone(Role.CARRIER_REVIEWER, owner.carrier());
    Someone administrator = crowd.someone(Role.AGENCY_ADMINISTRATOR, owner.agency());
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
        keeper(Keeper.Kind.AGENCY, owner.agency()),
        keeper(Keeper.Kind.CARRIER, owner.carrier()),
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

  String hold(Someone administrator, String kind, String id) {
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

  void release(Someone administrator, String hold) {
    step(
        administrator,
        "/v1/legal-holds/" + hold + "/release",
        1,
        """
        {"reason": "The matter is over."}
        """);
  }

  private void step(Someone person, String path, int seen, String body) {
    api.as(person)
        .header("If-Match", "\"" + seen + "\"")
        .contentType("application/json")
        .body(body)
        .post(path)
        .then()
        .statusCode(200);
  }

  static Keeper keeper(Keeper.Kind kind, UUID id) {
    return new Keeper(kind, id, "Somebody");
  }
}
