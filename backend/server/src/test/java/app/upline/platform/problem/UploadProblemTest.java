package app.upline.platform.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import app.upline.identity.Role;
import app.upline.testing.TestUsers;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("engine")
@MicronautTest(transactional = false)
class UploadProblemTest {
  private static final int TOO_MANY_BYTES = 13 * 1024 * 1024;

  @Inject EmbeddedServer server;
  @Inject TestUsers crowd;

  @Test
  void aFileOfTooManyBytesIsTooLarge() {
    post(upload().multiPart("file", "rows.csv", new byte[TOO_MANY_BYTES]))
        .statusCode(413)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:upline:problem:workbook-too-large"));
  }

  @Test
  void aMissingFileIsNamed() {
    post(upload().multiPart("mode", "COMMIT"))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/file"))
        .body("errors[0].code", equalTo("REQUIRED"));
  }

  @Test
  void anUnknownCodeInAPartIsNamed() {
    post(upload().multiPart("file", "rows.csv", "x".getBytes()).multiPart("mode", "MAYBE"))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/mode"))
        .body("errors[0].code", equalTo("INVALID_CODE"));
  }

  private RequestSpecification upload() {
    return given()
        .port(server.getPort())
        .auth()
        .oauth2(crowd.someone(Role.AGENCY_REPORTER).accessToken());
  }

  private static ValidatableResponse post(RequestSpecification request) {
    return request.post("/test/keyed/files").then();
  }
}
