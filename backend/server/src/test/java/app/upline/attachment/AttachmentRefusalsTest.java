package app.upline.attachment;

import static app.upline.attachment.AttachmentClient.mp3;
import static app.upline.attachment.AttachmentClient.noise;
import static app.upline.attachment.AttachmentClient.pdf;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What is taken as evidence, what is not, and that nothing is left of what is not. */
@Tag("engine")
@MicronautTest(transactional = false)
class AttachmentRefusalsTest {

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject OrganizationRegistry organizations;

  private TestUser reporter;
  private AttachmentClient desk;

  @BeforeEach
  void anIncident() {
    UUID carrier = crowd.carrier();
    reporter = crowd.someone(Role.AGENCY_REPORTER);
    organizations.contract(reporter.organizationId(), carrier);
    desk = AttachmentClient.of(api, reporter, carrier);
  }

  @TestFactory
  Stream<DynamicTest> whatIsTakenIsKnownByItsContentAndTheRestRefused() {
    return Stream.of(
            Map.entry("an empty file", new byte[0]),
            Map.entry("a program", bytes("4d5a90000300000004000000ffff0000", 400)),
            Map.entry("a Linux program", bytes("7f454c4602010100", 400)),
            Map.entry("a ZIP", bytes("504b0304140000000800", 400)),
            Map.entry("an OLE2 document", bytes("d0cf11e0a1b11ae1", 600)),
            Map.entry("a page", text("<!DOCTYPE html><html><script>alert(1)</script></html>")),
            Map.entry(
                "a picture that runs",
                text("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>")),
            Map.entry("noise", noise(500)))
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getKey(),
                    () -> {
                      desk.attach(1, file.getValue(), "letter.pdf", "CORRESPONDENCE", null)
                          .statusCode(422)
                          .body("errors[0].pointer", equalTo("/file"));
                      desk.read().body("revision", equalTo(1)).body("attachments", empty());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> eachTypeOfTheContractIsTakenWhateverItIsCalled() {
    return Stream.of(
            Map.entry("application/pdf", pdf("")),
            Map.entry("image/png", bytes("89504e470d0a1a0a0000000d49484452", 200)),
            Map.entry("image/jpeg", bytes("ffd8ffe000104a46494600010101", 200)),
            Map.entry("image/tiff", bytes("49492a0008000000", 200)),
            Map.entry("text/plain", text("The caller: “no, thank you”.\n")),
            Map.entry("audio/mpeg", mp3(300)),
            Map.entry("audio/mp4", bytes("00000018667479704d344120000000006d7034326d703431", 300)),
            Map.entry("audio/vnd.wave", bytes("52494646f401000057415645666d7420", 300)))
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getKey(),
                    () ->
                        desk.attach(desk.version(), file.getValue(), "x.docx", "OTHER", null)
                            .statusCode(201)
                            .body("mediaType", equalTo(file.getKey()))));
  }

  @Test
  void anotherVersionAnotherFileUnderTheKeyAndAPatchAreRefused() {
    desk.attach(7, pdf("one"), "a.pdf", "OTHER", null).statusCode(412);
    assertThat(keyed(pdf("one"))).isEqualTo(201);
    assertThat(keyed(pdf("one"))).isEqualTo(201);
    assertThat(keyed(pdf("two"))).isEqualTo(422);
    desk.read().body("attachments", hasSize(1));
    desk.seeing(2)
        .contentType("application/merge-patch+json")
        .body("{\"attachments\": []}")
        .patch("/v1/incidents/" + desk.incident())
        .then()
        .statusCode(400)
        .body("errors[0].pointer", startsWith("/attachments"));
  }

  @Test
  void aNoteIsAFewWordsOfTextAndNobodysData() {
    desk.attach(1, pdf("one"), "a.pdf", "OTHER", "x".repeat(10_000))
        .statusCode(400)
        .body("errors.pointer", contains("/note"));
    for (String note : List.of("a\u0007b", "a\u0000b", "not \uFFFD text")) {
      desk.attach(1, pdf("one"), "a.pdf", "OTHER", note)
          .statusCode(422)
          .body("errors.pointer", contains("/note"));
    }
    for (String note : List.of("Call of 1EG4-TE5-MK73", "Call 305-555-0142")) {
      desk.attach(1, pdf("one"), "a.pdf", "OTHER", note)
          .statusCode(422)
          .body("errors.code", contains("PERSONAL_DATA_REFUSED"))
          .body("errors[0].message", not(containsString(note)));
    }
    desk.read().body("attachments", empty());
    desk.attach(1, pdf("one"), "O'Neil 😀.pdf", "OTHER", "  O’Neil's   letter 😀 ")
        .statusCode(201)
        .body("note", equalTo("O’Neil's letter 😀"));
  }

  /** A stray quotation mark makes the decoder run out of its arrays. */
  @Test
  void aFormWhosePartsCannotBeToldApartIsTheCallersFault() throws Exception {
    String body =
        "--X\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"; drop\"\r\n\r\ntext\r\n--X--\r\n";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(api.url() + desk.attachments()))
            .header("Authorization", "Bearer " + reporter.accessToken())
            .header("If-Match", "\"1\"")
            .header("Content-Type", "multipart/form-data; boundary=X")
            .POST(HttpRequest.BodyPublishers.ofString(body, ISO_8859_1))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("urn:upline:problem:malformed-request");
    }
  }

  @Test
  void ofTwoAtOnceOneIsTakenAndTheOtherLeavesNothing() throws Exception {
    Callable<Integer> attach =
        () -> desk.attach(1, mp3(600_000), "a.mp3", "OTHER", null).extract().statusCode();
    try (ExecutorService two = Executors.newFixedThreadPool(2)) {
      List<Integer> answers =
          two.invokeAll(List.of(attach, attach)).stream()
              .map(AttachmentRefusalsTest::done)
              .sorted()
              .toList();
      assertThat(answers).containsExactly(201, 412);
    }
    assertThat(keptFiles()).isEqualTo(1);
  }

  @Test
  void anIncidentTakesTwentyFilesAndAFileTenMebibytes() {
    for (int i = 1; i <= 20; i++) {
      desk.attach(i, pdf("file " + i), "a.pdf", "OTHER", null).statusCode(201);
    }
    desk.attach(21, pdf("one more"), "a.pdf", "OTHER", null)
        .statusCode(422)
        .body("errors[0].code", equalTo("TOO_MANY"));
    assertThat(keptFiles()).isEqualTo(20);
    desk.attach(21, mp3(10 * 1024 * 1024 + 1), "a.mp3", "CALL_RECORDING", null)
        .statusCode(413)
        .body("type", equalTo("urn:upline:problem:body-too-large"));
  }

  private int keyed(byte[] file) {
    return desk.seeing(1)
        .header("Idempotency-Key", "key-of-" + desk.incident())
        .multiPart("file", "a.pdf", file)
        .multiPart("kind", "OTHER")
        .post(desk.attachments())
        .statusCode();
  }

  private long keptFiles() {
    return crowd.count(
        "select count(*) from stored_file where organization_id = ?", reporter.organizationId());
  }

  private static int done(Future<Integer> answer) {
    try {
      return answer.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] bytes(String hex, int length) {
    byte[] start = HexFormat.of().parseHex(hex);
    byte[] file = new byte[length];
    System.arraycopy(start, 0, file, 0, start.length);
    return file;
  }
}
