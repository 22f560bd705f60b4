package app.upline.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.Crowd;
import app.upline.testing.Someone;
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
  @Inject Crowd crowd;
  @Inject Trail trail;
  @Inject StrangerCounts strangers;

  @Test
  void requestsOfNobodyAreCountedAndChainNothing() {
    long events = trail.lastNumber(Actor.NO_ORGANISATION);
    long before = counted("getCurrentUser");
    for (int i = 0; i < 40; i++) {
      given().baseUri(api.url()).get("/v1/me").then().statusCode(401);
    }
    assertThat(counted("getCurrentUser")).isEqualTo(before + 40);
    assertThat(trail.lastNumber(Actor.NO_ORGANISATION)).isEqualTo(events);
  }

  @Test
  void signInsToAddressesThatNobodyHasAreCounted() {
    long events = trail.lastNumber(Actor.NO_ORGANISATION);
    long before = counted("signIn");
    signIn("nobody-" + UUID.randomUUID() + "@people.example");
    assertThat(counted("signIn")).isEqualTo(before + 1);
    assertThat(trail.lastNumber(Actor.NO_ORGANISATION)).isEqualTo(events);
  }

  @Test
  void refusedSignInsToAnAccountAreEventsOfItsOrganisation() {
    Someone person = crowd.someone(Role.AGENCY_REPORTER);
    signIn(person.email());
    assertThat(trail.of(person.organisationId()).getLast().operation()).isEqualTo("signIn");
    assertThat(trail.of(person.organisationId()).getLast().outcome()).isEqualTo("REFUSED");
  }

  @Test
  void beyondTheFirstOfAnHourTheyAreCountedToo() {
    UUID organisation = UUID.randomUUID();
    for (int i = 0; i < StrangerCounts.TOLD_IN_AN_HOUR; i++) {
      assertThat(strangers.isStillTold(organisation)).isTrue();
    }
    assertThat(strangers.isStillTold(organisation)).isFalse();
    assertThat(strangers.isStillTold(UUID.randomUUID())).as("another organisation's").isTrue();
  }

  @Test
  void fromHoweverManyNetworksTheyComeThereIsABoundedNumberOfCounts() {
    String operation = "flood-" + UUID.randomUUID();
    for (int i = 0; i < 5_000; i++) {
      strangers.count(operation, 401, "192.0.2." + i, Actor.NO_ORGANISATION);
    }
    strangers.flush();
    assertThat(crowd.count("select count(*) from stranger_count where operation = ?", operation))
        .isLessThanOrEqualTo(StrangerCounts.MOST_IN_AN_HOUR + 1);
    assertThat(
            crowd.count(
                "select coalesce(sum(requests), 0) from stranger_count where operation in (?, '*')",
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
        "select coalesce(sum(requests), 0) from stranger_count where operation in (?, '*')",
        operation);
  }
}
