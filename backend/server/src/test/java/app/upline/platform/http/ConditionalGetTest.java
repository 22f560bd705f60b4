package app.upline.platform.http;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;

import app.upline.identity.Role;
import app.upline.testing.TestUsers;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("engine")
@MicronautTest(transactional = false)
class ConditionalGetTest {
  @Inject EmbeddedServer server;
  @Inject TestUsers crowd;

  @Test
  void whoHasTheCurrentVersionGetsNoBody() {
    get("W/\"3\"").statusCode(304).header("ETag", equalTo("\"3\"")).body(emptyString());
  }

  @Test
  void whoHasAnOlderVersionGetsTheBody() {
    get("\"2\"").statusCode(200).header("ETag", equalTo("\"3\"")).body(equalTo("{}"));
  }

  private ValidatableResponse get(String known) {
    return given()
        .port(server.getPort())
        .auth()
        .oauth2(crowd.someone(Role.CARRIER_REVIEWER).accessToken())
        .header("If-None-Match", known)
        .get("/test/problems/things/" + UUID.randomUUID())
        .then();
  }
}
