package app.upline.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Filters and orders of corrective action plans. */
@Tag("engine")
@MicronautTest(transactional = false)
class PlanListTest {

  private static final String PLANS = "/v1/corrective-action-plans";

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject OrganizationRegistry organizations;

  private UUID agency;
  private TestUser reporter;
  private TestUser reviewer;

  private String dueLast;
  private String dueFirst;
  private String canceled;

  @BeforeEach
  void threePlansOneOfWhichHasEnded() {
    UUID carrier = crowd.carrier();
    agency = crowd.agency();
    organizations.contract(agency, carrier);
    reporter = crowd.someone(Role.AGENCY_REPORTER, agency);
    reviewer = crowd.someone(Role.CARRIER_REVIEWER, carrier);
    dueLast = issued("2099-03-31");
    dueFirst = issued("2099-01-31");
    canceled = issued("2099-02-28");
    api.as(reviewer)
        .header("If-Match", "\"1\"")
        .contentType(ContentType.JSON)
        .body("{\"message\": \"No longer.\"}")
        .post(PLANS + "/" + canceled + "/cancel")
        .then()
        .statusCode(200);
  }

  @Test
  void theyStandByIssueOrByWhatIsDueFromEitherEnd() {
    for (TestUser person : bothSides()) {
      assertThat(ids(person, "")).containsExactly(canceled, dueFirst, dueLast);
      assertThat(ids(person, "direction=ASCENDING")).containsExactly(dueLast, dueFirst, canceled);
      // What has ended is due no more.
      assertThat(ids(person, "sort=NEXT_DUE")).containsExactly(dueFirst, dueLast);
      assertThat(ids(person, "sort=NEXT_DUE&direction=DESCENDING"))
          .containsExactly(dueLast, dueFirst);
    }
  }

  @Test
  void whatIsDueBeforeADayComesByItsDay() {
    for (TestUser person : bothSides()) {
      assertThat(ids(person, "dueBefore=2099-12-31")).containsExactly(dueFirst, dueLast);
      assertThat(ids(person, "dueBefore=2099-02-01")).containsExactly(dueFirst);
      assertThat(ids(person, "dueBefore=2099-01-31")).isEmpty();
      assertThat(ids(person, "dueBefore=2099-12-31&sort=NEWEST"))
          .containsExactly(dueFirst, dueLast);
      assertThat(ids(person, "overdue=true")).isEmpty();
    }
  }

  @Test
  void eachSideFindsWhatItsOwnColleagueHas() {
    api.as(reporter)
        .contentType(ContentType.JSON)
        .body(
            "{\"subjectKind\": \"CORRECTIVE_ACTION_PLAN\", \"subjectId\": \"%s\", \"assigneeId\": \"%s\"}"
                .formatted(dueLast, reporter.id()))
        .post("/v1/work-assignments")
        .then()
        .statusCode(200);
    String hers = "assigneeId=" + reporter.id();
    for (String more : List.of("", "&sort=NEXT_DUE", "&state=ISSUED", "&dueBefore=2099-12-31")) {
      assertThat(ids(reporter, hers + more)).containsExactly(dueLast);
    }
    assertThat(ids(reporter, hers + "&state=CLOSED")).isEmpty();
    assertThat(ids(reviewer, hers)).isEmpty();
  }

  private List<TestUser> bothSides() {
    return List.of(reporter, reviewer);
  }

  private String issued(String due) {
    return api.as(reviewer)
        .contentType(ContentType.JSON)
        .body(
            """
            {"agencyId": "%s", "title": "Calls only with permission",
             "actionItems": [{"title": "Train all callers", "owner": "Training lead", "dueDate": "%s"}]}
            """
                .formatted(agency, due))
        .post(PLANS)
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private List<String> ids(TestUser person, String query) {
    return api.as(person)
        .get(PLANS + (query.isEmpty() ? "" : "?" + query))
        .then()
        .statusCode(200)
        .extract()
        .path("items.id");
  }
}
