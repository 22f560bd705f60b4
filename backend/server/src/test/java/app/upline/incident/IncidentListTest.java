package app.upline.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Filters, orders and pages of an agency's incidents. */
@Tag("engine")
@MicronautTest(transactional = false)
class IncidentListTest {

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject OrganizationRegistry organizations;

  private IncidentClient desk;
  private UUID otherCarrier;
  private String plain;
  private String special;

  @BeforeEach
  void twoIncidents() {
    UUID agency = crowd.agency();
    UUID carrier = crowd.carrier();
    otherCarrier = crowd.carrier();
    organizations.contract(agency, carrier);
    organizations.contract(agency, otherCarrier);
    desk = new IncidentClient(api, crowd.someone(Role.AGENCY_REPORTER, agency), carrier);
    plain = reference(desk.record("{}"));
    special =
        reference(
            desk.record(
                """
                {"carrierId": "%s", "subject": {"name": "Lee Ortega", "npn": "4897583"}, "incidentDate": "2026-08-30",
                 "discoveryDate": "2026-09-01", "state": "FL", "source": "CTM", "ctmNumber": "C26-1000042",
                 "primaryCategory": "FRAUD", "furtherCategories": ["PRIVACY_BREACH"], "potentialHarm": true,
                 "plan": {"contractNumber": "H0672"},
                 "investigation": {"outcome": "FOUNDED", "rootCause": "KNOWING_MISCONDUCT"}}
                """
                    .formatted(otherCarrier)));
  }

  @Test
  void everyFilterFindsTheOneAndNotTheOther() {
    List<String> filters =
        List.of(
            "period=2026-09",
            "carrierId=" + otherCarrier,
            "category=FRAUD",
            "category=PRIVACY_BREACH",
            "severity=CRITICAL",
            "subjectNpn=4897583",
            "state=FL",
            "source=CTM",
            "outcome=FOUNDED",
            "harm=true",
            "q=ortega",
            "q=orteg lee",
            "q=H0672",
            "q=C26-1000042",
            "q=" + special);
    for (String filter : filters) {
      assertThat(desk.references(filter)).as(filter).containsExactly(special);
      for (String sort : List.of("NEWEST", "DISCOVERY_DATE", "CHANGED_AT")) {
        if (!filter.startsWith("q=")) {
          assertThat(desk.references(filter + "&sort=" + sort)).containsExactly(special);
        }
      }
    }
    assertThat(desk.references(String.join("&", filters.subList(0, 3)) + "&q=ortega"))
        .containsExactly(special);
    assertThat(desk.references("harm=false")).containsExactly(plain);
    assertThat(desk.references("state=FL&source=BENEFICIARY")).isEmpty();
  }

  @Test
  void undisclosedLateAndRepeatAreWhatTheHeadSays() {
    assertThat(desk.references("undisclosed=true")).containsExactly(plain, special);
    assertThat(desk.references("undisclosed=true&carrierId=" + otherCarrier))
        .containsExactly(special);
    crowd.run("delete from undisclosed_incident where carrier_id = ?", otherCarrier);
    assertThat(desk.references("undisclosed=false")).containsExactly(special);
    assertThat(desk.references("undisclosed=true&sort=NEWEST")).containsExactly(plain);
    assertThat(desk.references("late=true")).isEmpty();
    assertThat(desk.references("late=false")).isEmpty();
    assertThat(desk.references("repeat=true")).isEmpty();
    assertThat(desk.references("repeat=false")).containsExactly(plain, special);
  }

  @Test
  void theOrderIsTheOneAskedFor() {
    assertThat(desk.references("sort=REFERENCE")).containsExactly(plain, special);
    assertThat(desk.references("sort=NEWEST")).containsExactly(special, plain);
    assertThat(desk.references("sort=DISCOVERY_DATE")).containsExactly(special, plain);
    assertThat(desk.references("changedSince=2020-01-01T00:00:00Z"))
        .containsExactly(plain, special);
  }

  @Test
  void pagesFollowEachOtherInEveryOrder() {
    for (int i = 0; i < 5; i++) {
      desk.record("{\"incidentDate\": \"2026-10-0%d\"}".formatted(i + 1));
    }
    for (String order :
        List.of(
            "sort=REFERENCE",
            "sort=NEWEST",
            "sort=DISCOVERY_DATE",
            "sort=CHANGED_AT",
            "q=whitfield",
            "undisclosed=true")) {
      List<String> whole = desk.references(order);
      assertThat(paged(order)).as(order).isEqualTo(whole).doesNotHaveDuplicates();
    }
    desk.call()
        .get("/v1/incidents?limit=2&includeTotal=true&state=AZ")
        .then()
        .body("items", hasSize(2))
        .body("total", equalTo(6));
  }

  @Test
  void whatAFilterCannotReadIsRefused() {
    Stream.of(
            "period=2026-13",
            "severity=HUGE",
            "category=BAD_VIBES",
            "source=RUMOUR",
            "outcome=MAYBE",
            "state=ZZ",
            "sort=SIZE",
            "subjectNpn=0",
            "harm=perhaps",
            "q=x",
            "q=ortega&sort=NEWEST",
            "cursor=nonsense")
        .forEach(query -> desk.call().get("/v1/incidents?" + query).then().statusCode(400));
  }

  @Test
  void anotherAgencySeesNothing() {
    IncidentClient stranger =
        new IncidentClient(api, crowd.someone(Role.AGENCY_REPORTER), desk.carrier());
    assertThat(stranger.references("limit=200")).isEmpty();
    assertThat(stranger.references("q=ortega")).isEmpty();
    assertThat(stranger.references("carrierId=" + otherCarrier)).isEmpty();
  }

  private List<String> paged(String query) {
    List<String> all = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      var page =
          desk.call()
              .get("/v1/incidents?limit=2&" + query + cursor)
              .then()
              .statusCode(200)
              .extract();
      all.addAll(page.<List<String>>path("items.reference"));
      String next = page.path("nextCursor");
      cursor = next == null ? null : "&cursor=" + next;
    }
    return all;
  }

  private String reference(String id) {
    return desk.read(id).extract().path("reference");
  }
}
