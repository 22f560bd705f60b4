package app.upline.platform.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import app.upline.identity.Role;
import app.upline.testing.Contract;
import app.upline.testing.Contract.Operation;
import app.upline.testing.FreshBody;
import app.upline.testing.TestWorld;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every operation, asked as the usual clients ask: RFC 9110, sections 12.5.1 and 8.3. */
@Tag("engine")
@Tag("above-the-database")
@MicronautTest(transactional = false)
@Property(name = "upline.rates.caller", value = "1000000")
@Property(name = "upline.rates.source", value = "1000000")
class NegotiationTest {
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  /** What takes anything, in the words of those who ask. */
  private static final List<String> CLIENTS =
      List.of(
          "application/json, text/plain, */*",
          "*/*",
          "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
          "application/json;q=0.9, */*;q=0.1",
          "text/*;q=0.3, */*;q=0.001",
          "*/*; q=0.5; charset=utf-8",
          "nonsense, */*",
          "nonsense");

  @Inject EmbeddedServer server;
  @Inject TestWorld world;

  private TestWorld.Inhabited inhabited;

  @BeforeEach
  void inhabit() {
    if (inhabited == null) {
      inhabited = world.inhabited();
    }
  }

  @TestFactory
  Stream<DynamicTest> whoTakesAnythingGetsAnAnswerOfADeclaredType() {
    return readings()
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.id(),
                    () -> {
                      Response without = call(operation, null);
                      List<String> accepted = new ArrayList<>(CLIENTS);
                      accepted.addAll(families(operation));
                      for (String accept : accepted) {
                        Response response = call(operation, accept);
                        assertThat(response.statusCode())
                            .as(accept)
                            .isEqualTo(without.statusCode());
                        assertThat(types(operation, response.statusCode()))
                            .as(accept)
                            .contains(response.contentType());
                      }
                    }));
  }

  @TestFactory
  Stream<DynamicTest> whoTakesNothingThatIsOfferedIsToldSo() {
    return readings()
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.id(),
                    () -> {
                      refused(call(operation, "image/webp"));
                      String none =
                          types(operation, 200).stream()
                              .map(type -> type + ";q=0")
                              .collect(Collectors.joining(", "));
                      refused(call(operation, none + ", */*;q=0"));
                      refused(call(operation, none + ", image/*"));
                    }));
  }

  @Test
  void aTableIsInTheFormatThatIsWantedMost() {
    table(null, XLSX + ";q=0.2, text/csv;q=0.9").header("Content-Type", "text/csv");
    table(null, "text/csv, " + XLSX).header("Content-Type", XLSX);
    table(null, "text/csv;q=0, */*").header("Content-Type", XLSX);
    table(null, "text/*").header("Content-Type", "text/csv");
    table("CSV", XLSX).header("Content-Type", "text/csv");
    table("CSV", "application/json").header("Content-Type", "text/csv");
    table(null, "*/*").header("Vary", containsString("Accept"));
  }

  @Test
  void aPatchOfAnotherTypeIsToldWhichIsTaken() {
    as(Role.AGENCY_REPORTER)
        .header("If-Match", "*")
        .header("Content-Type", "application/json")
        .body("{}")
        .patch("/v1/relationships/" + inhabited.things().get("relationshipId"))
        .then()
        .statusCode(415)
        .header("Accept-Patch", "application/merge-patch+json")
        .body("detail", containsString("application/merge-patch+json"));
  }

  @Test
  void aBodyPackedAsWeDoNotUnderstandIsRefused() {
    for (String coding : List.of("br", "zstd", "compress", "gzip, br", "nonsense")) {
      as(Role.AGENCY_REPORTER)
          .header("Content-Type", "application/json")
          .header("Content-Encoding", coding)
          .body("{}")
          .post("/v1/relationships")
          .then()
          .statusCode(415)
          .header("Accept-Encoding", "gzip, deflate");
    }
  }

  @Test
  void aBodyPackedWithGzipIsReadAndCountedAsItIs() throws IOException {
    packed("{\"color\": 1}".getBytes(StandardCharsets.UTF_8))
        .then()
        .statusCode(400)
        .body("errors[0].pointer", containsString("/color"));
    assertThat(packed(new byte[64 << 20]).statusCode()).isEqualTo(413);
  }

  @Test
  void aBodyThatIsNotPackedAsItSaysIsTheCallersToMend() throws IOException {
    byte[] plain = "{\"color\": 1}".getBytes(StandardCharsets.UTF_8);
    byte[] whole = gzip(plain);
    Map<String, byte[]> bodies = new LinkedHashMap<>();
    bodies.put("not packed at all", plain);
    bodies.put("another method", changed(whole, 2));
    bodies.put("flags that are reserved", changed(whole, 3));
    bodies.put("content", changed(whole, 12));
    bodies.put("checksum", changed(whole, whole.length - 8));
    bodies.put("length", changed(whole, whole.length - 1));
    bodies.put("cut off in its header", Arrays.copyOf(whole, 5));
    bodies.put("cut off in its content", Arrays.copyOf(whole, 15));
    bodies.forEach(
        (name, body) ->
            assertThat(sent("gzip", body).statusCode()).as("gzip: %s", name).isEqualTo(400));
    assertThat(sent("deflate", plain).statusCode()).as("deflate").isEqualTo(400);
    assertThat(sent("snappy", plain).statusCode()).as("snappy").isEqualTo(415);
  }

  private static byte[] changed(byte[] whole, int place) {
    byte[] other = whole.clone();
    other[place] ^= (byte) 0xFF;
    return other;
  }

  private Response packed(byte[] body) throws IOException {
    return sent("gzip", gzip(body));
  }

  private static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(body);
    }
    return packed.toByteArray();
  }

  private Response sent(String coding, byte[] body) {
    return as(Role.AGENCY_REPORTER)
        .header("Content-Type", "application/json")
        .header("Content-Encoding", coding)
        .body(body)
        .post("/v1/relationships");
  }

  private io.restassured.response.ValidatableResponse table(String format, String accept) {
    RequestSpecification request = as(Role.AGENCY_REPORTER).header("Accept", accept);
    if (format != null) {
      request.queryParam("format", format);
    }
    return request.get("/v1/relationships/export").then().statusCode(200);
  }

  /** Such as {@code application/*}, for each type that an operation answers. */
  private static List<String> families(Operation operation) {
    return types(operation, 200).stream()
        .map(type -> type.substring(0, type.indexOf('/')) + "/*")
        .distinct()
        .toList();
  }

  /** Those of an answer, as the contract writes them. */
  @SuppressWarnings("unchecked")
  private static Set<String> types(Operation operation, int status) {
    Map<String, Object> responses = (Map<String, Object>) operation.body().get("responses");
    Object response = responses.get(String.valueOf(status));
    if (response == null) {
      return Set.of();
    }
    Map<String, Object> resolved = Contract.get().resolve((Map<String, Object>) response);
    return resolved.get("content") instanceof Map<?, ?> content
        ? ((Map<String, Object>) content).keySet()
        : Set.of();
  }

  private static void refused(Response response) {
    response.then().statusCode(406).contentType("application/problem+json");
  }

  /** Those that read and answer something, and need no more than an address. */
  private Stream<Operation> readings() {
    return Contract.get().operations().stream()
        .filter(operation -> operation.method().equals("get"))
        .filter(operation -> !types(operation, 200).isEmpty());
  }

  private Response call(Operation operation, String accept) {
    RequestSpecification request = plain();
    if (!operation.isAnonymous()) {
      request.auth().oauth2(inhabited.caller(operation).accessToken());
    }
    if (accept != null) {
      request.header("Accept", accept);
    }
    return request.get(FreshBody.path(operation, inhabited.things()));
  }

  private RequestSpecification as(Role role) {
    return plain().auth().oauth2(inhabited.people().get(role).accessToken());
  }

  private RequestSpecification plain() {
    EncoderConfig plain =
        EncoderConfig.encoderConfig()
            .appendDefaultContentCharsetToContentTypeIfUndefined(false)
            .encodeContentTypeAs("application/json", io.restassured.http.ContentType.TEXT);
    return given()
        .baseUri(server.getURL().toString())
        .config(RestAssuredConfig.config().encoderConfig(plain));
  }
}
