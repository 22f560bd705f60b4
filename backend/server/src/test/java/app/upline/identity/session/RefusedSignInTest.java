package app.upline.identity.session;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.identity.Role;
import app.upline.testing.TestUsers;
import io.micronaut.context.annotation.Property;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long a refusal takes does not tell who has an account. */
@Tag("engine")
@Tag("above-the-database")
@MicronautTest(transactional = false)
@Property(name = "upline.sign-in.refusals-every", value = "3s")
class RefusedSignInTest {
  private static final Duration DISTANCE = Duration.ofSeconds(3);

  @Inject EmbeddedServer server;
  @Inject TestUsers crowd;

  @Test
  void aRefusalComesAsLateForAnUnknownAddressAsForAWrongPassword() {
    String known = crowd.someone(Role.AGENCY_REPORTER).email();
    for (String address : List.of(known, "nobody.at.all@people.example")) {
      long begun = System.nanoTime();
      given()
          .port(server.getPort())
          .contentType(ContentType.JSON)
          .body(Map.of("email", address, "password", "not the password"))
          .post("/v1/sessions")
          .then()
          .statusCode(401);
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThanOrEqualTo(DISTANCE);
    }
  }
}
