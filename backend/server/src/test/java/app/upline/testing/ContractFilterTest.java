package app.upline.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** The filter lets through what the contract says, and fails on each kind of departure from it. */
class ContractFilterTest {
  private static final ContractFilter FILTER = ContractFilter.ofContract();

  private static final String ID = "019caede-02a4-7c3e-9d55-0a1b2c3d4e5f";
  private static final String ME =
      """
      {"id": "019b93d2-6d80-7b01-9f31-1c2d3e4f5a01", "name": "Reporter", "email": "reporter@harborline.example",
       "organization": {"id": "019b8eac-1180-7a01-9d55-0a1b2c3d4e01", "kind": "AGENCY", "name": "Harborline Benefit Advisors LLC"},
       "roles": ["AGENCY_REPORTER"]}""";
  private static final String PROBLEM =
      """
      {"type": "urn:upline:problem:not-found", "title": "Not found", "status": %d, "detail": "There is nothing here.",
       "instance": "urn:uuid:019cfc9a-c8cb-7bb5-91c4-5f2d3e4c5b6a"}""";
  private static final String VERIFICATION =
      """
      {"valid": true, "receiptNumber": "RCP-7Q2M-4XKD-9T", "recordedSha256": "%1$s", "computedSha256": "%1$s"}"""
          .formatted("a".repeat(64));
  private static final Map<String, String> JSON =
      Map.of("Content-Type", "application/json", "Vary", "Accept-Encoding");
  private static final Map<String, String> PROBLEM_JSON =
      Map.of("Content-Type", "application/problem+json", "Vary", "Accept-Encoding");

  @Test
  void anAnswerThatFollowsTheContractPasses() throws IOException {
    passes(200, JSON, ME, request -> request.get("/v1/me"));
  }

  @Test
  void anAnswerThatDoesNotSayWhatItDependsOnFails() throws IOException {
    fails(200, Map.of("Content-Type", "application/json"), ME, request -> request.get("/v1/me"))
        .hasMessageContaining("Vary does not say accept-encoding");
  }

  @Test
  void anUndeclaredOperationFails() throws IOException {
    fails(200, JSON, ME, request -> request.get("/v1/myself"))
        .hasMessageContaining("no such operation");
    fails(200, JSON, ME, request -> request.post("/v1/me"))
        .hasMessageContaining("no such operation");
  }

  @Test
  void anUndeclaredStatusFails() throws IOException {
    fails(202, JSON, ME, request -> request.get("/v1/me"))
        .hasMessageContaining("status 202 not defined");
  }

  @Test
  void anUndeclaredResponseHeaderFails() throws IOException {
    fails(
            200,
            Map.of("Content-Type", "application/json", "X-Powered-By", "tests"),
            ME,
            request -> request.get("/v1/me"))
        .hasMessageContainingAll("undeclared response header", "owered-");
  }

  @Test
  void aMissingResponseHeaderFails() throws IOException {
    fails(304, Map.of(), "", request -> request.get("/v1/relationships/" + ID))
        .hasMessageContaining("Header 'ETag' is expected");
  }

  @Test
  void anUndeclaredContentTypeFails() throws IOException {
    fails(
            200,
            Map.of("Content-Type", "text/html"),
            "<p>Hello</p>",
            request -> request.get("/v1/me"))
        .hasMessageContaining("text/html");
    fails(404, JSON, PROBLEM.formatted(404), request -> request.get("/v1/carriers/" + ID))
        .hasMessageContaining("application/json");
  }

  @Test
  void anUndeclaredMemberOfAnAnswerFails() throws IOException {
    fails(
            200,
            JSON,
            ME.replaceFirst("\\{", "{\"shoeSize\": 43, "),
            request -> request.get("/v1/me"))
        .hasMessageContaining("shoeSize");
    fails(
            200,
            JSON,
            ME.replace("\"kind\"", "\"shoeSize\": 43, \"kind\""),
            request -> request.get("/v1/me"))
        .hasMessageContaining("shoeSize");
  }

  @Test
  void aMissingMemberOfAnAnswerFails() throws IOException {
    fails(200, JSON, ME.replace("\"name\": \"Reporter\", ", ""), request -> request.get("/v1/me"))
        .hasMessageContaining("name");
  }

  @Test
  void aCodeThatTheContractDoesNotHaveFails() throws IOException {
    fails(200, JSON, ME.replace("AGENCY_REPORTER", "JANITOR"), request -> request.get("/v1/me"))
        .hasMessageContaining("JANITOR");
  }

  @Test
  void aBodyWhereNoneIsDeclaredFails() throws IOException {
    fails(204, Map.of(), "", request -> request.get("/v1/me"))
        .hasMessageContaining("status 204 not defined");
    fails(200, JSON, "", request -> request.get("/v1/me"))
        .hasMessageContaining("no response body found");
  }

  @Test
  void anUndeclaredMemberOfARequestFails() throws IOException {
    fails(
            200,
            JSON,
            VERIFICATION,
            request -> verification(request, "{\"contentSha256\": \"%s\", \"shoeSize\": 43}"))
        .hasMessageContaining("shoeSize");
  }

  @Test
  void aRequestBodyOfTheWrongTypeFails() throws IOException {
    fails(
            200,
            JSON,
            VERIFICATION,
            request ->
                verification(request, "{\"contentSha256\": \"%s\", \"revision\": \"first\"}"))
        .hasMessageContaining("/revision");
  }

  @Test
  void anUndeclaredRequestContentTypeFails() throws IOException {
    fails(
            200,
            JSON,
            VERIFICATION,
            request ->
                request
                    .contentType("text/plain")
                    .body("hello")
                    .post("/v1/submissions/" + ID + "/receipt-verifications"))
        .hasMessageContaining("text/plain");
  }

  @Test
  void anUndeclaredQueryParameterFails() throws IOException {
    fails(200, JSON, ME, request -> request.queryParam("color", "green").get("/v1/me"))
        .hasMessageContaining("color");
  }

  @Test
  void anAnswerToACallerWithoutATokenFails() throws IOException {
    try (var server = StubServer.answering(200, JSON, ME)) {
      assertThatThrownBy(() -> given().filter(FILTER).baseUri(server.url()).get("/v1/me"))
          .hasMessageContaining("without an access token");
    }
  }

  @Test
  void aWrongRequestPassesWhenItIsRefused() throws IOException {
    for (int status : new int[] {400, 413, 415, 422}) {
      passes(
          status,
          PROBLEM_JSON,
          PROBLEM.formatted(status),
          request -> verification(request, "{\"shoeSize\": \"%s\"}"));
    }
  }

  @Test
  void theAnswerThatRefusesAWrongRequestIsHeldToTheContractToo() throws IOException {
    fails(
            422,
            PROBLEM_JSON,
            "{\"message\": \"wrong\"}",
            request -> verification(request, "{\"shoeSize\": \"%s\"}"))
        .hasMessageContaining("message");
  }

  @Test
  void anAddressThatDoesNotExistMayBeAnsweredWithAProblem() throws IOException {
    passes(404, PROBLEM_JSON, PROBLEM.formatted(404), request -> request.get("/v1/nowhere"));
    passes(405, PROBLEM_JSON, PROBLEM.formatted(405), request -> request.delete("/v1/me"));
    fails(404, JSON, "{\"message\": \"Page Not Found\"}", request -> request.get("/v1/nowhere"))
        .hasMessageContaining("application/json");
  }

  @Test
  void aWorkbookPassesAndIsLeftIntact() throws IOException {
    byte[] workbook = {'P', 'K', 3, 4, (byte) 0xff, (byte) 0xfe, 0, (byte) 0x80};
    var headers =
        Map.of(
            "Content-Type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "Content-Disposition", "attachment; filename=\"relationships.xlsx\"",
            "Vary", "Accept, Accept-Encoding");
    try (var server = StubServer.answering(200, headers, workbook)) {
      assertThat(signedIn(server).get("/v1/relationships/export").asByteArray())
          .isEqualTo(workbook);
    }
  }

  @Test
  void aFormWithDeclaredPartsPasses() throws IOException {
    passes(
        200,
        JSON,
        MAPPING,
        request ->
            request
                .multiPart("file", "sheet.csv", "a,b".getBytes(), "text/csv")
                .post("/v1/relationship-mappings"));
  }

  @Test
  void aFormWithAnUndeclaredOrAMissingPartFails() throws IOException {
    fails(
            200,
            JSON,
            MAPPING,
            request ->
                request
                    .multiPart("upload", "sheet.csv", "a,b".getBytes(), "text/csv")
                    .post("/v1/relationship-mappings"))
        .hasMessageContaining("undeclared part upload")
        .hasMessageContaining("missing part file");
  }

  private static final String MAPPING =
      """
      {"sheet": "Sheet1", "headerRow": 1, "columns": [], "fields": [], "fixedValues": [], "translations": []}""";

  private interface Call {
    Object send(RequestSpecification request);
  }

  private static Object verification(RequestSpecification request, String body) {
    return request
        .contentType("application/json")
        .body(body.formatted("a".repeat(64)))
        .post("/v1/submissions/" + ID + "/receipt-verifications");
  }

  private static void passes(int status, Map<String, String> headers, String body, Call call)
      throws IOException {
    try (var server = StubServer.answering(status, headers, body)) {
      assertThatCode(() -> call.send(signedIn(server))).doesNotThrowAnyException();
    }
  }

  private static AbstractThrowableAssert<?, ?> fails(
      int status, Map<String, String> headers, String body, Call call) throws IOException {
    try (var server = StubServer.answering(status, headers, body)) {
      return assertThatThrownBy(() -> call.send(signedIn(server)))
          .isInstanceOf(AssertionError.class);
    }
  }

  private static RequestSpecification signedIn(StubServer server) {
    return given().filter(FILTER).baseUri(server.url()).header("Authorization", "Bearer token");
  }
}
