package app.upline.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a relationship was, revision by revision, and what differs between any two. */
@Tag("engine")
@MicronautTest(transactional = false)
class RegisterHistoryTest {

  @Inject Api api;
  @Inject TestUsers crowd;

  private RegisterClient desk;
  private String id;

  @BeforeEach
  void aRelationshipWithThreeRevisions() {
    desk = new RegisterClient(api, crowd.someone(Role.AGENCY_REPORTER));
    id = desk.record(Entity.named("Juniper Ridge LLC"));
    desk.change(
            id,
            1,
            """
            {"legalName": "Juniper Ridge Inc.", "address": {"city": "Miami"}, "tradeNames": ["Juniper", "Ridge"]}
            """)
        .statusCode(200);
    desk.step(id, 2, "end", "{\"endDate\": \"2025-12-31\", \"endReason\": \"Contract over\"}")
        .statusCode(200);
  }

  @Test
  void everyRevisionIsListedNewestFirstWithWhoMadeIt() {
    desk.call()
        .get("/v1/relationships/" + id + "/revisions")
        .then()
        .statusCode(200)
        .body("items.revision", contains(3, 2, 1))
        .body("items.changedBy", hasItem("Sam Sample"))
        .body("items.origin", contains("API", "API", "API"))
        .body("items[2].relationship.legalName", equalTo("Juniper Ridge LLC"))
        .body("items[0].relationship.status", equalTo("ENDED"))
        .body("nextCursor", nullValue());
  }

  @Test
  void revisionsComeInPages() {
    List<Integer> revisions = new ArrayList<>();
    String cursor = null;
    do {
      var request = desk.call().queryParam("limit", 2);
      if (cursor != null) {
        request.queryParam("cursor", cursor);
      }
      var page =
          request.get("/v1/relationships/" + id + "/revisions").then().statusCode(200).extract();
      List<Integer> found = page.path("items.revision");
      revisions.addAll(found);
      cursor = page.path("nextCursor");
    } while (cursor != null);
    assertThat(revisions).containsExactly(3, 2, 1);
  }

  @Test
  void aRevisionStaysWhatItWas() {
    desk.call()
        .get("/v1/relationships/" + id + "/revisions/1")
        .then()
        .statusCode(200)
        .body("revision", equalTo(1))
        .body("relationship.revision", equalTo(1))
        .body("relationship.legalName", equalTo("Juniper Ridge LLC"))
        .body("relationship.status", equalTo("ACTIVE"));
    for (String none : List.of("0", "4", "-1", "first")) {
      desk.call().get("/v1/relationships/" + id + "/revisions/" + none).then().statusCode(404);
    }
  }

  @Test
  void anyTwoRevisionsAreComparedFieldByField() {
    differences(1, 2)
        .body("differences.pointer", contains("/legalName", "/tradeNames", "/address/city"))
        .body("differences.before", contains("Juniper Ridge LLC", null, "Tampa"))
        .body("differences.after", contains("Juniper Ridge Inc.", "Juniper; Ridge", "Miami"));
    differences(2, 1)
        .body("differences.before", contains("Juniper Ridge Inc.", "Juniper; Ridge", "Miami"));
    differences(2, 3).body("differences.pointer", hasItem("/endDate"));
    differences(1, 3).body("differences.pointer", hasItem("/endReason"));
    differences(2, 2).body("differences", hasSize(0));
  }

  @Test
  void whatIsNotThereCannotBeCompared() {
    desk.call()
        .queryParams(Map.of("fromRevision", 1, "toRevision", 9))
        .get("/v1/relationships/" + id + "/differences")
        .then()
        .statusCode(404);
    desk.call()
        .queryParams(Map.of("fromRevision", 0, "toRevision", 1))
        .get("/v1/relationships/" + id + "/differences")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("?fromRevision"));
    desk.call()
        .queryParam("fromRevision", 1)
        .get("/v1/relationships/" + id + "/differences")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("?toRevision"));
  }

  private ValidatableResponse differences(int from, int to) {
    return desk.call()
        .queryParams(Map.of("fromRevision", from, "toRevision", to))
        .get("/v1/relationships/" + id + "/differences")
        .then()
        .statusCode(200)
        .body("from", equalTo(from))
        .body("to", equalTo(to));
  }
}
