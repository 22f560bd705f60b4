package app.upline.submission;

import static app.upline.submission.Reporting.knownToday;
import static app.upline.submission.Reporting.lastMonth;
import static app.upline.submission.Reporting.thisMonth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where a month stands, to the agency and to the carrier, on the way from draft to receipt. */
@Tag("engine")
@MicronautTest(transactional = false)
class ReportingPeriodsTest {

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject OrganizationRegistry organizations;

  private Reporting us;

  @BeforeEach
  void anAgencyWithACarrier() {
    us = Reporting.of(api, crowd, organizations, false);
  }

  @Test
  void aMonthWithNothingToReportIsNotOverdueWhereNothingIsWanted() {
    api.as(us.reporter())
        .get("/v1/reporting-periods")
        .then()
        .statusCode(200)
        .body("items", hasSize(14))
        .body("items.status", everyItem(equalTo("NOTHING_TO_REPORT")))
        // Carriers are in several zones: the list ends with the month after that of UTC.
        .body("items[0].period", equalTo(YearMonth.now(ZoneOffset.UTC).plusMonths(1).toString()));
    seenByCarrier("NOTHING_REPORTED");
  }

  @Test
  void whatIsRecordedAndDraftedIsTheAgencysOwnAffair() {
    us.incident(knownToday(""));
    seenByAgency("DUE")
        .body("items[0].dueInDays", notNullValue())
        .body("items[0].counts.undisclosed", equalTo(1));
    seenByCarrier("NOTHING_REPORTED");
    us.drafted("");
    seenByAgency("DRAFTING").body("items[0].counts.inDraft", equalTo(1));
    seenByCarrier("NOTHING_REPORTED")
        .body("items[0].counts.recorded", nullValue())
        .body("items[0].counts.undisclosed", nullValue())
        .body("items[0].counts.inDraft", nullValue())
        .body("items[0].counts.submissions", equalTo(0));
  }

  /** A carrier sends its list of the late around; of what is not its to know it says nothing. */
  @Test
  void theMonthsAreDownloadedInWords() {
    us.incident(knownToday(""));
    String agencys = file(us.reporter(), "");
    assertThat(agencys.lines().findFirst().orElseThrow())
        .contains("Agency,Carrier,Reporting period,Status,Why,Due date")
        .endsWith("Incidents recorded,Not submitted yet,Changed since submitted,In a draft");
    assertThat(agencys.lines().filter(line -> line.contains("," + thisMonth() + ",")))
        .singleElement()
        .asString()
        .contains(",Due,");
    String carriers = file(us.reviewer(), "");
    assertThat(carriers).contains("Nothing reported").doesNotContain("Incidents recorded");
    assertThat(carriers.lines()).hasSize(2);
    assertThat(file(us.reviewer(), "&status=OVERDUE").lines()).hasSize(1);
    assertThat(file(us.reviewer(), "&agencyId=" + us.agency()).lines()).hasSize(2);
    api.as(us.reviewer())
        .get("/v1/reporting-periods/export?agencyId=" + UUID.randomUUID())
        .then()
        .statusCode(404);
  }

  private String file(TestUser person, String query) {
    return api.as(person)
        .get("/v1/reporting-periods/export?format=CSV" + query)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  @Test
  void aReportGoesFromInTimeOverReturnedToAcknowledged() {
    String incident = us.incident(knownToday(""));
    String id = us.submitted();
    seenByAgency("SUBMITTED_ON_TIME").body("items[0].counts.submitted", equalTo(1));
    seenByCarrier("SUBMITTED_ON_TIME");
    us.returned(id).statusCode(200);
    seenByAgency("RETURNED");
    seenByCarrier("RETURNED");
    us.step(us.reporter(), id, "refresh", null).statusCode(200);
    us.submit(id).statusCode(200);
    us.acknowledge(id).statusCode(200);
    seenByAgency("ACKNOWLEDGED");
    seenByCarrier("ACKNOWLEDGED").body("items[0].counts.acknowledged", equalTo(1));
    us.change(incident, "{\"state\": \"TX\"}").statusCode(200);
    seenByAgency("ACKNOWLEDGED").body("items[0].counts.followUps", equalTo(1));
    us.incident(knownToday(""));
    seenByAgency("DUE");
    seenByCarrier("ACKNOWLEDGED");
    // The draft has the change and the new one, and only the new one was never submitted.
    us.drafted("");
    seenByAgency("DRAFTING")
        .body("items[0].counts.inDraft", equalTo(2))
        .body(
            "items[0].why",
            startsWith("1 incident is recorded and not submitted, 1 of them in a draft"));
  }

  @Test
  void whatIsWithdrawnIsOwedAgain() {
    us.incident(knownToday(""));
    us.withdraw(us.submitted()).statusCode(200);
    seenByCarrier("NOTHING_REPORTED");
    seenByAgency("DUE");
  }

  @Test
  void aCarrierThatWantsNilReportsIsOwedOneSinceTheContractBegan() {
    us = Reporting.of(api, crowd, organizations, true);
    seenByAgency("DUE").body("items[0].nilReportOwed", equalTo(true));
    seenByCarrier("DUE");
    api.as(us.reporter())
        .get("/v1/reporting-periods?status=OVERDUE")
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
    crowd.run("update agency_contract set since = '2020-01-01' where agency_id = ?", us.agency());
    String old = thisMonth().minusMonths(4).toString();
    api.as(us.reviewer())
        .get("/v1/reporting-periods?status=OVERDUE&fromPeriod=" + old + "&toPeriod=" + old)
        .then()
        .body("items.agency.id", contains(us.agency().toString()));
    nilIsPossible(us.reporter(), thisMonth(), false);
    nilIsPossible(us.reporter(), lastMonth(), true);
    nilIsPossible(us.reviewer(), lastMonth(), false);
    us.declareNil(lastMonth(), "").statusCode(201);
    seen(us.reporter(), lastMonth(), "NIL_DECLARED");
    seen(us.reviewer(), lastMonth(), "NIL_DECLARED");
    nilIsPossible(us.reporter(), lastMonth(), false);
    us.incident(Reporting.known(Reporting.today().minusMonths(3), ""));
    nilIsPossible(us.reporter(), YearMonth.from(Reporting.today().minusMonths(3)), false);
  }

  private void nilIsPossible(TestUser person, YearMonth month, boolean isPossible) {
    api.as(person)
        .get("/v1/reporting-periods?fromPeriod=" + month + "&toPeriod=" + month)
        .then()
        .statusCode(200)
        .body("items.nilReportPossible", contains(isPossible));
  }

  @Test
  void whatWasNotSubmittedInItsTimeIsOverdueAndThenLate() {
    us.incident(Reporting.known(Reporting.today().minusMonths(3), ""));
    String month =
        "?fromPeriod=" + thisMonth().minusMonths(3) + "&toPeriod=" + thisMonth().minusMonths(3);
    api.as(us.reporter())
        .get("/v1/reporting-periods" + month)
        .then()
        .body("items.status", contains("OVERDUE"));
    api.as(us.reviewer())
        .get("/v1/reporting-periods" + month)
        .then()
        .body("items.status", contains("NOTHING_REPORTED"));
    us.submit(us.drafted(""), "\"lateReason\": \"We had overlooked it\"").statusCode(200);
    api.as(us.reviewer())
        .get("/v1/reporting-periods" + month)
        .then()
        .body("items.status", contains("SUBMITTED_LATE"))
        .body("items[0].counts.late", equalTo(1));
  }

  @Test
  void aCarrierPagesThroughItsAgencies() {
    Reporting others = Reporting.to(api, crowd, organizations, us.carrier(), us.reviewer());
    String next =
        api.as(us.reviewer())
            .get("/v1/reporting-periods?limit=1")
            .then()
            .body("items.agency.id", contains(us.agency().toString()))
            .extract()
            .path("nextCursor");
    api.as(us.reviewer())
        .get("/v1/reporting-periods?limit=1&cursor=" + next)
        .then()
        .body("items.agency.id", contains(others.agency().toString()))
        .body("nextCursor", nullValue());
  }

  @Test
  void nobodySeesAnotherOrganizationsMonths() {
    us.incident(knownToday(""));
    us.submitted();
    Reporting others = Reporting.to(api, crowd, organizations, us.carrier(), us.reviewer());
    api.as(others.reporter())
        .get("/v1/reporting-periods")
        .then()
        .body("items.agency.id", everyItem(equalTo(others.agency().toString())))
        .body("items.status", everyItem(equalTo("NOTHING_TO_REPORT")));
    TestUser stranger = crowd.someone(Role.CARRIER_REVIEWER);
    api.as(stranger).get("/v1/reporting-periods").then().body("items", hasSize(0));
    api.as(stranger).get("/v1/reporting-periods?agencyId=" + us.agency()).then().statusCode(404);
    api.as(us.reporter())
        .get("/v1/reporting-periods?carrierId=" + stranger.organizationId())
        .then()
        .statusCode(404);
    api.as(us.reporter())
        .get("/v1/reporting-periods?agencyId=" + others.agency())
        .then()
        .statusCode(404);
    api.as(us.reporter())
        .get("/v1/reporting-periods?agencyId=" + UUID.randomUUID())
        .then()
        .statusCode(404);
  }

  @Test
  void aRangeOfMonthsIsBounded() {
    for (String query :
        new String[] {
          "fromPeriod=2024-01&toPeriod=2026-01",
          "fromPeriod=2026-02&toPeriod=2026-01",
          "fromPeriod=2026-13"
        }) {
      api.as(us.reporter()).get("/v1/reporting-periods?" + query).then().statusCode(400);
    }
  }

  @Test
  void theMonthsAreReadFromTheOldestToo() {
    String query =
        "?fromPeriod=%s&toPeriod=%s&direction=".formatted(thisMonth().minusMonths(1), thisMonth());
    String[] months = {thisMonth().toString(), thisMonth().minusMonths(1).toString()};
    for (TestUser person : new TestUser[] {us.reporter(), us.reviewer()}) {
      api.as(person)
          .get("/v1/reporting-periods" + query + "DESCENDING")
          .then()
          .body("items.period", contains(months));
      api.as(person)
          .get("/v1/reporting-periods" + query + "ASCENDING")
          .then()
          .body("items.period", contains(months[1], months[0]));
    }
  }

  private ValidatableResponse seenByAgency(String status) {
    return seen(us.reporter(), thisMonth(), status);
  }

  private ValidatableResponse seenByCarrier(String status) {
    return seen(us.reviewer(), thisMonth(), status);
  }

  private ValidatableResponse seen(TestUser person, YearMonth month, String status) {
    return api.as(person)
        .get("/v1/reporting-periods?fromPeriod=%s&toPeriod=%1$s".formatted(month))
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items.status", contains(status));
  }
}
