package app.upline.submission;

import static app.upline.submission.Reporting.known;
import static app.upline.submission.Reporting.lastMonth;
import static app.upline.submission.Reporting.thisMonth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import app.upline.agency.OrganizationRegistry;
import app.upline.testing.Api;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** That a month had no incidents, for carriers that want to be told. */
@Tag("engine")
@MicronautTest(transactional = false)
class NilDeclarationTest {

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject OrganizationRegistry organizations;

  private Reporting us;

  @BeforeEach
  void aCarrierThatWantsToBeTold() {
    us = Reporting.of(api, crowd, organizations, true);
  }

  @Test
  void oneCallDeclaresAttestsAndSubmits() {
    var answer =
        us.declareNil(lastMonth(), "")
            .statusCode(201)
            .body("status", equalTo("SUBMITTED"))
            .body("nil", equalTo(true))
            .body("period", equalTo(lastMonth().toString()))
            .body("dueDate", equalTo(thisMonth().atDay(28).toString()))
            .body("onTime", equalTo(true));
    String id = answer.extract().path("id");
    String hash = answer.extract().path("contentSha256");
    us.as(us.reviewer())
        .contentType("application/json")
        .body("{\"contentSha256\": \"" + hash + "\"}")
        .post("/v1/submissions/" + id + "/receipt-verifications")
        .then()
        .statusCode(200)
        .body("valid", equalTo(true));
    us.as(us.reviewer())
        .get("/v1/submissions?period=" + lastMonth())
        .then()
        .body("items.nil", contains(true))
        .body("items.dueDate", contains(thisMonth().atDay(28).toString()));
    us.acknowledge(id).statusCode(200);
  }

  @Test
  void aMonthIsDeclaredOnceUnlessThatWasTakenBack() {
    String id = us.declareNil(lastMonth(), "").statusCode(201).extract().path("id");
    us.declareNil(lastMonth(), "")
        .statusCode(409)
        .body("type", equalTo("urn:upline:problem:nil-declared"));
    us.withdraw(id).statusCode(200);
    us.declareNil(lastMonth(), "").statusCode(201);
  }

  @Test
  void aMonthWithIncidentsIsNotNil() {
    us.incident(known(lastMonth().atDay(1), ""));
    us.declareNil(lastMonth(), "")
        .statusCode(409)
        .body("type", equalTo("urn:upline:problem:not-nil"));
    assertThat(us.drafted("\"period\": \"%s\"".formatted(lastMonth()))).isNotBlank();
  }

  @Test
  void aCarrierThatWantsNoneIsNotTold() {
    Reporting others = Reporting.of(api, crowd, organizations, false);
    others
        .declareNil(lastMonth(), "\"lateReason\": \"We had overlooked it\"")
        .statusCode(409)
        .body("type", equalTo("urn:upline:problem:nothing-to-disclose"));
  }

  @Test
  void aLateDeclarationNeedsAReasonAndNoMonthIsDeclaredBeforeItIsOver() {
    us.declareNil(thisMonth().minusMonths(3), "")
        .statusCode(422)
        .body("errors.code", contains("LATE_REASON_REQUIRED"));
    us.declareNil(thisMonth().minusMonths(3), "\"lateReason\": \"We had overlooked it\"")
        .statusCode(201)
        .body("onTime", equalTo(false))
        .body("lateItems", equalTo(1));
    for (YearMonth month : List.of(thisMonth(), thisMonth().plusMonths(1))) {
      us.declareNil(month, "").statusCode(422).body("errors.code", contains("NOT_OVER"));
    }
  }

  @Test
  void aReturnedDeclarationIsAnsweredWithWhatHasComeUp() {
    String id = us.declareNil(lastMonth(), "").statusCode(201).extract().path("id");
    us.returned(id).statusCode(200);
    us.incident(known(lastMonth().atDay(1), ""));
    us.step(us.reporter(), id, "refresh", null).statusCode(200);
    us.submit(id).statusCode(200).body("nil", equalTo(false)).body("counts.added", equalTo(1));
    us.held("").body("items", hasSize(1));
  }
}
