package app.upline.platform.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

import app.upline.identity.Role;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("engine")
@MicronautTest(transactional = false)
class ProblemTest {
  private static final String BASE = "/test/problems";

  @Inject EmbeddedServer server;
  @Inject TestUsers crowd;

  private TestUser reviewer;

  @BeforeEach
  void signIn() {
    if (reviewer == null) {
      reviewer = crowd.someone(Role.CARRIER_REVIEWER);
    }
  }

  @Test
  void withoutATokenIsUnauthenticated() {
    problem(plain().get(BASE + "/list"), ProblemType.UNAUTHENTICATED)
        .header("WWW-Authenticate", equalTo("Bearer"));
  }

  @Test
  void anotherRoleIsForbidden() {
    String token = crowd.someone(Role.AGENCY_REPORTER).accessToken();

    problem(plain().auth().oauth2(token).get(BASE + "/list"), ProblemType.FORBIDDEN);
  }

  @Test
  void anUnknownAddressIsNotFoundForEverybody() {
    problem(plain().get("/v1/nothing"), ProblemType.NOT_FOUND);
    problem(me().get("/v1/nothing"), ProblemType.NOT_FOUND);
  }

  @Test
  void anIdThatCannotBeOneIsNotFound() {
    problem(me().get(BASE + "/things/7"), ProblemType.NOT_FOUND);
  }

  @Test
  void aWrongMethodIsToldWhichAreOffered() {
    problem(me().delete(BASE + "/list"), ProblemType.METHOD_NOT_ALLOWED)
        .header("Allow", containsString("GET"));
  }

  @Test
  void aMediaTypeThatIsNotOfferedIsNotAcceptable() {
    problem(me().accept("image/png").get(BASE + "/list"), ProblemType.NOT_ACCEPTABLE);
  }

  @Test
  void aMediaTypeThatIsNotReadIsUnsupported() {
    problem(
        me().contentType("text/plain").body("x").post(BASE + "/end"),
        ProblemType.UNSUPPORTED_MEDIA_TYPE);
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() {
    String large = "{\"text\":\"" + "x".repeat(13 * 1024 * 1024) + "\"}";

    problem(json(large).post(BASE + "/comment"), ProblemType.BODY_TOO_LARGE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "end     | {\"endDate\":              | ''        | INVALID_JSON",
        "tree    | {\"a\":                    | ''        | INVALID_JSON",
        "end     | {\"endDate\":\"13/45/24\"} | /endDate  | INVALID_DATE",
        "end     | {\"endDat\":\"2026-01-01\"}| /endDat   | UNKNOWN_MEMBER",
        "nested  | {\"inners\":[{\"number\":1},{\"number\":\"x\"}]} | /inners/1/number | INVALID_NUMBER",
        "nested  | {\"inners\":[{\"number\":1,\"a/b\":2}]}          | /inners/0/a~1b   | UNKNOWN_MEMBER",
        "nested  | []                         | ''        | WRONG_TYPE",
      })
  void aBodyThatCannotBeReadSaysWhere(String path, String body, String pointer, String code) {
    problem(json(body).post(BASE + "/" + path), ProblemType.MALFORMED_REQUEST)
        .body("errors.size()", equalTo(1))
        .body("errors[0].pointer", equalTo(pointer))
        .body("errors[0].code", equalTo(code));
  }

  @Test
  void aMissingBodyIsMalformed() {
    problem(me().contentType(ContentType.JSON).post(BASE + "/end"), ProblemType.MALFORMED_REQUEST)
        .body("errors[0].code", equalTo("REQUIRED"));
  }

  @ParameterizedTest
  @CsvSource({
    "function, TELEPATHY, INVALID_CODE",
    "function, sales, INVALID_CODE",
    "functions, TELEPATHY, INVALID_CODE",
    "since, yesterday, INVALID_INSTANT",
    "on, 13/45/2024, INVALID_DATE",
    "who, me, INVALID_ID",
    "limit, many, INVALID_NUMBER",
    "all, perhaps, INVALID_BOOLEAN",
  })
  void aParameterThatCannotBeReadIsNamed(String name, String value, String code) {
    problem(me().queryParam(name, value).get(BASE + "/list"), ProblemType.MALFORMED_REQUEST)
        .body("errors[0].pointer", equalTo("?" + name))
        .body("errors[0].code", equalTo(code));
  }

  @Test
  void aCodeThatIsKnownIsRead() {
    me().queryParam("function", "SALES")
        .queryParam("functions", "SALES", "MARKETING")
        .get(BASE + "/list")
        .then()
        .statusCode(200);
  }

  @Test
  void aMissingParameterIsNamed() {
    problem(me().get(BASE + "/needed"), ProblemType.MALFORMED_REQUEST)
        .body("errors[0].pointer", equalTo("?from"))
        .body("errors[0].code", equalTo("REQUIRED"));
  }

  @Test
  void aFailureOfOursTellsNothingAboutItself() {
    problem(json("{}").post(BASE + "/fail/anyhow"), ProblemType.INTERNAL_ERROR);
  }

  @Test
  void anExhaustedPoolAsksToTryAgain() {
    problem(json("{}").post(BASE + "/fail/pool"), ProblemType.UNAVAILABLE)
        .header("Retry-After", equalTo("5"));
  }

  @Test
  void aRowChangedInTheSameMomentIsAFailedPrecondition() {
    problem(json("{}").post(BASE + "/fail/stale"), ProblemType.PRECONDITION_FAILED);
  }

  @Test
  void aWrongStateSaysWhatIsPossible() {
    problem(json("{}").post(BASE + "/fail/state"), ProblemType.WRONG_STATE)
        .body("detail", equalTo("It has ended."))
        .body("possibleActions", equalTo(List.of("ACKNOWLEDGE", "RETURN")));
  }

  @Test
  void everyRequestHasAnIdOfItsOwn() {
    String first = me().get("/v1/nothing").path("instance");
    String second = me().get("/v1/nothing").path("instance");

    assertThat(first).isNotEqualTo(second);
  }

  private RequestSpecification plain() {
    return given().port(server.getPort());
  }

  private RequestSpecification me() {
    return plain().auth().oauth2(reviewer.accessToken());
  }

  private RequestSpecification json(String body) {
    return me().contentType(ContentType.JSON).body(body);
  }

  private static ValidatableResponse problem(Response response, ProblemType type) {
    assertThat(response.asString())
        .doesNotContain("Smith", "jdbc", "Exception", "java.", "micronaut", "app.upline");
    return response
        .then()
        .statusCode(type.status())
        .contentType("application/problem+json")
        .header("X-Content-Type-Options", "nosniff")
        .body("type", equalTo("urn:upline:problem:" + type.slug()))
        .body("title", equalTo(type.title()))
        .body("status", equalTo(type.status()))
        .body("detail", matchesPattern("(?s).{5,}"))
        .body("instance", matchesPattern("urn:uuid:[0-9a-f-]{36}"));
  }
}
