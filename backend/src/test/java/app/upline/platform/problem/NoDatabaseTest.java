package app.upline.platform.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A server whose database is not there: it starts, and says so to whoever asks. */
@MicronautTest(transactional = false)
@Property(name = "upline.local-database.enabled", value = "false")
@Property(name = "flyway.enabled", value = "false")
@Property(name = "datasources.default.url", value = "jdbc:mysql://127.0.0.1:1/none")
@Property(name = "datasources.default.username", value = "nobody")
@Property(name = "datasources.default.password", value = "nothing")
@Property(name = "datasources.default.initialization-fail-timeout", value = "-1")
@Property(name = "datasources.default.connection-timeout", value = "300")
class NoDatabaseTest {
  @Inject EmbeddedServer server;

  @Test
  void whoeverAsksIsToldToTryAgain() {
    given()
        .port(server.getPort())
        .contentType(ContentType.JSON)
        .body(Map.of("email", "a@people.example", "password", "whatever"))
        .post("/v1/sessions")
        .then()
        .statusCode(503)
        .header("Retry-After", "5")
        .contentType("application/problem+json")
        .body("type", equalTo("urn:upline:problem:unavailable"));
  }
}
