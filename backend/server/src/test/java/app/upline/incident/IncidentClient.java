package app.upline.incident;

import app.upline.testing.Api;
import app.upline.testing.TestUser;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.UUID;

/** A person at work on the incidents of one carrier, over HTTP. */
record IncidentClient(Api api, TestUser person, UUID carrier) {

  RequestSpecification call() {
    return api.as(person);
  }

  /** Records a sound incident with a merge patch applied. */
  ValidatableResponse create(String patch) {
    return call()
        .contentType("application/json")
        .body(IncidentJson.of(carrier, patch))
        .post("/v1/incidents")
        .then();
  }

  /** The same, and answers its id. */
  String record(String patch) {
    return create(patch).statusCode(201).extract().path("id");
  }

  ValidatableResponse read(String id) {
    return call().get("/v1/incidents/" + id).then();
  }

  /** Sends a merge patch, having seen that version. */
  ValidatableResponse change(String id, int seen, String patch) {
    return changing(seen, patch).patch("/v1/incidents/" + id).then();
  }

  ValidatableResponse addAction(String id, int seen, String json) {
    return call()
        .header("If-Match", "\"" + seen + "\"")
        .contentType("application/json")
        .body(json)
        .post("/v1/incidents/" + id + "/disciplinary-actions")
        .then();
  }

  ValidatableResponse changeAction(String id, String actionId, int seen, String patch) {
    return changing(seen, patch)
        .patch("/v1/incidents/" + id + "/disciplinary-actions/" + actionId)
        .then();
  }

  ValidatableResponse batch(String json) {
    return call().contentType("application/json").body(json).post("/v1/incident-batches").then();
  }

  /** The references that a list answers, in its order. */
  List<String> references(String query) {
    return call()
        .get("/v1/incidents?" + query)
        .then()
        .statusCode(200)
        .extract()
        .path("items.reference");
  }

  private RequestSpecification changing(int seen, String patch) {
    return call()
        .header("If-Match", "\"" + seen + "\"")
        .contentType("application/merge-patch+json")
        .body(patch);
  }
}
