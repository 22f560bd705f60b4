package app.upline.relationship;

import app.upline.testing.Api;
import app.upline.testing.TestUser;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A person at work in the register, over HTTP. */
record RegisterClient(Api api, TestUser person) {

  RequestSpecification call() {
    return api.as(person);
  }

  ValidatableResponse create(Entity entity) {
    return call()
        .contentType("application/json")
        .body(entity.json())
        .post("/v1/relationships")
        .then();
  }

  /** Records the entity and answers its id. */
  String record(Entity entity) {
    return create(entity).statusCode(201).extract().path("id");
  }

  ValidatableResponse read(String id) {
    return call().get("/v1/relationships/" + id).then();
  }

  /** Sends a merge patch, having seen that revision. */
  ValidatableResponse change(String id, int seen, String patch) {
    return call()
        .header("If-Match", "\"" + seen + "\"")
        .contentType("application/merge-patch+json")
        .body(patch)
        .patch("/v1/relationships/" + id)
        .then();
  }

  /** Ends or reopens, having seen that revision. */
  ValidatableResponse step(String id, int seen, String action, String body) {
    return call()
        .header("If-Match", "\"" + seen + "\"")
        .contentType("application/json")
        .body(body)
        .post("/v1/relationships/" + id + "/" + action)
        .then();
  }

  ValidatableResponse list(Map<String, ?> query) {
    return call().queryParams(query).get("/v1/relationships").then();
  }

  /** The legal names that a list answers, in its order. */
  List<String> names(Map<String, ?> query) {
    return list(query).statusCode(200).extract().path("items.legalName");
  }

  /** The ids of all pages of a list, one after the other. */
  List<String> pages(Map<String, ?> query, int limit) {
    List<String> ids = new ArrayList<>();
    Map<String, Object> page = new HashMap<>(query);
    page.put("limit", limit);
    do {
      var answer = list(page).statusCode(200).extract();
      List<String> found = answer.path("items.id");
      ids.addAll(found);
      page.put("cursor", answer.path("nextCursor"));
    } while (page.get("cursor") != null);
    return ids;
  }
}
