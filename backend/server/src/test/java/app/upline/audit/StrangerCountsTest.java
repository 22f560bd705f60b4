package app.upline.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import app.upline.testing.Trail;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** However many requests strangers make, the trail does not grow by them. */
@Tag("engine")
@MicronautTest(transactional = false)
class StrangerCountsTest {
  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject Trail trail;
  @Inject StrangerCounts strangers;

  @Test
  void requestsOfNobodyAreCountedAndChainNothing() {
    long events = trail.lastNumber(Actor.NO_ORGANIZATION);
    long before = counted("getCurrentUser");
    for (int i = 0; i < 40; i++) {
      given().baseUri(api.url()).get("/v1/me").then().statusCode(401);
    }
    assertThat(counted("getCurrentUser")).isEqualTo(before + 40);
    assertThat(trail.lastNumber(Actor.NO_ORGANIZATION)).isEqualTo(events);
  }

  @Test
  void signInsToAddressesThatNobodyHasAreCounted() {
    long events = trail.lastNumber(Actor.NO_ORGANIZATION);
    long before = counted("signIn");
    signIn("nobody-" + UUID.randomUUID() + "@people.example");
    assertThat(counted("signIn")).isEqualTo(before + 1);
    assertThat(trail.lastNumber(Actor.NO_ORGANIZATION)).isEqualTo(events);
  }

  @Test
  void refusedSignInsToAnAccountAreEventsOfItsOrganization() {
    TestUser person = crowd.someone(Role.AGENCY_REPORTER);
    signIn(person.email());
    assertThat(trail.of(person.organizationId()).getLast().operation()).isEqualTo("signIn");
    assertThat(trail.of(person.organizationId()).getLast().outcome()).isEqualTo("REFUSED");
  }

  @Test
  void beyondTheFirstOfAnHourTheyAreCountedToo() {
    UUID organization = UUID.randomUUID();
    for (int i = 0; i < StrangerCounts.TOLD_IN_AN_HOUR; i++) {
      assertThat(strangers.isStillTold(organization)).isTrue();
    }
    assertThat(strangers.isStillTold(organization)).isFalse();
    assertThat(strangers.isStillTold(UUID.randomUUID())).as("another organization's").isTrue();
  }

  @Test
  void fromHoweverManyNetworksTheyComeThereIsABoundedNumberOfCounts() {
    String operation = "flood-" + UUID.randomUUID();
    for (int i = 0; i < 5_000; i++) {
      strangers.count(operation, 401, "192.0.2." + i, Actor.NO_ORGANIZATION);
    }
    strangers.flush();
    assertThat(
            crowd.count(
                "select count(*) from anonymous_request_count where operation = ?", operation))
        .isLessThanOrEqualTo(StrangerCounts.MOST_IN_AN_HOUR + 1);
    assertThat(
            crowd.count(
                "select coalesce(sum(requests), 0) from anonymous_request_count where operation in (?, '*')",
                operation))
        .isGreaterThanOrEqualTo(5_000);
  }

  private void signIn(String email) {
    given()
        .baseUri(api.url())
        .contentType("application/json")
        .body("{\"email\": \"%s\", \"password\": \"this is not the password\"}".formatted(email))
        .post("/v1/sessions")
        .then()
        .statusCode(401);
  }

  /** Also where the hour has too many counts already for one of its own. */
  private long counted(String operation) {
    strangers.flush();
    return crowd.count(
        "select coalesce(sum(requests), 0) from anonymous_request_count where operation in (?, '*')",
        operation);
  }
}
