package app.upline.attachment;

import static app.upline.attachment.AttachmentClient.mp3;
import static app.upline.attachment.AttachmentClient.pdf;
import static app.upline.attachment.AttachmentClient.sha256;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestSubmissions;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Files that are evidence: attached, disclosed with the incident, taken off. */
@Tag("engine")
@MicronautTest(transactional = false)
class AttachmentTest {

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject OrganizationRegistry organizations;
  @Inject TestSubmissions submitting;

  private UUID agency;
  private UUID carrier;
  private TestUser reporter;
  private TestUser analyst;
  private AttachmentClient desk;

  @BeforeEach
  void anIncident() {
    agency = crowd.agency();
    carrier = crowd.carrier();
    organizations.contract(agency, carrier);
    reporter = crowd.someone(Role.AGENCY_REPORTER, agency);
    analyst = crowd.someone(Role.CARRIER_ANALYST, carrier);
    desk = AttachmentClient.of(api, reporter, carrier);
  }

  @Test
  void aFileOfManyPiecesComesBackByteByByteUnderANameThatTellsNothing() {
    byte[] recording = mp3(2_000_001);
    ValidatableResponse added =
        desk.attach(1, recording, "Jane Doe 1EG4-TE5-MK73.exe", "CALL_RECORDING", "Minute 3 to 5")
            .statusCode(201)
            .header("ETag", "\"2\"")
            .body("mediaType", equalTo("audio/mpeg"))
            .body("bytes", equalTo(2_000_001))
            .body("sha256", equalTo(sha256(recording)));
    String id = added.extract().path("id");
    desk.read()
        .body("revision", equalTo(2))
        .body("attachments.id", contains(id))
        .body("attachments.note", contains("Minute 3 to 5"));
    var download = api.as(reporter).get(added.extract().header("Location"));
    assertThat(download.statusCode()).isEqualTo(200);
    assertThat(download.asByteArray()).isEqualTo(recording);
    assertThat(download.header("Content-Disposition"))
        .startsWith("attachment; filename=\"INC-")
        .endsWith(".mp3\"");
    assertThat(download.header("Cache-Control")).isEqualTo("no-store");
    assertThat(pieces(id)).isEqualTo(8);
  }

  @Test
  void aCarrierReadsWhatWasDisclosedToItAndNothingElse() {
    String first = desk.attached(pdf("first"));
    get(analyst, first).statusCode(404);
    submitting.incidents(agency, carrier);
    String second = desk.attached(pdf("second"));
    api.as(analyst)
        .get("/v1/disclosed-incidents/" + desk.incident())
        .then()
        .statusCode(200)
        .body("incident.attachments.id", contains(first));
    assertThat(get(analyst, first).statusCode(200).extract().asByteArray()).isEqualTo(pdf("first"));
    get(analyst, second).statusCode(404);
    get(crowd.someone(Role.CARRIER_ANALYST, crowd.carrier()), first).statusCode(404);
    get(crowd.someone(Role.AGENCY_REPORTER), first).statusCode(404);
    api.as(crowd.someone(Role.CARRIER_AUDITOR, carrier))
        .get("/v1/audit-events?operation=downloadIncidentAttachment")
        .then()
        .statusCode(200)
        .body("items.outcome", contains("REFUSED", "SUCCEEDED", "REFUSED"));
  }

  @Test
  void whatWasNeverDisclosedIsErasedAndWhatWasStays() {
    String kept = desk.attached(pdf("kept"));
    submitting.incidents(agency, carrier);
    String erased = desk.attached(pdf("erased"));
    desk.remove(erased).statusCode(204);
    desk.remove(kept).statusCode(204);
    desk.read().body("attachments", empty());
    get(reporter, erased).statusCode(404);
    assertThat(pieces(erased)).isZero();
    get(reporter, kept).statusCode(200);
    get(analyst, kept).statusCode(200);
    desk.remove(kept).statusCode(404);
    api.as(reporter)
        .get("/v1/incidents/" + desk.incident() + "/differences?fromRevision=1&toRevision=2")
        .then()
        .statusCode(200)
        .body("differences", hasSize(1))
        .body("differences[0].pointer", equalTo("/attachments/0"))
        .body("differences[0].after", containsString("SHA-256"));
  }

  @Test
  void whatIsTakenBackBeforeTheReviewIsClosedToTheCarrier() {
    String file = desk.attached(pdf("wrong one"));
    String submission = submitting.incidents(agency, carrier);
    get(analyst, file).statusCode(200);
    api.as(crowd.someone(Role.AGENCY_ATTESTER, agency))
        .header("If-Match", "\"2\"")
        .contentType("application/json")
        .body("{\"message\": \"It was the wrong file.\"}")
        .post("/v1/submissions/" + submission + "/withdraw")
        .then()
        .statusCode(200);
    get(analyst, file).statusCode(404);
  }

  @Test
  void theReceiptVouchesForTheContentOfTheFile() {
    desk.attached(pdf("evidence"));
    String submission = submitting.incidents(agency, carrier);
    String content =
        api.as(reporter)
            .get("/v1/submissions/" + submission + "/content")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(content).contains("\"sha256\":\"" + sha256(pdf("evidence")) + "\"");
  }

  private ValidatableResponse get(TestUser person, String attachment) {
    return api.as(person).get(desk.path(attachment)).then();
  }

  private long pieces(String attachment) {
    return crowd.count(
        "select count(*) from stored_file_chunk where file_id = ?", UUID.fromString(attachment));
  }
}
