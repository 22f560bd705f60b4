package app.upline.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Recording, changing, ending and reopening one relationship. */
@Tag("engine")
@MicronautTest(transactional = false)
class RegisterChangeTest {

  @Inject Api api;
  @Inject TestUsers crowd;

  private RegisterClient desk;

  @BeforeEach
  void anAgency() {
    desk = new RegisterClient(api, crowd.someone(Role.AGENCY_REPORTER));
  }

  @Test
  void whatIsRecordedIsReadBackUnderItsOwnAddress() {
    var created =
        desk.create(Entity.named("  Juniper \u00a0 Ridge  LLC ").with("ein", "544873297"))
            .statusCode(201)
            .header("ETag", "\"1\"")
            .body("reference", matchesPattern("REL-\\d{4}-[0-9A-Z]{4}-000001"))
            .body("revision", equalTo(1))
            .body("status", equalTo("ACTIVE"))
            .body("legalName", equalTo("Juniper Ridge LLC"))
            .body("ein", equalTo("54-4873297"))
            .body("address.country", equalTo("US"))
            .extract();
    String id = created.path("id");
    assertThat(created.header("Location")).isEqualTo("/v1/relationships/" + id);
    Map<String, Object> saved = new HashMap<>(created.jsonPath().getMap(""));
    assertThat(saved.remove("warnings")).isEqualTo(List.of());
    assertThat(saved.remove("possibleDuplicates")).isEqualTo(List.of());
    var read = desk.read(id).statusCode(200).header("ETag", "\"1\"").extract().jsonPath();
    assertThat(read.getMap("")).isEqualTo(saved);
  }

  @Test
  void whoKnowsTheCurrentRevisionIsNotSentItAgain() {
    String id = desk.record(Entity.named("Juniper Ridge LLC"));
    for (String known : List.of("\"1\"", "W/\"1\"", "\"7\", \"1\"", "*")) {
      desk.call()
          .header("If-None-Match", known)
          .get("/v1/relationships/" + id)
          .then()
          .statusCode(304)
          .header("ETag", "\"1\"")
          .body(equalTo(""));
    }
    desk.change(id, 1, "{\"legalName\": \"Juniper Ridge Inc.\"}").statusCode(200);
    desk.call()
        .header("If-None-Match", "\"1\"")
        .get("/v1/relationships/" + id)
        .then()
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("legalName", equalTo("Juniper Ridge Inc."));
  }

  @Test
  void everyRuleThatIsBrokenIsReportedAtOnceWithItsPlace() {
    desk.create(
            Entity.named("J")
                .with("functions", List.of("SALES", "LEAD_GENERATION"))
                .without("websites")
                .without("contact")
                .with("ein", "123-45-6789")
                .with("startDate", "1999-12-31")
                .with("offshore", true))
        .statusCode(422)
        .body("type", equalTo("urn:upline:problem:validation-failed"))
        .body(
            "errors.pointer",
            containsInAnyOrder(
                "/legalName",
                "/npn",
                "/leadChannels",
                "/websites",
                "/contact/name",
                "/contact/email",
                "/ein",
                "/startDate",
                "/offshoreDetails"));
    assertThat(desk.names(Map.of())).isEmpty();
  }

  @Test
  void aMemberThatTheContractDoesNotKnowIsRefused() {
    desk.create(Entity.named("Juniper Ridge LLC").with("favoriteColor", "blue"))
        .statusCode(400)
        .body("errors.pointer", hasItem("/favoriteColor"));
  }

  @Test
  void aPatchLeavesClearsAndReplaces() {
    String id =
        desk.record(
            Entity.named("Juniper Ridge LLC")
                .with("tradeNames", List.of("Juniper", "Ridge"))
                .with("ein", "54-4873297"));
    desk.change(
            id,
            1,
            """
            {"ein": null, "tradeNames": ["Ridgeline"], "contact": {"title": "Officer"}}
            """)
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("revision", equalTo(2))
        .body("legalName", equalTo("Juniper Ridge LLC"))
        .body("ein", nullValue())
        .body("tradeNames", equalTo(List.of("Ridgeline")))
        .body("contact.email", equalTo("desk@company.example"))
        .body("contact.title", equalTo("Officer"));
  }

  @Test
  void aPatchThatChangesNothingMakesNoRevision() {
    String id = desk.record(Entity.named("Juniper Ridge LLC"));
    desk.change(id, 1, "{\"legalName\": \"  Juniper Ridge LLC \"}")
        .statusCode(200)
        .header("ETag", "\"1\"");
    desk.change(id, 1, "{}").statusCode(200).header("ETag", "\"1\"");
  }

  @Test
  void aPatchOfWhatSomebodyElseChangedMeanwhileIsRefused() {
    String id = desk.record(Entity.named("Juniper Ridge LLC"));
    desk.change(id, 1, "{\"legalName\": \"Juniper Ridge Inc.\"}").statusCode(200);
    desk.change(id, 1, "{\"legalName\": \"Juniper Ridge Co\"}")
        .statusCode(412)
        .body("type", equalTo("urn:upline:problem:precondition-failed"));
    desk.read(id).body("legalName", equalTo("Juniper Ridge Inc.")).body("revision", equalTo(2));
  }

  @Test
  void aPatchWithoutSayingWhatWasSeenIsRefused() {
    String id = desk.record(Entity.named("Juniper Ridge LLC"));
    desk.call()
        .contentType("application/merge-patch+json")
        .body("{\"legalName\": \"Juniper Ridge Inc.\"}")
        .patch("/v1/relationships/" + id)
        .then()
        .statusCode(428)
        .body("type", equalTo("urn:upline:problem:precondition-required"));
    desk.call()
        .header("If-Match", "W/\"1\"")
        .contentType("application/merge-patch+json")
        .body("{\"legalName\": \"Juniper Ridge Inc.\"}")
        .patch("/v1/relationships/" + id)
        .then()
        .statusCode(412);
  }

  @Test
  void aPatchIsHeldToTheSameRules() {
    String id = desk.record(Entity.named("Juniper Ridge LLC"));
    desk.change(id, 1, "{\"functions\": [\"SALES\"], \"startDate\": null}")
        .statusCode(422)
        .body("errors.pointer", containsInAnyOrder("/npn", "/startDate"));
    desk.change(id, 1, "{\"licensedProducer\": \"yes\"}").statusCode(400);
    desk.change(id, 1, "{\"reference\": \"REL-2026-7KQ2-999999\"}").statusCode(400);
    desk.change(id, 1, "[]").statusCode(400);
    desk.read(id).body("revision", equalTo(1));
  }

  @Test
  void anotherMediaTypeIsNoMergePatch() {
    String id = desk.record(Entity.named("Juniper Ridge LLC"));
    desk.call()
        .header("If-Match", "\"1\"")
        .contentType(ContentType.XML)
        .body("<legalName/>")
        .patch("/v1/relationships/" + id)
        .then()
        .statusCode(415);
  }

  @Test
  void anEndIsRecordedOnceAndCanBeTakenBack() {
    String id = desk.record(Entity.named("Juniper Ridge LLC"));
    String end = "{\"endDate\": \"2025-12-31\", \"endReason\": \"Contract over\"}";
    desk.step(id, 1, "end", end)
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("status", equalTo("ENDED"))
        .body("endReason", equalTo("Contract over"))
        .body("knownOn", equalTo(LocalDate.now(ZoneOffset.UTC).toString()));
    desk.step(id, 2, "end", end)
        .statusCode(409)
        .body("type", equalTo("urn:upline:problem:wrong-state"));
    desk.step(id, 2, "reopen", "{\"knownOn\": \"2026-01-15\"}")
        .statusCode(200)
        .header("ETag", "\"3\"")
        .body("status", equalTo("ACTIVE"))
        .body("endDate", nullValue())
        .body("endReason", nullValue())
        .body("knownOn", equalTo("2026-01-15"));
    desk.step(id, 3, "reopen", "{}")
        .statusCode(409)
        .body("detail", endsWith("cannot be reopened."));
    assertThat(desk.names(Map.of("status", "ACTIVE"))).hasSize(1);
  }

  @Test
  void anEndKeepsToItsRulesAndToWhatWasSeen() {
    String id = desk.record(Entity.named("Juniper Ridge LLC"));
    desk.step(id, 1, "end", "{\"endDate\": \"2024-12-31\", \"endReason\": \"Contract over\"}")
        .statusCode(422)
        .body("errors.code", hasItem("END_BEFORE_START"));
    desk.step(id, 1, "end", "{\"endDate\": \"2025-12-31\"}")
        .statusCode(422)
        .body("errors.pointer", hasItem("/endReason"));
    desk.step(id, 1, "end", "{}").statusCode(422).body("errors", hasSize(2));
    desk.step(id, 4, "end", "{\"endDate\": \"2025-12-31\", \"endReason\": \"Contract over\"}")
        .statusCode(412);
    desk.call()
        .contentType("application/json")
        .body("{\"endDate\": \"2025-12-31\", \"endReason\": \"Contract over\"}")
        .post("/v1/relationships/" + id + "/end")
        .then()
        .statusCode(428);
    desk.read(id).body("revision", equalTo(1)).body("status", equalTo("ACTIVE"));
  }

  @Test
  void anOwnReferenceIsTheAgencysOnce() {
    desk.record(Entity.named("Juniper Ridge LLC").with("ownReference", "V-0042"));
    desk.create(Entity.named("Copper Canyon LLC").with("ownReference", "v-0042"))
        .statusCode(422)
        .body("errors.code", hasItem("OWN_REFERENCE_TAKEN"));
    String other = desk.record(Entity.named("Copper Canyon LLC"));
    desk.change(other, 1, "{\"ownReference\": \"V-0042\"}").statusCode(422);
    new RegisterClient(api, crowd.someone(Role.AGENCY_REPORTER))
        .record(Entity.named("Elsewhere LLC").with("ownReference", "V-0042"));
  }
}
