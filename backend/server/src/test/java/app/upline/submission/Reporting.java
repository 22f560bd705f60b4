package app.upline.submission;

import app.upline.agency.OrganizationRegistry;
import app.upline.agency.ReportingPolicy;
import app.upline.identity.Role;
import app.upline.incident.IncidentJson;
import app.upline.testing.Api;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** An agency that reports its incidents to a carrier, over HTTP. */
public record Reporting(
    Api api, UUID agency, UUID carrier, TestUser reporter, TestUser attester, TestUser reviewer) {

  public static final ZoneId ZONE = ZoneId.of("America/New_York");

  static final String STATEMENT =
      """
      {"wordingVersion": "v1", "title": "Compliance Officer", "accepted": true}
      """;

  /**
   * A new agency and a new carrier. Where that wants to hear of months without incidents, the last
   * month is in time whatever day it is.
   */
  public static Reporting of(
      Api api, TestUsers crowd, OrganizationRegistry organizations, boolean nilWanted) {
    ReportingPolicy policy =
        new ReportingPolicy(
            LocalDate.of(2020, 1, 1),
            nilWanted ? "28" : "LAST_DAY",
            nilWanted,
            ReportingPolicy.Notice.AS_CHANGES_OCCUR,
            null,
            false,
            nilWanted ? 28 : 0,
            List.of(),
            null,
            "v1",
            "I attest.");
    UUID carrier = organizations.addCarrier("Carrier " + UUID.randomUUID(), ZONE, policy);
    return to(api, crowd, organizations, carrier, crowd.someone(Role.CARRIER_REVIEWER, carrier));
  }

  /** Another agency of the same carrier. */
  static Reporting to(
      Api api,
      TestUsers crowd,
      OrganizationRegistry organizations,
      UUID carrier,
      TestUser reviewer) {
    UUID agency = crowd.agency();
    organizations.contract(agency, carrier);
    return new Reporting(
        api,
        agency,
        carrier,
        crowd.someone(Role.AGENCY_REPORTER, agency),
        crowd.someone(Role.AGENCY_ATTESTER, agency),
        reviewer);
  }

  public static LocalDate today() {
    return LocalDate.now(ZONE);
  }

  static YearMonth thisMonth() {
    return YearMonth.from(today());
  }

  static YearMonth lastMonth() {
    return thisMonth().minusMonths(1);
  }

  /** One that became known today, with a patch. */
  public static String knownToday(String patch) {
    return known(today(), patch);
  }

  static String known(LocalDate day, String patch) {
    String dates =
        "{\"incidentDate\": \"%s\", \"discoveryDate\": \"%s\"%s}"
            .formatted(day, day, patch.isBlank() ? "" : ", " + patch);
    return dates;
  }

  /** Records an incident and answers its id. */
  public String incident(String patch) {
    return as(reporter)
        .contentType("application/json")
        .body(IncidentJson.of(carrier, patch))
        .post("/v1/incidents")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  ValidatableResponse change(String incident, String patch) {
    String tag = as(reporter).get("/v1/incidents/" + incident).header("ETag");
    return as(reporter)
        .header("If-Match", tag)
        .contentType("application/merge-patch+json")
        .body(patch)
        .patch("/v1/incidents/" + incident)
        .then();
  }

  /** Asks for a draft; the members besides carrier and kind are given. */
  ValidatableResponse draft(String members) {
    String more = members.isBlank() ? "" : ", " + members;
    return as(reporter)
        .contentType("application/json")
        .body("{\"carrierId\": \"%s\", \"kind\": \"INCIDENTS\"%s}".formatted(carrier, more))
        .post("/v1/submissions")
        .then();
  }

  String drafted(String members) {
    return draft(members).statusCode(201).extract().path("id");
  }

  ValidatableResponse selected(String incident) {
    return draft("\"scope\": \"SELECTED\", \"incidentIds\": [\"%s\"]".formatted(incident));
  }

  ValidatableResponse submit(String id) {
    return step(attester, id, "submit", STATEMENT);
  }

  ValidatableResponse submit(String id, String reasons) {
    return step(attester, id, "submit", STATEMENT.strip().replaceFirst("}$", ", " + reasons + "}"));
  }

  /** Drafts all that is undisclosed and submits it. */
  public String submitted() {
    String id = drafted("");
    submit(id).statusCode(200);
    return id;
  }

  ValidatableResponse returned(String id) {
    return step(reviewer, id, "return", "{\"message\": \"Please check the state\"}");
  }

  ValidatableResponse acknowledge(String id) {
    return step(reviewer, id, "acknowledge", "{}");
  }

  ValidatableResponse undo(String id) {
    return step(reviewer, id, "undo-acknowledgement", "{\"message\": \"The wrong one\"}");
  }

  ValidatableResponse withdraw(String id) {
    return step(attester, id, "withdraw", "{\"message\": \"Sent too early\"}");
  }

  /** Takes a step on what the person sees. */
  ValidatableResponse step(TestUser person, String id, String action, String body) {
    String tag = as(person).get("/v1/submissions/" + id).header("ETag");
    RequestSpecification request = as(person).header("If-Match", tag);
    if (body == null) {
      request.noContentType();
    } else {
      request.contentType("application/json").body(body);
    }
    return request.post("/v1/submissions/" + id + "/" + action).then();
  }

  ValidatableResponse items(TestUser person, String id) {
    return as(person).get("/v1/submissions/" + id + "/items").then().statusCode(200);
  }

  ValidatableResponse held(String query) {
    return as(reviewer).get("/v1/disclosed-incidents" + query).then().statusCode(200);
  }

  ValidatableResponse declareNil(YearMonth period, String more) {
    String members = more.isBlank() ? "" : ", " + more;
    String body =
        """
        {"carrierId": "%s", "period": "%s", "wordingVersion": "v1", "title": "Officer", "accepted": true%s}
        """
            .formatted(carrier, period, members);
    return as(attester)
        .contentType("application/json")
        .body(body)
        .post("/v1/nil-declarations")
        .then();
  }

  RequestSpecification as(TestUser person) {
    return api.as(person);
  }
}
