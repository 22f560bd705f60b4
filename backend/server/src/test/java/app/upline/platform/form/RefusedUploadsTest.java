package app.upline.platform.form;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import app.upline.identity.Role;
import app.upline.testing.Contract;
import app.upline.testing.Contract.Operation;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What people send in a form is nowhere when it is refused, whatever refuses it: not in a file and
 * not in memory.
 */
@Tag("engine")
@Tag("above-the-database")
@MicronautTest(transactional = false)
class RefusedUploadsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int LOOKED_AT = 64 * 1024;

  /** Stands for personal data. */
  private final String canary = "CANARY-" + UUID.randomUUID();

  private final Instant begun = Instant.now().minusSeconds(1);

  @Inject EmbeddedServer server;
  @Inject TestUsers crowd;
  @Inject FormMemory memory;

  private final Map<Role, TestUser> people = new EnumMap<>(Role.class);

  @BeforeEach
  void everybody() {
    if (people.isEmpty()) {
      Stream.of(Role.values()).forEach(role -> people.put(role, crowd.someone(role)));
    }
  }

  /** What is wrong with a form, and what is answered. */
  private record Refusal(int status, Consumer<RequestSpecification> form) {}

  private Map<String, Refusal> refusals() {
    Map<String, Refusal> refusals = new LinkedHashMap<>();
    refusals.put("an unknown part", new Refusal(400, form -> file(form).multiPart("mod", "x")));
    refusals.put("a second file", new Refusal(400, form -> file(file(form))));
    refusals.put("a file without a name", new Refusal(400, this::nameless));
    refusals.put("a file that is a text", new Refusal(400, form -> form.multiPart("file", canary)));
    refusals.put(
        "a key that is none", new Refusal(400, form -> file(form).header("Idempotency-Key", "x")));
    refusals.put(
        "an unknown parameter", new Refusal(400, form -> file(form).queryParam("color", "red")));
    refusals.put(
        "a header that is too long",
        new Refusal(400, form -> file(form).header("If-Match", "\"" + "1".repeat(300) + "\"")));
    refusals.put(
        "text that is no UTF-8",
        new Refusal(
            400,
            form -> file(form).multiPart("note", null, new byte[] {(byte) 0xff}, "text/plain")));
    refusals.put(
        "nothing that is taken", new Refusal(406, form -> file(form).accept("image/webp")));
    refusals.put(
        "more than is taken",
        new Refusal(413, form -> form.multiPart("file", "a.csv", new byte[13 << 20])));
    return refusals;
  }

  @TestFactory
  Stream<DynamicTest> nothingStaysOfAFormThatIsRefused() {
    return forms()
        .flatMap(
            operation ->
                refusals().entrySet().stream()
                    .filter(refusal -> applies(refusal.getKey(), operation))
                    .map(
                        refusal ->
                            DynamicTest.dynamicTest(
                                operation.id() + " with " + refusal.getKey(),
                                () -> refused(operation, refusal.getValue()))));
  }

  @TestFactory
  Stream<DynamicTest> nothingStaysOfAFormOfSomebodyWhoMayNotSendIt() {
    return forms()
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.id(),
                    () -> {
                      long before = memory.held();
                      assertThat(send(operation, null, this::file).statusCode()).isEqualTo(401);
                      people.values().stream()
                          .filter(person -> !mayCall(operation, person))
                          .forEach(
                              person ->
                                  assertThat(send(operation, person, this::file).statusCode())
                                      .isEqualTo(403));
                      nothingIsLeft(before);
                    }));
  }

  /** A part for each that takes a code or a number, with what is neither. */
  @TestFactory
  Stream<DynamicTest> nothingStaysWhereThePartBesideTheFileIsWrong() {
    return forms()
        .flatMap(
            operation ->
                Contract.get().form(operation).entrySet().stream()
                    .filter(part -> isTyped(part.getValue()))
                    .map(
                        part ->
                            DynamicTest.dynamicTest(
                                operation.id() + " " + part.getKey(),
                                () ->
                                    refused(
                                        operation,
                                        new Refusal(
                                            400,
                                            form ->
                                                file(form).multiPart(part.getKey(), "nothing"))))));
  }

  /** Where the file comes through to its reader, and is no workbook, or for a missing thing. */
  @TestFactory
  Stream<DynamicTest> nothingStaysOfAFileThatIsNotWanted() {
    return forms()
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.id(),
                    () -> {
                      Response response =
                          send(operation, caller(operation), form -> sound(operation, file(form)));
                      assertThat(response.statusCode()).isIn(404, 412, 422, 428);
                      nothingIsLeft(0);
                    }));
  }

  @TestFactory
  Stream<DynamicTest> nothingStaysOfAFormThatIsCutShort() {
    return forms()
        .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> cutShort(operation)));
  }

  @Test
  void whatThereIsNoRoomForNowIsTakenALittleLater() {
    TestUser reporter = people.get(Role.AGENCY_REPORTER);
    Operation upload = forms().filter(form -> mayCall(form, reporter)).findFirst().orElseThrow();
    long half = Runtime.getRuntime().maxMemory() / 8;
    memory.take("one", half);
    memory.take("another", half - 10);
    try {
      send(upload, reporter, this::file)
          .then()
          .statusCode(503)
          .body("type", equalTo("urn:upline:problem:unavailable"))
          .header("Retry-After", Integer::parseInt, greaterThan(0));
    } finally {
      memory.giveBack("one", half);
      memory.giveBack("another", half - 10);
    }
    assertThat(send(upload, reporter, this::file).statusCode()).isLessThan(500);
    nothingIsLeft(0);
  }

  @Test
  void whoeverMistypesAPartIsToldTheNearest() {
    TestUser reporter = people.get(Role.AGENCY_REPORTER);
    Operation upload =
        forms().filter(form -> form.id().equals("importRelationships")).findFirst().orElseThrow();
    send(
            upload,
            reporter,
            form -> file(form).multiPart("mod", "COMMIT").multiPart("mode", "COMMIT"))
        .then()
        .statusCode(400)
        .body("errors.pointer", equalTo(List.of("/mod")))
        .body("errors.code", equalTo(List.of("UNKNOWN_PART")))
        .body("errors[0].message", containsString("“mode”"));
  }

  private static boolean applies(String refusal, Operation operation) {
    return switch (refusal) {
      case "a key that is none" -> operation.takes("header", "Idempotency-Key");
      case "a header that is too long" -> operation.takes("header", "If-Match");
      default -> true;
    };
  }

  private void refused(Operation operation, Refusal refusal) {
    long before = memory.held();
    Response response = send(operation, caller(operation), refusal.form());
    assertThat(response.statusCode()).isEqualTo(refusal.status());
    nothingIsLeft(before);
  }

  private void cutShort(Operation operation) throws Exception {
    String body =
        "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
            + (canary + "\r\n").repeat(20_000);
    try (Socket socket = new Socket(server.getHost(), server.getPort());
        OutputStream out = socket.getOutputStream()) {
      out.write(head(operation, body.length() * 2).getBytes(ISO_8859_1));
      out.write(body.getBytes(ISO_8859_1));
      out.flush();
      awaitUntil(() -> memory.held() > 0);
    }
    awaitUntil(() -> memory.held() == 0);
    nothingIsLeft(0);
  }

  private String head(Operation operation, int length) {
    return """
    POST %s HTTP/1.1
    Host: localhost
    Authorization: Bearer %s
    If-Match: "1"
    Content-Type: multipart/form-data; boundary=cut
    Content-Length: %d

    """
        .formatted(path(operation), caller(operation).accessToken(), length)
        .replace("\n", "\r\n");
  }

  private void nothingIsLeft(long held) {
    try {
      awaitUntil(() -> memory.held() == held);
      assertThat(filesWithTheCanary()).isEmpty();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Wherever the process may put files: the temporary folder and all beneath it. */
  private List<Path> filesWithTheCanary() throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        Path.of(System.getProperty("java.io.tmpdir")),
        Set.of(),
        2,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()
                && attributes.lastModifiedTime().toInstant().isAfter(begun)
                && beginning(file).contains(canary)) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            return FileVisitResult.CONTINUE; // somebody else's, or gone
          }
        });
    return found;
  }

  private static String beginning(Path file) {
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(LOOKED_AT), ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  private Response send(Operation operation, TestUser person, Consumer<RequestSpecification> form) {
    RequestSpecification request =
        given().baseUri(server.getURL().toString()).header("If-Match", "\"1\"");
    if (person != null) {
      request.auth().oauth2(person.accessToken());
    }
    form.accept(request);
    return request.request(operation.method().toUpperCase(), path(operation));
  }

  private RequestSpecification file(RequestSpecification request) {
    return request.multiPart("file", "a.csv", canary.getBytes(UTF_8), "text/csv");
  }

  private void nameless(RequestSpecification request) {
    request.multiPart(
        new MultiPartSpecBuilder(canary.getBytes(UTF_8))
            .controlName("file")
            .emptyFileName()
            .build());
  }

  private static void sound(Operation operation, RequestSpecification request) {
    if (Contract.get().form(operation).containsKey("kind")) {
      request.multiPart("kind", "OTHER");
    }
  }

  private static String path(Operation operation) {
    return operation.path().replaceAll("\\{\\w+}", UUID.randomUUID().toString());
  }

  private TestUser caller(Operation operation) {
    return people.values().stream()
        .filter(person -> mayCall(operation, person))
        .findFirst()
        .orElseThrow();
  }

  private static boolean mayCall(Operation operation, TestUser person) {
    return ((List<?>) operation.body().get("x-roles")).contains(person.role().name());
  }

  private static boolean isTyped(Map<String, Object> schema) {
    return schema.containsKey("enum")
        || "integer".equals(schema.get("type"))
        || "uuid".equals(schema.get("format"));
  }

  private static Stream<Operation> forms() {
    List<Operation> forms =
        Contract.get().operations().stream()
            .filter(operation -> !Contract.get().form(operation).isEmpty())
            .toList();
    assertThat(forms).hasSizeGreaterThan(5);
    return forms.stream();
  }

  /** Something that will be so soon. */
  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void awaitUntil(Condition condition) throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      assertThat(System.nanoTime()).as("still waiting after %s", PATIENCE).isLessThan(end);
      Thread.sleep(20);
    }
  }
}
