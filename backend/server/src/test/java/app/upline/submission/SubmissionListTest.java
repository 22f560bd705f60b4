package app.upline.submission;

import static app.upline.submission.Reporting.thisMonth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

import app.upline.agency.OrganizationRegistry;
import app.upline.testing.Api;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Filters and orders of submissions, for the side that makes them and for the one that reviews. */
@Tag("engine")
@MicronautTest(transactional = false)
class SubmissionListTest {

  private static final Instant LAST_YEAR = Instant.parse("2025-11-29T12:00:00Z");

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject OrganizationRegistry organizations;

  private Reporting us;

  /** Drafted first and submitted last: what is newest is not what came last. */
  private String late;

  private String onTime;

  @BeforeEach
  void oneLateAndOneOnTime() {
    us = Reporting.of(api, crowd, organizations, false);
    us.incident(
        Reporting.known(
            thisMonth().minusMonths(2).atDay(10), "\"lateReason\": \"Found in the audit\""));
    late = us.submitted();
    us.incident(Reporting.knownToday(""));
    onTime = us.submitted();
    submittedAt(onTime, LAST_YEAR);
  }

  @Test
  void whatCameLateIsFoundByBothSides() {
    for (TestUser person : bothSides()) {
      for (String sort : List.of("", "&sort=NEWEST", "&sort=SUBMITTED_AT")) {
        assertThat(ids(person, "late=true" + sort)).containsExactly(late);
        assertThat(ids(person, "late=false" + sort)).containsExactly(onTime);
      }
    }
  }

  @Test
  void aDraftIsNeitherLateNorOnTime() {
    us.incident(Reporting.knownToday(""));
    String draft = us.draft("").statusCode(201).extract().path("id");
    assertThat(ids(us.reporter(), "")).containsExactly(draft, onTime, late);
    assertThat(ids(us.reporter(), "late=true")).containsExactly(late);
    assertThat(ids(us.reporter(), "late=false")).containsExactly(onTime);
  }

  @Test
  void eachOrderHasTwoDirections() {
    for (TestUser person : bothSides()) {
      assertThat(ids(person, "")).containsExactly(onTime, late);
      assertThat(ids(person, "direction=ASCENDING")).containsExactly(late, onTime);
      assertThat(ids(person, "sort=SUBMITTED_AT")).containsExactly(onTime, late);
      assertThat(ids(person, "sort=SUBMITTED_AT&direction=DESCENDING"))
          .containsExactly(late, onTime);
    }
  }

  @Test
  void whatWasReceivedSinceComesInTheOrderOfReceipt() {
    Instant after = LAST_YEAR.plusSeconds(1);
    submittedAt(late, LAST_YEAR.minus(1, ChronoUnit.DAYS));
    for (TestUser person : bothSides()) {
      assertThat(ids(person, "submittedSince=" + LAST_YEAR)).containsExactly(onTime);
      assertThat(ids(person, "submittedUntil=" + LAST_YEAR)).containsExactly(late);
      assertThat(ids(person, "submittedUntil=" + after)).containsExactly(late, onTime);
      assertThat(ids(person, "submittedUntil=" + after + "&sort=NEWEST"))
          .containsExactly(onTime, late);
      assertThat(ids(person, "submittedSince=" + after)).isEmpty();
    }
  }

  @Test
  void whatAColleagueHasIsFoundAndNobodyElsesAssigneeIs() {
    api.as(us.reviewer())
        .contentType(ContentType.JSON)
        .body(
            "{\"subjectKind\": \"SUBMISSION\", \"subjectId\": \"%s\", \"assigneeId\": \"%s\"}"
                .formatted(late, us.reviewer().id()))
        .post("/v1/work-assignments")
        .then()
        .statusCode(200);
    String his = "assigneeId=" + us.reviewer().id();
    for (String sort : List.of("", "&sort=SUBMITTED_AT", "&status=SUBMITTED", "&late=true")) {
      assertThat(ids(us.reviewer(), his + sort)).containsExactly(late);
    }
    assertThat(ids(us.reviewer(), his + "&late=false")).isEmpty();
    assertThat(ids(us.reviewer(), "assigneeId=" + UUID.randomUUID())).isEmpty();
    // Whom the carrier gave it to is not the agency's to know.
    assertThat(ids(us.reporter(), his)).isEmpty();
  }

  @Test
  void theFileHasTheRowsOfTheListInItsOrder() {
    String references = "sort=SUBMITTED_AT&direction=DESCENDING";
    List<String> listed =
        api.as(us.reviewer())
            .get("/v1/submissions?" + references)
            .then()
            .body("items.id", contains(late, onTime))
            .extract()
            .path("items.reference");
    String file =
        api.as(us.reviewer())
            .get("/v1/submissions/export?format=CSV&" + references)
            .then()
            .statusCode(200)
            .extract()
            .asString();
    assertThat(file).containsSubsequence(listed);
    assertThat(
            api.as(us.reviewer())
                .get("/v1/submissions/export?format=CSV&late=true")
                .then()
                .statusCode(200)
                .extract()
                .asString())
        .contains(listed.getFirst())
        .doesNotContain(listed.getLast());
  }

  private List<TestUser> bothSides() {
    return List.of(us.reporter(), us.reviewer());
  }

  private void submittedAt(String submission, Instant at) {
    crowd.run(
        "update submission set submitted_at = ? where id = ?", at, UUID.fromString(submission));
  }

  private List<String> ids(TestUser person, String query) {
    return api.as(person)
        .get("/v1/submissions" + (query.isEmpty() ? "" : "?" + query))
        .then()
        .statusCode(200)
        .extract()
        .path("items.id");
  }
}
