package app.upline.platform.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is the same for everybody may stay in a browser; nothing else stays anywhere. */
@Tag("engine")
@MicronautTest(transactional = false)
class KeptByBrowsersTest {
  private static final String CODES = "/v1/code-lists";

  @Inject Api api;
  @Inject TestUsers crowd;

  private TestUser person;

  @BeforeEach
  void enter() {
    person = crowd.someone(Role.AGENCY_REPORTER);
  }

  @Test
  void codesAreKeptAndAskedForAgain() {
    Response first = api.as(person).get(CODES);
    Response again = api.as(person).header("If-None-Match", first.header("ETag")).get(CODES);

    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(first.header("Cache-Control")).isEqualTo("private, no-cache");
    assertThat(again.header("Cache-Control")).isEqualTo("private, no-cache");
  }

  @Test
  void whatIsRefusedOrSomebodysIsNotKept() {
    assertThat(given().get(api.url() + CODES).header("Cache-Control")).isEqualTo("no-store");
    assertThat(api.as(person).get("/v1/me").header("Cache-Control")).isEqualTo("no-store");
    assertThat(api.as(person).get("/v1/agencies").header("Cache-Control")).isEqualTo("no-store");
  }
}
