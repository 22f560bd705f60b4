package app.upline.attachment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import app.upline.agency.OrganisationRegistry;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.Crowd;
import app.upline.testing.Someone;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Files that are evidence: attached, disclosed with the incident, taken off. */
@Tag("engine")
@MicronautTest(transactional = false)
class AttachmentTest {

  private static final String INCIDENT =
      """
      {"carrierId": "%s", "kind": "VIOLATION", "beneficiaryInteraction": true, "subject": {"type": "AGENCY", "name": "Sunrise LLC"},
       "incidentDateUnknown": true, "discoveryDate": "2026-01-15", "state": "FL", "channel": "WEB", "source": "INTERNAL_AUDIT",
       "beneficiariesAffected": 0, "primaryCategory": "UNAPPROVED_MATERIAL", "potentialHarm": false, "enrollmentAffected": false,
       "description": "A page went live before it had been approved by the carrier."}
      """;
  private static final String STATEMENT =
      """
      {"wordingVersion": "v1", "title": "Compliance Officer", "accepted": true, "lateReason": "Found in an audit"}
      """;

  @Inject Api api;
  @Inject Crowd crowd;
  @Inject OrganisationRegistry organisations;

  private UUID agency;
  private UUID carrier;
  private Someone reporter;
  private Someone analyst;
  private String incident;

  @BeforeEach
  void anIncident() {
    agency = crowd.agency();
    carrier = crowd.carrier();
    organisations.contract(agency, carrier);
    reporter = crowd.someone(Role.AGENCY_REPORTER, agency);
    analyst = crowd.someone(Role.CARRIER_ANALYST, carrier);
    incident =
        api.as(reporter)
            .contentType("application/json")
            .body(INCIDENT.formatted(carrier))
            .post("/v1/incidents")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
  }

  @Test
  void aFileOfManyPiecesComesBackByteByByteUnderANameThatTellsNothing() throws Exception {
    byte[] recording = mp3(2_000_001);
    ValidatableResponse added =
        attach(1, recording, "Jane Doe 1EG4-TE5-MK73.exe", "CALL_RECORDING", "Minute 3 to 5")
            .statusCode(201)
            .header("ETag", "\"2\"")
            .body("mediaType", equalTo("audio/mpeg"))
            .body("bytes", equalTo(2_000_001))
            .body("sha256", equalTo(sha256(recording)));
    String location = added.extract().header("Location");
    String id = added.extract().path("id");
    api.as(reporter)
        .get("/v1/incidents/" + incident)
        .then()
        .body("revision", equalTo(2))
        .body("attachments.id", contains(id))
        .body("attachments.note", contains("Minute 3 to 5"));
    var download = api.as(reporter).get(location);
    assertThat(download.statusCode()).isEqualTo(200);
    assertThat(download.asByteArray()).isEqualTo(recording);
    assertThat(download.header("Content-Disposition"))
        .startsWith("attachment; filename=\"INC-")
        .endsWith(".mp3\"");
    assertThat(download.header("Cache-Control")).isEqualTo("no-store");
    assertThat(
            crowd.count(
                "select count(*) from kept_file_piece where file_id = ? and sealed like ?",
                id,
                "%Jane%"))
        .isZero();
    assertThat(crowd.count("select count(*) from kept_file_piece where file_id = ?", id))
        .isEqualTo(8);
  }

  @TestFactory
  Stream<DynamicTest> whatIsTakenIsKnownByItsContentAndTheRestRefused() {
    return Stream.of(
            Map.entry("an empty file", new byte[0]),
            Map.entry("a program", bytes("4d5a90000300000004000000ffff0000", 400)),
            Map.entry("a Linux program", bytes("7f454c4602010100", 400)),
            Map.entry("a ZIP", bytes("504b0304140000000800", 400)),
            Map.entry("an OLE2 document", bytes("d0cf11e0a1b11ae1", 600)),
            Map.entry(
                "a page", "<!DOCTYPE html><html><script>alert(1)</script></html>".getBytes(UTF_8)),
            Map.entry(
                "a picture that runs",
                "<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>"
                    .getBytes(UTF_8)),
            Map.entry("noise", noise(500)))
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getKey(),
                    () -> {
                      attach(1, file.getValue(), "letter.pdf", "CORRESPONDENCE", null)
                          .statusCode(422)
                          .body("errors[0].pointer", equalTo("/file"));
                      api.as(reporter)
                          .get("/v1/incidents/" + incident)
                          .then()
                          .body("revision", equalTo(1))
                          .body("attachments", empty());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> eachTypeOfTheContractIsTakenWhateverItIsCalled() {
    return Stream.of(
            Map.entry("application/pdf", "%PDF-1.7\n%âãÏÓ\n1 0 obj\n".getBytes(UTF_8)),
            Map.entry("image/png", bytes("89504e470d0a1a0a0000000d49484452", 200)),
            Map.entry("image/jpeg", bytes("ffd8ffe000104a46494600010101", 200)),
            Map.entry("image/tiff", bytes("49492a0008000000", 200)),
            Map.entry("text/plain", "The caller: “no, thank you”.\n".getBytes(UTF_8)),
            Map.entry("audio/mpeg", mp3(300)),
            Map.entry("audio/mp4", bytes("00000018667479704d344120000000006d7034326d703431", 300)),
            Map.entry("audio/vnd.wave", bytes("52494646f401000057415645666d7420", 300)))
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getKey(),
                    () -> {
                      int version = version();
                      attach(version, file.getValue(), "x.docx", "OTHER", null)
                          .statusCode(201)
                          .body("mediaType", equalTo(file.getKey()));
                    }));
  }

  @Test
  void aCarrierReadsWhatWasDisclosedToItAndNothingElse() {
    String first = attach(1, pdf("first"), "a.pdf", "CORRESPONDENCE", null).extract().path("id");
    api.as(analyst).get(path(first)).then().statusCode(404);
    disclose();
    String second =
        attach(version(), pdf("second"), "b.pdf", "CORRESPONDENCE", null).extract().path("id");
    api.as(analyst)
        .get("/v1/disclosed-incidents/" + incident)
        .then()
        .statusCode(200)
        .body("incident.attachments.id", contains(first));
    assertThat(api.as(analyst).get(path(first)).then().statusCode(200).extract().asByteArray())
        .isEqualTo(pdf("first"));
    api.as(analyst).get(path(second)).then().statusCode(404);
    Someone elsewhere = crowd.someone(Role.CARRIER_ANALYST, crowd.carrier());
    api.as(elsewhere).get(path(first)).then().statusCode(404);
    Someone stranger = crowd.someone(Role.AGENCY_REPORTER);
    api.as(stranger).get(path(first)).then().statusCode(404);
    api.as(crowd.someone(Role.CARRIER_AUDITOR, carrier))
        .get("/v1/audit-events?operation=getIncidentAttachment")
        .then()
        .statusCode(200)
        .body("items.outcome", contains("REFUSED", "SUCCEEDED", "REFUSED"));
  }

  @Test
  void whatWasNeverDisclosedIsErasedAndWhatWasStays() {
    String kept = attach(1, pdf("kept"), "a.pdf", "CORRESPONDENCE", null).extract().path("id");
    disclose();
    String erased =
        attach(version(), pdf("erased"), "b.pdf", "SCREENSHOT", null).extract().path("id");
    remove(version(), erased).statusCode(204);
    remove(version(), kept).statusCode(204);
    api.as(reporter).get("/v1/incidents/" + incident).then().body("attachments", empty());
    api.as(reporter).get(path(erased)).then().statusCode(404);
    assertThat(crowd.count("select count(*) from kept_file_piece where file_id = ?", erased))
        .isZero();
    api.as(reporter).get(path(kept)).then().statusCode(200);
    api.as(analyst).get(path(kept)).then().statusCode(200);
    remove(version(), kept).statusCode(404);
    api.as(reporter)
        .get("/v1/incidents/" + incident + "/differences?from=1&to=2")
        .then()
        .statusCode(200)
        .body("differences", hasSize(1))
        .body("differences[0].pointer", equalTo("/attachments/0"))
        .body("differences[0].after", containsString("SHA-256"));
  }

  @Test
  void whatIsTakenBackBeforeTheReviewIsClosedToTheCarrier() {
    String file = attach(1, pdf("wrong one"), "a.pdf", "OTHER", null).extract().path("id");
    String submission = disclose();
    api.as(analyst).get(path(file)).then().statusCode(200);
    api.as(crowd.someone(Role.AGENCY_ATTESTER, agency))
        .header("If-Match", "\"2\"")
        .contentType("application/json")
        .body("{\"message\": \"It was the wrong file.\"}")
        .post("/v1/submissions/" + submission + "/withdraw")
        .then()
        .statusCode(200);
    api.as(analyst).get(path(file)).then().statusCode(404);
  }

  @Test
  void theReceiptVouchesForTheContentOfTheFile() {
    attach(1, pdf("evidence"), "a.pdf", "CORRESPONDENCE", null).statusCode(201);
    String submission = disclose();
    String content =
        api.as(reporter)
            .get("/v1/submissions/" + submission + "/content")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(content).contains("\"sha256\":\"" + sha256(pdf("evidence")) + "\"");
  }

  @Test
  void anotherVersionAnotherFileUnderTheKeyAndATextWithPersonalDataAreRefused() {
    byte[] file = pdf("one");
    call(7, "key-of-seven")
        .multiPart("file", "a.pdf", file)
        .multiPart("kind", "OTHER")
        .post(attachments())
        .then()
        .statusCode(412);
    call(1, "key-of-attachment")
        .multiPart("file", "a.pdf", file)
        .multiPart("kind", "OTHER")
        .post(attachments())
        .then()
        .statusCode(201);
    call(1, "key-of-attachment")
        .multiPart("file", "a.pdf", file)
        .multiPart("kind", "OTHER")
        .post(attachments())
        .then()
        .statusCode(201);
    call(1, "key-of-attachment")
        .multiPart("file", "a.pdf", pdf("two"))
        .multiPart("kind", "OTHER")
        .post(attachments())
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:upline:problem:idempotency-key-reused"));
    attach(2, file, "a.pdf", "OTHER", "Call of 1EG4-TE5-MK73")
        .statusCode(422)
        .body("errors.pointer", contains("/note"))
        .body("errors[0].message", not(containsString("1EG4")));
    api.as(reporter).get("/v1/incidents/" + incident).then().body("attachments", hasSize(1));
    api.as(reporter)
        .header("If-Match", "\"2\"")
        .contentType("application/merge-patch+json")
        .body("{\"attachments\": []}")
        .patch("/v1/incidents/" + incident)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", startsWith("/attachments"));
  }

  @Test
  void anIncidentTakesTwentyFilesAndAFileTenMebibytes() {
    for (int i = 1; i <= 20; i++) {
      attach(i, pdf("file " + i), "a.pdf", "OTHER", null).statusCode(201);
    }
    attach(21, pdf("one more"), "a.pdf", "OTHER", null)
        .statusCode(422)
        .body("errors[0].code", equalTo("TOO_MANY"));
    assertThat(crowd.count("select count(*) from kept_file where agency_id = ?", agency.toString()))
        .isEqualTo(20);
    attach(21, mp3(10 * 1024 * 1024 + 1), "a.mp3", "CALL_RECORDING", null)
        .statusCode(413)
        .body("type", equalTo("urn:upline:problem:body-too-large"));
  }

  private ValidatableResponse attach(
      int version, byte[] file, String name, String kind, String note) {
    var call = call(version, null).multiPart("file", name, file).multiPart("kind", kind);
    if (note != null) {
      call.multiPart("note", note);
    }
    return call.post(attachments()).then();
  }

  private io.restassured.specification.RequestSpecification call(int version, String key) {
    var call = api.as(reporter).header("If-Match", "\"" + version + "\"");
    return key == null ? call : call.header("Idempotency-Key", key);
  }

  private ValidatableResponse remove(int version, String attachment) {
    return api.as(reporter)
        .header("If-Match", "\"" + version + "\"")
        .delete(path(attachment))
        .then();
  }

  private String attachments() {
    return "/v1/incidents/" + incident + "/attachments";
  }

  private String path(String attachment) {
    return attachments() + "/" + attachment;
  }

  private int version() {
    String tag = api.as(reporter).get("/v1/incidents/" + incident).header("ETag");
    return Integer.parseInt(tag.replace("\"", ""));
  }

  /** Discloses the incident as it is now. */
  private String disclose() {
    String submission =
        api.as(reporter)
            .contentType("application/json")
            .body("{\"carrierId\": \"%s\", \"kind\": \"INCIDENTS\"}".formatted(carrier))
            .post("/v1/submissions")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    api.as(crowd.someone(Role.AGENCY_ATTESTER, agency))
        .header("If-Match", "\"1\"")
        .contentType("application/json")
        .body(STATEMENT)
        .post("/v1/submissions/" + submission + "/submit")
        .then()
        .statusCode(200);
    return submission;
  }

  private static byte[] pdf(String text) {
    return ("%PDF-1.7\n" + text + "\n%%EOF\n").getBytes(UTF_8);
  }

  private static byte[] mp3(int length) {
    byte[] file = noise(length);
    byte[] tag = {'I', 'D', '3', 4, 0, 0};
    System.arraycopy(tag, 0, file, 0, tag.length);
    return file;
  }

  private static byte[] noise(int length) {
    byte[] bytes = new byte[length];
    new Random(length).nextBytes(bytes);
    return bytes;
  }

  private static byte[] bytes(String hex, int length) {
    byte[] start = HexFormat.of().parseHex(hex);
    byte[] file = new byte[length];
    System.arraycopy(start, 0, file, 0, start.length);
    return file;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
