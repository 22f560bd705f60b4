package app.upline.identity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.testing.Api;
import app.upline.testing.Crowd;
import app.upline.testing.Someone;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many strangers sign in at once, from many places; each is answered, most of them at once. */
@Tag("engine")
@MicronautTest(transactional = false)
@Property(name = "upline.http.trusted-proxies", value = "127.0.0.1")
class CrowdAtTheDoorTest {
  private static final int STRANGERS = 300;

  @Inject Api api;
  @Inject Crowd crowd;

  @Test
  void aCrowdIsToldToComeAgainAndThenAllIsAsBefore() throws Exception {
    Someone reader = crowd.someone(Role.AGENCY_REPORTER);
    List<Future<Response>> attempts = new ArrayList<>();
    try (ExecutorService strangers = Executors.newFixedThreadPool(STRANGERS)) {
      for (int i = 0; i < STRANGERS; i++) {
        int number = i;
        attempts.add(strangers.submit(() -> signIn(number)));
      }
    }

    int looked = 0;
    for (Future<Response> attempt : attempts) {
      Response answer = attempt.get();
      assertThat(answer.statusCode()).isIn(401, 429, 503);
      if (answer.statusCode() == 401) {
        looked++;
      } else {
        assertThat(answer.header("Retry-After")).isNotNull();
      }
    }
    assertThat(looked).isPositive();
    api.as(reader).get("/v1/me").then().statusCode(200);
    assertThat(crowd.someone(Role.AGENCY_REPORTER).accessToken()).isNotBlank();
  }

  private Response signIn(int number) {
    return given()
        .baseUri(api.url())
        .header("X-Forwarded-For", "198.51." + number / 200 + "." + number % 200)
        .contentType(ContentType.JSON)
        .body(Map.of("email", "stranger" + number + "@people.example", "password", "not it"))
        .post("/v1/sessions");
  }
}
