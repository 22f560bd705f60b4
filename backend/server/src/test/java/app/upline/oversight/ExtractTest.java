package app.upline.oversight;

import static app.upline.testing.DisclosedIncidents.Kind.ORDINARY;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.Contract;
import app.upline.testing.DisclosedIncidents;
import app.upline.testing.DisclosedIncidents.Kind;
import app.upline.testing.Owner;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The lists that leave the carrier: what is on them, and that a final one stays what it is. */
@Tag("engine")
@MicronautTest(transactional = false)
class ExtractTest {

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject DisclosedIncidents incidents;
  @Inject Owner database;

  private UUID carrier;
  private TestUser reporter;
  private TestUser analyst;
  private TestUser reviewer;

  @BeforeEach
  void aCarrierWithAnAgency() {
    carrier = crowd.carrier();
    reporter = crowd.someone(Role.AGENCY_REPORTER);
    analyst = crowd.someone(Role.CARRIER_ANALYST, carrier);
    reviewer = crowd.someone(Role.CARRIER_REVIEWER, carrier);
  }

  @Test
  void theMonthsListHoldsWhatWasFirstReceivedInItRepeatsAndHarmFirst() {
    // The carrier's month begins at midnight in Chicago, which is 05:00 in UTC.
    told(ORDINARY.by("1").severity("HIGH"), LocalDateTime.of(2026, 4, 1, 5, 0));
    told(ORDINARY.by("2").severity("LOW").harmful(), LocalDateTime.of(2026, 4, 20, 9, 0));
    told(ORDINARY.by("3").severity("LOW"), LocalDateTime.of(2026, 4, 1, 4, 59));
    told(ORDINARY.by("3").severity("LOW"), LocalDateTime.of(2026, 5, 1, 4, 59));
    told(ORDINARY.by("4"), LocalDateTime.of(2026, 5, 1, 5, 0));
    String id = draft("CMS_MONTHLY", "2026-04").statusCode(201).extract().path("id");
    rows(id).body("items.values.subjectNpn", contains("3", "2", "1"));
    rows(id).body("items.values.repeat", contains("Yes", "No", "No"));
  }

  /**
   * What the carrier's CMS account manager asks of each: which plan, by what complaint, why, what
   * was done.
   */
  @Test
  void theMonthsListSaysWhichPlanWhichComplaintWhyAndWhatWasDone() {
    UUID incident = told(ORDINARY.endedForCause(), LocalDateTime.of(2026, 4, 10, 9, 0));
    database.run(
        """
        update incident_revision set content = replace(content, '"plan":{}',
          '"ctmNumber":"C2600123","plan":{"contractNumber":"H0672","pbp":"014","year":2026}') where incident_id = ?""",
        incident);
    database.run(
        "update incident_revision set content_sha256 = sha2(content, 256) where incident_id = ?",
        incident);
    String id = draft("CMS_MONTHLY", "2026-04").extract().path("id");
    rows(id)
        .body("items[0].values.contractNumber", equalTo("H0672"))
        .body("items[0].values.pbp", equalTo("014"))
        .body("items[0].values.planYear", equalTo("2026"))
        .body("items[0].values.ctmNumber", equalTo("C2600123"))
        .body("items[0].values.channel", equalTo("Outbound call"))
        .body("items[0].values.rootCause", equalTo("Training gap"))
        .body("items[0].values.actionTaken", equalTo("Terminated for cause (2026-03-10)"));
  }

  @Test
  void terminationsForCauseAreListedWithNpnNameDateAndCause() {
    told(ORDINARY.by("11").endedForCause(), LocalDateTime.of(2026, 4, 10, 9, 0));
    told(ORDINARY.by("12"), LocalDateTime.of(2026, 4, 10, 9, 0));
    UUID later = told(ORDINARY.by("13"), LocalDateTime.of(2026, 3, 10, 9, 0));
    incidents.revise(reporter, later, 2, carrier, ORDINARY.by("13").endedForCause());
    incidents.disclose(
        reporter,
        later,
        2,
        carrier,
        ORDINARY.by("13").endedForCause(),
        LocalDateTime.of(2026, 4, 11, 9, 0));
    String id = draft("FOR_CAUSE", "2026-04").extract().path("id");
    rows(id)
        .body("items.values.npn", contains("11", "13"))
        .body("items[0].values.name", equalTo("Alex Agent"))
        .body("items[0].values.date", equalTo("2026-03-10"))
        .body("items[0].values.cause", equalTo("Unsolicited contact"));
  }

  @Test
  void aDraftFollowsWhatTheCarrierHoldsAndAFinalOneNeverChanges() throws Exception {
    UUID incident = told(ORDINARY, LocalDateTime.of(2026, 4, 10, 9, 0));
    String id = draft("CMS_MONTHLY", "2026-04").extract().path("id");
    rows(id).body("items.values.potentialHarm", contains("No"));
    followUp(incident, 2);
    rows(id).body("items.values.potentialHarm", contains("Yes"));
    String hash =
        step(reviewer, id, 1, "finalize")
            .statusCode(200)
            .body("state", equalTo("FINAL"))
            .body("version", equalTo(1))
            .body("rowCount", equalTo(1))
            .body("finalizedBy", equalTo("Sam Sample"))
            .extract()
            .path("contentSha256");
    byte[] xlsx = download(id, "XLSX");
    byte[] csv = download(id, "CSV");
    told(ORDINARY.by("9"), LocalDateTime.of(2026, 4, 12, 9, 0));
    crowd.run("update triage set repeated = true where incident_id = ?", incident);
    Thread.sleep(1_100); // the library's stamp has seconds
    assertThat(download(id, "XLSX")).isEqualTo(xlsx);
    assertThat(download(id, "CSV")).isEqualTo(csv);
    byte[] content = api.as(analyst).get("/v1/extracts/" + id + "/content").asByteArray();
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
    assertThat(HexFormat.of().formatHex(digest)).isEqualTo(hash);
    String next = draft("CMS_MONTHLY", "2026-04").statusCode(201).extract().path("id");
    step(reviewer, next, 1, "finalize").body("version", equalTo(2)).body("rowCount", equalTo(2));
    rows(id).body("items", hasSize(1)).body("items.values.repeat", contains("No"));
  }

  @Test
  void anotherReaderFindsTheRowsAndNoPersonalDataInThem() throws Exception {
    told(
        ORDINARY.saying("She said her number is 1EG4-TE5-MK73, call 602-555-0134."),
        LocalDateTime.of(2026, 4, 10, 9, 0));
    String id = draft("CMS_MONTHLY", "2026-04").extract().path("id");
    try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(download(id, "XLSX")))) {
      var rows = workbook.getFirstSheet().read();
      assertThat(rows).hasSize(2);
      assertThat(rows.get(0).getCellText(0)).isEqualTo("Incident");
      assertThat(rows.get(1).getCellText(24))
          .isEqualTo("She said her number is [MBI], call [PHONE].");
    }
    assertThat(new String(download(id, "CSV"), UTF_8))
        .contains("[MBI]")
        .doesNotContain("1EG4")
        .doesNotContain("555-0134");
  }

  @Test
  void oneDraftAtATimeAndAFinalOneIsNoLongerADraft() {
    String id = draft("CMS_MONTHLY", "2026-04").extract().path("id");
    draft("CMS_MONTHLY", "2026-04")
        .statusCode(409)
        .body("type", equalTo("urn:upline:problem:draft-exists"));
    draft("CMS_MONTHLY", "2099-04").statusCode(422).body("errors[0].code", equalTo("FUTURE"));
    api.as(analyst).get("/v1/extracts/" + id + "/content").then().statusCode(404);
    step(analyst, id, 1, "finalize").statusCode(403);
    step(reviewer, id, 4, "finalize").statusCode(412);
    step(reviewer, id, 1, "finalize").statusCode(200);
    step(analyst, id, 2, "discard")
        .statusCode(409)
        .body("type", equalTo("urn:upline:problem:wrong-state"));
    String other = draft("CMS_MONTHLY", "2026-04").statusCode(201).extract().path("id");
    step(analyst, other, 1, "discard").statusCode(200).body("state", equalTo("DISCARDED"));
    rows(other).body("items", empty());
  }

  /** Derived from the contract: another carrier's extract is not there. */
  @TestFactory
  Stream<DynamicTest> anotherCarriersExtractIsNotFound() {
    String id = draft("CMS_MONTHLY", "2026-04").extract().path("id");
    return Contract.get().operations().stream()
        .filter(o -> o.path().contains("{extractId}"))
        .flatMap(
            o ->
                ((List<?>) o.body().get("x-roles"))
                    .stream()
                        .map(name -> Role.valueOf(name.toString()))
                        .map(
                            role ->
                                DynamicTest.dynamicTest(
                                    o.id() + " as another's " + role,
                                    () ->
                                        assertThat(
                                                api.as(crowd.someone(role))
                                                    .noContentType()
                                                    .header("If-Match", "\"1\"")
                                                    .request(
                                                        o.method().toUpperCase(),
                                                        o.path().replace("{extractId}", id))
                                                    .statusCode())
                                            .isEqualTo(404))));
  }

  private UUID told(Kind kind, LocalDateTime at) {
    UUID id = incidents.record(reporter, carrier, kind);
    incidents.disclose(reporter, id, 1, carrier, kind, at);
    return id;
  }

  private void followUp(UUID incident, int revision) {
    incidents.revise(reporter, incident, revision, carrier, ORDINARY.harmful());
    incidents.disclose(
        reporter,
        incident,
        revision,
        carrier,
        ORDINARY.harmful(),
        LocalDateTime.of(2026, 4, 20, 9, 0));
  }

  private ValidatableResponse draft(String kind, String period) {
    return api.as(analyst)
        .contentType("application/json")
        .body("{\"kind\": \"%s\", \"period\": \"%s\"}".formatted(kind, period))
        .post("/v1/extracts")
        .then();
  }

  private ValidatableResponse rows(String id) {
    return api.as(analyst).get("/v1/extracts/" + id + "/rows").then().statusCode(200);
  }

  private ValidatableResponse step(TestUser person, String id, int version, String action) {
    return api.as(person)
        .noContentType()
        .header("If-Match", "\"" + version + "\"")
        .post("/v1/extracts/" + id + "/" + action)
        .then();
  }

  private byte[] download(String id, String format) {
    return api.as(reviewer).get("/v1/extracts/" + id + "/export?format=" + format).asByteArray();
  }
}
