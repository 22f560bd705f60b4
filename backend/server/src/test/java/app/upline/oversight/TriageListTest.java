package app.upline.oversight;

import static app.upline.testing.DisclosedIncidents.Kind.ORDINARY;
import static org.assertj.core.api.Assertions.assertThat;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.DisclosedIncidents;
import app.upline.testing.DisclosedIncidents.Kind;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Filters and orders of a carrier's triage queue. */
@Tag("engine")
@MicronautTest(transactional = false)
class TriageListTest {

  private static final LocalDateTime APRIL = LocalDateTime.of(2026, 4, 1, 9, 0);

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject DisclosedIncidents incidents;

  private UUID carrier;
  private TestUser reporter;
  private TestUser analyst;

  private String low;
  private String critical;
  private String high;

  @BeforeEach
  void threeThatWait() {
    carrier = crowd.carrier();
    reporter = crowd.someone(Role.AGENCY_REPORTER);
    analyst = crowd.someone(Role.CARRIER_ANALYST, carrier);
    low = received(ORDINARY.by("1").severity("LOW"), 1);
    critical = received(ORDINARY.by("2").severity("CRITICAL"), 2);
    high = received(ORDINARY.by("3").severity("HIGH"), 3);
  }

  @Test
  void theQueueStandsByPriorityOrByReceiptFromEitherEnd() {
    assertThat(ids("")).containsExactly(critical, high, low);
    assertThat(ids("direction=DESCENDING")).containsExactly(low, high, critical);
    assertThat(ids("sort=RECEIVED_AT")).containsExactly(low, critical, high);
    assertThat(ids("sort=RECEIVED_AT&direction=DESCENDING")).containsExactly(high, critical, low);
  }

  @Test
  void severityAndCategoryNarrowIt() {
    for (String sort : List.of("", "&sort=RECEIVED_AT")) {
      assertThat(ids("severity=HIGH" + sort)).containsExactly(high);
      assertThat(ids("category=UNSOLICITED_CONTACT&severity=LOW" + sort)).containsExactly(low);
      assertThat(ids("category=FRAUD" + sort)).isEmpty();
    }
  }

  @Test
  void whatWasReceivedSinceComesInTheOrderOfReceipt() {
    String second = APRIL.plusDays(2).toInstant(ZoneOffset.UTC).toString();
    assertThat(ids("receivedSince=" + second)).containsExactly(critical, high);
    assertThat(ids("receivedUntil=" + second)).containsExactly(low);
    assertThat(ids("receivedSince=" + second + "&sort=PRIORITY&direction=DESCENDING"))
        .containsExactly(high, critical);
  }

  @Test
  void aStateNarrowsTheOrderOfReceiptToo() {
    api.as(crowd.someone(Role.CARRIER_REVIEWER, carrier))
        .header("If-Match", "\"1\"")
        .contentType("application/json")
        .body("{}")
        .post("/v1/triage-items/" + low + "/review")
        .then()
        .statusCode(200);
    assertThat(ids("sort=RECEIVED_AT&state=IN_REVIEW")).containsExactly(low);
    assertThat(ids("sort=RECEIVED_AT&state=NEW")).containsExactly(critical, high);
    assertThat(ids("sort=RECEIVED_AT&state=CLOSED")).isEmpty();
  }

  @Test
  void anotherCarriersQueueIsAnother() {
    TestUser stranger = crowd.someone(Role.CARRIER_ANALYST);
    for (String query : List.of("severity=HIGH", "sort=RECEIVED_AT", "direction=DESCENDING")) {
      assertThat(ids(stranger, query)).isEmpty();
    }
  }

  private String received(Kind kind, int day) {
    UUID id = incidents.record(reporter, carrier, kind);
    incidents.disclose(reporter, id, 1, carrier, kind, APRIL.plusDays(day));
    return id.toString();
  }

  private List<String> ids(String query) {
    return ids(analyst, query);
  }

  private List<String> ids(TestUser person, String query) {
    return api.as(person)
        .get("/v1/triage-items" + (query.isEmpty() ? "" : "?" + query))
        .then()
        .statusCode(200)
        .extract()
        .path("items.incidentId");
  }
}
