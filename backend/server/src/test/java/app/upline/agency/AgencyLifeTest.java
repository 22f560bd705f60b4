package app.upline.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.Mailbox;
import app.upline.testing.TestSubmissions;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Agencies come in, are called otherwise, end, and begin again. */
@Tag("engine")
@MicronautTest(transactional = false)
class AgencyLifeTest {

  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private static final String DRAFT =
      """
      {"name": "Cattail Marketing LLC", "npn": "%s", "level": "FMO", "contractStartsOn": "2026-01-01",
       "administrator": {"email": "%s", "name": "Owner"}}
      """;

  private static final String RELATIONSHIP =
      """
      {"legalName": "%s", "entityType": "MARKETING_AGENCY", "licensedProducer": false, "functions": ["MARKETING"],
       "websites": ["https://www.company.example"], "offshore": false, "startDate": "2025-01-01", "knownOn": "2025-01-01",
       "address": {"line1": "1 Main St", "city": "Tampa", "state": "FL", "zip": "33602"},
       "contact": {"name": "Desk", "email": "desk@company.example"}}
      """;

  private static final String INCIDENT =
      """
      {"carrierId": "%s", "kind": "VIOLATION", "beneficiaryInteraction": true, "subject": {"type": "AGENCY", "name": "Cattail LLC"},
       "incidentDateUnknown": true, "discoveryDate": "%s", "state": "FL", "channel": "WEB", "source": "INTERNAL_AUDIT",
       "beneficiariesAffected": 0, "primaryCategory": "UNAPPROVED_MATERIAL", "potentialHarm": false, "enrollmentAffected": false,
       "description": "A page went live before it had been approved."}
      """;

  @Inject Api api;
  @Inject TestUsers users;
  @Inject TestSubmissions submissions;
  @Inject OrganizationRegistry organizations;
  @Inject ContractDays days;
  @Inject Mailbox mailbox;

  private UUID carrier;
  private UUID agency;
  private TestUser carriers;
  private TestUser agencys;
  private TestUser reporter;

  @BeforeEach
  void anAgencyAndItsCarrier() {
    carrier = users.carrier();
    agency = users.agency();
    organizations.contract(agency, carrier, LocalDate.of(2025, 1, 1));
    carriers = users.someone(Role.CARRIER_ADMINISTRATOR, carrier);
    agencys = users.someone(Role.AGENCY_ADMINISTRATOR, agency);
    reporter = users.someone(Role.AGENCY_REPORTER, agency);
  }

  @Test
  void aCarrierTakesAnAgencyInAndAnotherOneTheSame() {
    String npn = npn();
    String address = UUID.randomUUID() + "@cattail.example";
    Response created = post(carriers, "/v1/agencies", null, DRAFT.formatted(npn, address));
    created
        .then()
        .statusCode(201)
        .body("name", equalTo("Cattail Marketing LLC"))
        .body("contract.inForce", equalTo(true))
        .body("contract.startsOn", equalTo("2026-01-01"));
    String id = created.path("id");
    api.as(carriers).get("/v1/agencies").then().body("items.id", hasItem(id));
    assertThat(mailbox.newestFor(address, 1)).contains("/accept-invitation#token=");
    post(carriers, "/v1/agencies", null, DRAFT.formatted(npn, address))
        .then()
        .statusCode(422)
        .body("errors.code", contains("ALREADY_CONTRACTED"));
    post(carriers, "/v1/agencies", null, DRAFT.formatted("0", "nobody"))
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/npn", "/administrator/email"));

    String lost = UUID.randomUUID() + "@cattail.example";
    String etag = api.as(carriers).get("/v1/agencies/" + id).header("ETag");
    post(
            carriers,
            "/v1/agencies/" + id + "/invite",
            etag,
            "{\"email\": \"%s\", \"name\": \"Owner\"}".formatted(lost))
        .then()
        .statusCode(200);
    assertThat(mailbox.newestFor(lost, 1)).contains("/accept-invitation#token=");

    // The other one learns what the agency is called, and no more.
    TestUser others = users.someone(Role.CARRIER_ADMINISTRATOR);
    api.as(others).get("/v1/agencies/" + id).then().statusCode(404);
    UUID known = UUID.fromString(id);
    users.someone(Role.AGENCY_REPORTER, known);
    post(
            others,
            "/v1/agencies",
            null,
            DRAFT.formatted(npn, "other@cattail.example").replace("Cattail Marketing", "Another"))
        .then()
        .statusCode(201)
        .body("id", equalTo(id))
        .body("name", equalTo("Cattail Marketing LLC"));
    assertThat(mailbox.to("other@cattail.example")).isEmpty();
    assertThat(eventsOf(known)).containsExactly("CONTRACT_BEGUN", "CONTRACT_BEGUN");
    post(
            carriers,
            "/v1/agencies/" + id + "/invite",
            "*",
            "{\"email\": \"%s\", \"name\": \"Owner\"}".formatted(lost))
        .then()
        .statusCode(409);
  }

  @Test
  void anAgencySaysWhatItIsCalledFromWhichDayOn() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    String before = api.as(agencys).get("/v1/agencies/" + agency).path("name");
    change(agencys, "*", today.minusDays(10), "Sedge Advisors LLC", "")
        .statusCode(200)
        .body("name", equalTo("Sedge Advisors LLC"))
        .body("uplineName", nullValue());
    change(agencys, "\"1\"", today, "Too late LLC", "").statusCode(412);
    change(
            agencys,
            "*",
            today.plusDays(30),
            "Reed Advisors LLC",
            ", \"uplineNpn\": \"7654321\", \"uplineName\": \"Prairie FMO\"")
        .statusCode(200)
        .body("name", equalTo("Sedge Advisors LLC"));

    api.as(carriers).get("/v1/agencies").then().body("items.name", contains("Sedge Advisors LLC"));
    nameOn(carriers, today.minusDays(11), before);
    nameOn(carriers, today.minusDays(10), "Sedge Advisors LLC");
    nameOn(carriers, today.plusDays(29), "Sedge Advisors LLC");
    nameOn(carriers, today.plusDays(30), "Reed Advisors LLC");
    api.as(carriers)
        .get("/v1/agencies/" + agency + "/profiles")
        .then()
        .body("items.name", contains("Reed Advisors LLC", "Sedge Advisors LLC", before))
        .body("items.pending", contains(true, false, false))
        .body("items[0].uplineName", equalTo("Prairie FMO"));
    api.as(agencys)
        .get("/v1/agencies/" + agency + "/profiles")
        .then()
        .body("items[0].uplineName", nullValue());
    assertThat(eventsOf(carrier)).containsExactly("AGENCY_CHANGED", "AGENCY_CHANGED");

    days.turn(Instant.now().plus(Duration.ofDays(31)));
    api.as(carriers)
        .get("/v1/agencies/" + agency)
        .then()
        .body("uplineName", equalTo("Prairie FMO"));
    // By the name at the contract the carrier's list stands in order.
    assertThat(users.strings("select agency_name from agency_contract where agency_id = ?", agency))
        .containsExactly("Reed Advisors LLC");
    api.as(agencys).get("/v1/agencies/" + agency).then().body("name", equalTo("Reed Advisors LLC"));
    api.as(carriers).get("/v1/agencies").then().body("items.name", contains("Reed Advisors LLC"));
    change(agencys, "*", today.plusDays(400), "Zed LLC", ", \"uplineNpn\": \"x\"")
        .statusCode(422)
        .body("errors.pointer", contains("/effectiveFrom", "/uplineNpn", "/uplineName"));
  }

  @Test
  void aCarrierRenamesOnlyAnAgencyThatIsNobodysElse() {
    change(carriers, "*", LocalDate.now(ZoneOffset.UTC), "Ours LLC", "")
        .statusCode(409)
        .body("detail", containsString("ask its administrator"));
    UUID fresh = users.agency();
    organizations.contract(fresh, carrier);
    change(carriers, fresh, "*", LocalDate.now(ZoneOffset.UTC), "Ours LLC", "")
        .statusCode(200)
        .body("name", equalTo("Ours LLC"));
    organizations.contract(fresh, users.carrier());
    change(carriers, fresh, "*", LocalDate.now(ZoneOffset.UTC), "Mine LLC", "").statusCode(409);
  }

  @Test
  void dutiesEndWithTheContractAndWhatWasOwedStaysOwed() {
    LocalDate today = LocalDate.now(NEW_YORK);
    LocalDate lastDay = today.minusDays(3);
    post(reporter, "/v1/relationships", null, RELATIONSHIP.formatted("Early Leads LLC"))
        .then()
        .statusCode(201);
    String submission = submissions.register(agency, carrier);
    post(reporter, "/v1/relationships", null, RELATIONSHIP.formatted("Owed Leads LLC"))
        .then()
        .statusCode(201);
    post(carriers, contract("end"), "*", "{\"endsOn\": \"1999-01-01\", \"reason\": \"Over.\"}")
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/endsOn"));
    String etag = api.as(carriers).get("/v1/agencies/" + agency).header("ETag");
    end(lastDay, etag)
        .statusCode(200)
        .body("contract.endsOn", equalTo(lastDay.toString()))
        .body("contract.inForce", equalTo(false));
    end(lastDay, etag).statusCode(412);
    assertThat(eventsOf(agency)).contains("CONTRACT_ENDED");

    // What it disclosed it goes on reading, and what it owed it goes on owing.
    api.as(reporter)
        .get("/v1/carriers")
        .then()
        .body("items.contract.inForce", contains(false))
        .body("items.contract.endReason", contains("It sells its book of business."));
    api.as(reporter).get("/v1/submissions/" + submission).then().statusCode(200);
    duty(1);
    post(reporter, "/v1/relationships", null, RELATIONSHIP.formatted("Later Leads LLC"))
        .then()
        .statusCode(201);
    duty(1);
    post(reporter, "/v1/incidents", null, INCIDENT.formatted(carrier, lastDay.plusDays(1)))
        .then()
        .statusCode(422)
        .body("errors.code", contains("CONTRACT_ENDED"));
    post(reporter, "/v1/incidents", null, INCIDENT.formatted(carrier, lastDay))
        .then()
        .statusCode(201);
    api.as(carriers)
        .get("/v1/agencies/%s?asOf=%s".formatted(agency, lastDay))
        .then()
        .body("contract.startsOn", equalTo("2025-01-01"));
    api.as(carriers)
        .get("/v1/agencies/%s?asOf=%s".formatted(agency, lastDay.plusDays(1)))
        .then()
        .body("contract", nullValue());

    renew(lastDay).statusCode(422).body("errors.code", contains("DATE_ORDER"));
    api.as(carriers)
        .get("/v1/agencies/" + agency)
        .then()
        .body("possibleActions", contains("END_CONTRACT", "RENEW_CONTRACT"));
    renew(today)
        .statusCode(200)
        .body("contract.inForce", equalTo(true))
        .body("possibleActions", contains("END_CONTRACT"));
    api.as(agencys)
        .get("/v1/agencies/" + agency)
        .then()
        .body("possibleActions", contains("CHANGE"));
    api.as(reporter).get("/v1/agencies/" + agency).then().body("possibleActions", empty());
    renew(today).statusCode(409);
    duty(2);
    api.as(carriers)
        .get("/v1/agencies/%s?asOf=%s".formatted(agency, lastDay))
        .then()
        .body("contract.endsOn", equalTo(lastDay.toString()))
        .body("contract.startsOn", equalTo("2025-01-01"));
  }

  @Test
  void contractsBeginAndEndOnTheirDaysAndMonthsAfterTheEndAreNotOwed() {
    users.run(
        "update reporting_policy set nil_incident_report_wanted = true where carrier_id = ?",
        carrier);
    LocalDate today = LocalDate.now(NEW_YORK);
    end(today.plusDays(5), "*").statusCode(200).body("contract.inForce", equalTo(true));
    days.turn(Instant.now().plus(Duration.ofDays(5)));
    inForce(true);
    days.turn(Instant.now().plus(Duration.ofDays(7)));
    inForce(false);
    users.run(
        "update agency_contract set ends_on = ? where agency_id = ?",
        today.minusMonths(2).withDayOfMonth(3),
        agency);
    api.as(reporter)
        .get("/v1/work")
        .then()
        .body(
            "items.findAll { it.kind == 'REPORTING_PERIOD' }.subject.period",
            hasItem(today.minusMonths(2).toString().substring(0, 7)))
        .body(
            "items.findAll { it.kind == 'REPORTING_PERIOD' }.subject.period",
            not(hasItem(today.minusMonths(1).toString().substring(0, 7))));

    UUID later = users.agency();
    organizations.contract(later, carrier, today.plusDays(4));
    TestUser theirs = users.someone(Role.AGENCY_REPORTER, later);
    post(theirs, "/v1/relationships", null, RELATIONSHIP.formatted("Early Leads LLC"))
        .then()
        .statusCode(201);
    // The month in which it begins may be on the list already.
    api.as(theirs).get("/v1/work").then().body("items.kind", not(hasItem("RELATIONSHIP_DUTY")));
    days.turn(Instant.now().plus(Duration.ofDays(5)));
    api.as(theirs).get("/v1/work").then().body("items.kind", hasItem("RELATIONSHIP_DUTY"));
  }

  private void inForce(boolean expected) {
    api.as(carriers)
        .get("/v1/agencies/" + agency)
        .then()
        .body("contract.inForce", equalTo(expected));
  }

  private void duty(int changes) {
    api.as(reporter)
        .get("/v1/work")
        .then()
        .body(
            "items.find { it.kind == 'RELATIONSHIP_DUTY' }.why",
            containsString(changes == 1 ? "1 change is" : changes + " changes are"));
  }

  private void nameOn(TestUser person, LocalDate day, String name) {
    api.as(person)
        .get("/v1/agencies/%s?asOf=%s".formatted(agency, day))
        .then()
        .statusCode(200)
        .body("name", equalTo(name));
  }

  private ValidatableResponse change(
      TestUser by, String etag, LocalDate from, String name, String more) {
    return change(by, agency, etag, from, name, more);
  }

  private ValidatableResponse change(
      TestUser by, UUID of, String etag, LocalDate from, String name, String more) {
    return post(
            by,
            "/v1/agencies/" + of + "/profiles",
            etag,
            "{\"effectiveFrom\": \"%s\", \"name\": \"%s\", \"level\": \"GA\"%s}"
                .formatted(from, name, more))
        .then();
  }

  private String contract(String verb) {
    return "/v1/agencies/" + agency + "/contract/" + verb;
  }

  private ValidatableResponse end(LocalDate lastDay, String etag) {
    return post(
            carriers,
            contract("end"),
            etag,
            "{\"endsOn\": \"%s\", \"reason\": \"It sells its book of business.\"}"
                .formatted(lastDay))
        .then();
  }

  private ValidatableResponse renew(LocalDate from) {
    return post(carriers, contract("renew"), "*", "{\"startsOn\": \"%s\"}".formatted(from)).then();
  }

  private List<String> eventsOf(UUID organization) {
    return users.strings(
        "select type from business_event where organization_id = ? and type in ('CONTRACT_BEGUN', 'CONTRACT_ENDED', 'AGENCY_CHANGED') order by id",
        organization);
  }

  private Response post(TestUser by, String path, String etag, String body) {
    var request = api.as(by).contentType(ContentType.JSON).body(body);
    return (etag == null ? request : request.header("If-Match", etag)).post(path);
  }

  private static String npn() {
    return String.valueOf(ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_999_999_999L));
  }
}
