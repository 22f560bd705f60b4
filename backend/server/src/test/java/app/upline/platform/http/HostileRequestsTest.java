package app.upline.platform.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import app.upline.identity.Role;
import app.upline.testing.Contract;
import app.upline.testing.Contract.Operation;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Requests made to be misunderstood: each is refused in the problem format, and none fails. */
@Tag("engine")
@Tag("above-the-database")
@MicronautTest(transactional = false)
class HostileRequestsTest {

  private static final String GOOD = "{\"legalName\": \"Keystone\"}";

  @Inject EmbeddedServer server;
  @Inject TestUsers crowd;

  private TestUser reporter;

  @BeforeEach
  void signIn() {
    if (reporter == null) {
      reporter = crowd.someone(Role.AGENCY_REPORTER);
    }
  }

  @Test
  void aMemberThatIsThereTwiceIsRefusedWithItsPlace() {
    malformed("{\"contact\": {\"name\": \"A B\", \"name\": \"C D\"}}")
        .body("errors[0].pointer", equalTo("/contact/name"))
        .body("errors[0].code", equalTo("DUPLICATE_MEMBER"));
  }

  @Test
  void halfOfASurrogatePairIsRefusedWithItsPlace() {
    malformed("{\"legalName\": \"half \\ud83d of it\"}")
        .body("errors[0].pointer", equalTo("/legalName"))
        .body("errors[0].code", equalTo("INVALID_TEXT"));
  }

  @Test
  void aValueOfAnotherTypeIsRefusedWithItsPlaceAndNotInterpreted() {
    String draft = "{\"carrierId\": 7, \"scope\": \"SELECTED\", \"relationshipIds\": \"all\"}";
    asIs()
        .auth()
        .oauth2(reporter.accessToken())
        .header("Content-Type", "application/json")
        .body(draft)
        .post("/v1/submissions")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/relationshipIds"));
    TestUser attester = crowd.someone(Role.AGENCY_ATTESTER);
    asIs()
        .auth()
        .oauth2(attester.accessToken())
        .header("Content-Type", "application/json")
        .header("If-Match", "\"1\"")
        .body("{\"wordingVersion\": 1, \"title\": \"Officer\", \"accepted\": \"no\"}")
        .post("/v1/submissions/" + UUID.randomUUID() + "/submit")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItems("/wordingVersion", "/accepted"));
  }

  @Test
  void nothingMayFollowTheValue() {
    malformed(GOOD + " {}");
    malformed(GOOD + " and so on");
  }

  @Test
  void onlyUtf8IsRead() {
    for (String name : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32")) {
      malformed(GOOD.getBytes(Charset.forName(name)));
    }
    malformed(new byte[] {'"', (byte) 0xC0, (byte) 0xAF, '"'});
  }

  @Test
  void aByteOrderMarkIsPassedOver() {
    send(("\uFEFF" + GOOD).getBytes(StandardCharsets.UTF_8)).statusCode(422);
  }

  @Test
  void nulAndOtherControlsAreRefused() {
    malformed("{\"legalName\": \"a\u0000b\"}");
    send("{\"legalName\": \"a\\u0000b\"}".getBytes(StandardCharsets.UTF_8)).statusCode(422);
  }

  @Test
  void aBodyFullerThanAnyOfTheContractIsRefusedWithOneFault() {
    malformed(object(2_001, "1")).body("errors.code", equalTo(List.of("TOO_MANY")));
    malformed("{\"functions\": " + list(2_001) + "}")
        .body("errors.code", equalTo(List.of("TOO_MANY")))
        .body("errors.pointer", equalTo(List.of("/functions")));
    malformed(object(200, list(1_500)))
        .body("errors.code", equalTo(List.of("TOO_MANY")))
        .body("errors.pointer", equalTo(List.of("")));
  }

  @Test
  void anAnswerTellsOfAThousandFaultsAtMost() {
    malformed(object(1_500, "1"))
        .body("detail", startsWith("1500 errors "))
        .body("errors.size()", equalTo(1_000));
  }

  private static String object(int members, String value) {
    return IntStream.range(0, members)
        .mapToObj(i -> "\"a%d\": %s".formatted(i, value))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String list(int entries) {
    return "[" + "1,".repeat(entries - 1) + "1]";
  }

  @Test
  void whatIsTooDeepOrTooLongIsRefused() {
    malformed("[".repeat(100_000));
    malformed("{\"a\":".repeat(40) + "1" + "}".repeat(40));
    malformed("9".repeat(100_000));
    send("{\"legalName\": \"%s\"}".formatted("a".repeat(13 << 20)).getBytes(StandardCharsets.UTF_8))
        .statusCode(413);
  }

  /** Every operation with a JSON body, as a person who may call it. */
  @TestFactory
  Stream<DynamicTest> noBodyMakesAnOperationFail() {
    Map<Role, TestUser> people = new EnumMap<>(Role.class);
    return Contract.get().operations().stream()
        .filter(operation -> operation.body().toString().contains("json"))
        .filter(operation -> operation.body().containsKey("requestBody"))
        .filter(operation -> !operation.body().toString().contains("multipart/form-data"))
        .map(
            operation ->
                DynamicTest.dynamicTest(
                    operation.id(),
                    () ->
                        hostileBodies()
                            .forEach((name, body) -> check(operation, name, body, people))));
  }

  /** Texts of 200,000 characters against every rule there is: the time must not run away. */
  @Test
  void longTextsInEveryMemberAreRefusedAndNotPonderedOver() {
    for (String text :
        List.of("a", "1", "-", ".", "a.", "1-", "@", "a@", "https://a", "+1", " ", "é")) {
      String value = text.repeat(200_000 / text.length());
      String body =
          """
          {"legalName": "%1$s", "npn": "%1$s", "ein": "%1$s", "ownReference": "%1$s", "tradeNames": ["%1$s"],
           "websites": ["%1$s"], "phoneNumbers": ["%1$s"], "startDate": "%1$s", "entityType": "%1$s",
           "contact": {"name": "%1$s", "email": "%1$s", "phone": "%1$s"},
           "address": {"line1": "%1$s", "zip": "%1$s", "country": "%1$s", "state": "%1$s"}}
          """
              .formatted(value);
      assertThat(send(body.getBytes(StandardCharsets.UTF_8)).extract().statusCode()).isIn(400, 422);
    }
  }

  @Test
  void aHeaderWithALineBreakInItIsNoHeader() throws IOException {
    String answer =
        raw(
            "GET /v1/relationships HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                + reporter.accessToken()
                + "\r\nIf-None-Match: \"a\rX-Injected: 1\"\r\nConnection: close\r\n\r\n");
    assertThat(answer).doesNotContain("X-Injected").startsWith("HTTP/1.1 4");
  }

  @Test
  void nothingTellsWhatTheServerIsMadeOf() {
    for (String path : List.of("/v1/relationships", "/v1/nothing", "/nothing", "/docs/nothing")) {
      var answer = given().baseUri(server.getURL().toString()).get(path);
      assertThat(answer.headers().asList())
          .noneMatch(header -> header.getName().matches("(?i)server|x-powered-by|via"));
      assertThat(answer.asString())
          .doesNotContainIgnoringCase("micronaut")
          .doesNotContain("Exception");
    }
  }

  private static Map<String, byte[]> hostileBodies() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("null", "null");
    texts.put("a list", "[]");
    texts.put("a text", "\"text\"");
    texts.put("a number", "1e999999");
    texts.put("an unknown member", "{\"__proto__\": {}, \"isAdmin\": true}");
    texts.put("a member twice", "{\"a\": 1, \"a\": 2}");
    texts.put("cut off", "{\"a\": ");
    texts.put("nothing but blanks", "   ");
    texts.put("deep", "[".repeat(2_000) + "]".repeat(2_000));
    Map<String, byte[]> bodies = new LinkedHashMap<>();
    texts.forEach((name, text) -> bodies.put(name, text.getBytes(StandardCharsets.UTF_8)));
    bodies.put("UTF-16", "{}".getBytes(StandardCharsets.UTF_16));
    bodies.put("no text at all", new byte[] {0, 1, 2, (byte) 0xFF});
    return bodies;
  }

  private void check(Operation operation, String name, byte[] body, Map<Role, TestUser> people) {
    String path =
        operation
            .path()
            .replace("{revision}", "1")
            .replaceAll("\\{\\w+}", UUID.randomUUID().toString());
    RequestSpecification request = asIs();
    if (!operation.isAnonymous()) {
      String role = ((List<?>) operation.body().get("x-roles")).getFirst().toString();
      TestUser caller = people.computeIfAbsent(Role.valueOf(role), crowd::someone);
      request.auth().oauth2(caller.accessToken());
    }
    String type =
        operation.method().equals("patch") ? "application/merge-patch+json" : "application/json";
    int status =
        request
            .header("If-Match", "\"1\"")
            .header("Content-Type", type)
            .body(body)
            .request(operation.method().toUpperCase(), path)
            .then()
            .contentType(startsWith("application/problem+json"))
            .extract()
            .statusCode();
    assertThat(status).as("%s with %s", operation.id(), name).isBetween(400, 499);
  }

  private ValidatableResponse malformed(String body) {
    return malformed(body.getBytes(StandardCharsets.UTF_8));
  }

  private ValidatableResponse malformed(byte[] body) {
    return send(body).statusCode(400).body("type", equalTo("urn:upline:problem:malformed-request"));
  }

  private ValidatableResponse send(byte[] body) {
    return asIs()
        .auth()
        .oauth2(reporter.accessToken())
        .header("Content-Type", "application/json")
        .body(body)
        .post("/v1/relationships")
        .then()
        .contentType(startsWith("application/problem+json"));
  }

  /** Sends bytes as they are. */
  private RequestSpecification asIs() {
    EncoderConfig plain =
        EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false);
    return given()
        .baseUri(server.getURL().toString())
        .config(RestAssuredConfig.config().encoderConfig(plain));
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort());
        OutputStream out = socket.getOutputStream();
        InputStream in = socket.getInputStream()) {
      out.write(request.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
