package app.upline.submission;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import app.upline.agency.OrganizationRegistry;
import app.upline.testing.Api;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From an agency's submission to the carrier's queue, over the API alone. */
@Tag("engine")
@MicronautTest(transactional = false)
class TriageOfDisclosuresTest {

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject OrganizationRegistry organizations;

  private Reporting us;

  @BeforeEach
  void anAgencyWithACarrier() {
    us = Reporting.of(api, crowd, organizations, false);
  }

  @Test
  void whatIsSubmittedStandsInTheQueueUntilItIsWithdrawn() {
    String incident = us.incident(Reporting.knownToday("\"severity\": \"CRITICAL\""));
    queue().body("items", empty());
    String submission = us.submitted();
    queue()
        .body("items.incidentId", contains(incident))
        .body("items[0].priority", equalTo(1))
        .body("items[0].state", equalTo("NEW"));
    us.withdraw(submission).statusCode(200);
    queue().body("items", empty());
    us.submitted();
    queue().body("items.incidentId", contains(incident));
  }

  @Test
  void theBeneficiaryGoesWithTheDisclosureWhereTheAgencySharesIt() {
    String incident = us.incident(Reporting.knownToday(""));
    String block = "/v1/incidents/" + incident + "/beneficiary";
    us.as(us.reporter())
        .header("If-Match", "\"0\"")
        .contentType("application/json")
        .body("{\"fullName\": \"Jane Doe\", \"shareWithCarrier\": true}")
        .put(block)
        .then()
        .statusCode(200);
    us.as(us.reviewer()).get(block).then().statusCode(404);
    us.submitted();
    us.as(us.reviewer()).get(block).then().body("maskedName", equalTo("J*** D***"));
  }

  private ValidatableResponse queue() {
    return us.as(us.reviewer()).get("/v1/triage-items").then().statusCode(200);
  }
}
