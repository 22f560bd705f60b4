package app.upline.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import app.upline.testing.Trail;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many incidents at once: all, or none with every fault told. */
@Tag("engine")
@MicronautTest(transactional = false)
class IncidentBatchTest {

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject Trail trail;
  @Inject OrganizationRegistry organizations;

  private TestUser reporter;
  private IncidentClient desk;

  @BeforeEach
  void anAgencyWithACarrier() {
    UUID agency = crowd.agency();
    UUID carrier = crowd.carrier();
    organizations.contract(agency, carrier);
    reporter = crowd.someone(Role.AGENCY_REPORTER, agency);
    desk = new IncidentClient(api, reporter, carrier);
  }

  @Test
  void aDryRunSaysWhatWouldHappenAndKeepsNothing() {
    desk.batch(body("DRY_RUN", sound("{\"ownReference\": \"A-1\"}")))
        .statusCode(200)
        .body("created", equalTo(1))
        .body("rows[0].outcome", equalTo("CREATED"))
        .body("rows[0].reference", nullValue());
    assertThat(desk.references("limit=5")).isEmpty();
  }

  @Test
  void aDryRunWithAKeyIsRememberedAndKeepsNothingToo() {
    String body = body("DRY_RUN", sound("{\"ownReference\": \"A-1\"}"));
    String[] answers = new String[2];
    for (int i = 0; i < answers.length; i++) {
      answers[i] =
          api.as(reporter)
              .header("Idempotency-Key", "dry-run-" + reporter.id())
              .contentType("application/json")
              .body(body)
              .post("/v1/incident-batches")
              .then()
              .statusCode(200)
              .body("created", equalTo(1))
              .extract()
              .asString();
    }
    assertThat(answers[1]).isEqualTo(answers[0]);
    assertThat(desk.references("limit=5")).isEmpty();
    assertThat(trail.of(reporter.organizationId()))
        .filteredOn(event -> event.operation().equals("applyIncidentBatch"))
        .isNotEmpty()
        .allSatisfy(event -> assertThat(event.objects()).isEmpty());
  }

  @Test
  void theSameListAgainLeavesAloneWhatHasNotChanged() {
    String[] rows = {
      sound("{\"ownReference\": \"A-1\"}"), sound("{\"ownReference\": \"A-2\", \"state\": \"FL\"}")
    };
    desk.batch(body("COMMIT", rows)).statusCode(200).body("created", equalTo(2));
    desk.batch(body("COMMIT", rows[0], sound("{\"ownReference\": \"A-2\", \"state\": \"GA\"}")))
        .statusCode(200)
        .body("rows.outcome", contains("UNCHANGED", "CHANGED"));
    assertThat(desk.references("state=GA")).hasSize(1);
  }

  @Test
  void aRowThatNamesAnIncidentChangesOnlyWhatItSays() {
    desk.batch(body("COMMIT", sound("{}"))).statusCode(200);
    String reference = desk.references("limit=1").getFirst();
    desk.batch(
            body(
                "COMMIT",
                "{\"reference\": \"%s\", \"investigation\": {\"status\": \"CLOSED\", \"outcome\": \"UNFOUNDED\"}}"
                    .formatted(reference)))
        .statusCode(200)
        .body("changed", equalTo(1))
        .body("rows[0].reference", equalTo(reference));
    assertThat(desk.references("outcome=UNFOUNDED")).containsExactly(reference);
  }

  @Test
  void everyFaultOfEveryRowIsToldAndNothingIsWritten() {
    desk.batch(
            body(
                "COMMIT",
                sound("{\"ownReference\": \"A-1\"}"),
                sound("{\"subject\": {\"npn\": null}, \"state\": \"ZZ\"}"),
                sound("{\"ownReference\": \"A-1\"}"),
                "{\"reference\": \"INC-2020-7KQ2-000001\"}"))
        .statusCode(422)
        .body(
            "errors.pointer",
            containsInAnyOrder(
                "/incidents/1/subject/npn",
                "/incidents/1/state",
                "/incidents/2/ownReference",
                "/incidents/3/reference"));
    assertThat(desk.references("limit=5")).isEmpty();
  }

  @Test
  void twoRowsAboutOneIncidentAreAFault() {
    desk.batch(body("COMMIT", sound("{\"ownReference\": \"A-1\"}"))).statusCode(200);
    String again = "{\"ownReference\": \"a-1\", \"state\": \"FL\"}";
    desk.batch(body("COMMIT", again, again))
        .statusCode(422)
        .body("errors.code", contains("DUPLICATE_ROW"));
  }

  @Test
  void rowsThatMayBeTheSameAreWarnedOf() {
    desk.batch(body("COMMIT", sound("{}"), sound("{}")))
        .statusCode(200)
        .body("rows.warnings.flatten().code", contains("POSSIBLE_DUPLICATE", "POSSIBLE_DUPLICATE"));
  }

  @Test
  void aThousandRowsAreWrittenAndOneMoreIsRefused() {
    String rows =
        IntStream.range(0, 1_000)
            .mapToObj(
                i ->
                    sound(
                        "{\"ownReference\": \"R-%d\", \"subject\": {\"npn\": \"%d\"}}"
                            .formatted(i, i + 1)))
            .collect(Collectors.joining(","));
    desk.batch("{\"mode\": \"COMMIT\", \"incidents\": [" + rows + "]}")
        .statusCode(200)
        .body("created", equalTo(1_000))
        .body("rows", hasSize(1_000));
    desk.batch("{\"incidents\": [" + String.join(",", Collections.nCopies(1_001, "{}")) + "]}")
        .statusCode(400)
        .body("errors.pointer", contains("/incidents"));
  }

  @Test
  void aBodyOfAnotherShapeIsRefused() {
    desk.batch("{\"mode\": \"PERHAPS\", \"color\": 1}")
        .statusCode(400)
        .body("errors.pointer", containsInAnyOrder("/mode", "/color", "/incidents"));
    desk.batch(body("COMMIT", "{\"state\": 7}")).statusCode(400);
  }

  private String sound(String patch) {
    return IncidentJson.of(desk.carrier(), patch);
  }

  private static String body(String mode, String... rows) {
    return "{\"mode\": \"%s\", \"incidents\": [%s]}"
        .formatted(mode, Stream.of(rows).collect(Collectors.joining(",")));
  }
}
