package app.upline.beneficiary;

import static app.upline.testing.DisclosedIncidents.Kind.ORDINARY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.Contract;
import app.upline.testing.DisclosedIncidents;
import app.upline.testing.Owner;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whom an incident happened to: who sees what of it, and what stays of each reading. */
@Tag("engine")
@MicronautTest(transactional = false)
class BeneficiaryTest {

  private static final String JANE =
      """
      {"fullName": " Jane  Doe", "mbi": "1eg4te5mk73", "shareWithCarrier": %s}
      """;

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject Owner owner;
  @Inject DisclosedIncidents incidents;

  private UUID agency;
  private UUID carrier;
  private TestUser reporter;
  private TestUser officer;
  private TestUser analyst;
  private TestUser carrierOfficer;
  private UUID incident;

  @BeforeEach
  void anIncident() {
    agency = crowd.agency();
    carrier = crowd.carrier();
    reporter = crowd.someone(Role.AGENCY_REPORTER, agency);
    officer = crowd.someone(Role.AGENCY_PRIVACY_OFFICER, agency);
    analyst = crowd.someone(Role.CARRIER_ANALYST, carrier);
    carrierOfficer = crowd.someone(Role.CARRIER_PRIVACY_OFFICER, carrier);
    incident = incidents.record(reporter, carrier, ORDINARY);
  }

  @Test
  void itIsShownMaskedAndItsChangesAreGuarded() {
    get(reporter).body("recorded", equalTo(false)).header("ETag", "\"0\"");
    put("\"0\"", JANE.formatted(false))
        .statusCode(200)
        .body("maskedName", equalTo("J*** D***"))
        .body("maskedMbi", equalTo("1EG4-***-**73"))
        .header("ETag", "\"1\"")
        .header("Cache-Control", "no-store");
    put("\"0\"", JANE.formatted(true)).statusCode(412);
    put(null, JANE.formatted(true)).statusCode(428);
    get(officer).body("maskedName", equalTo("J*** D***")).body("shareWithCarrier", equalTo(false));
  }

  @Test
  void onlyAPrivacyOfficerReadsItInClearAndEachReadingIsOnRecord() {
    put("\"0\"", JANE.formatted(false)).statusCode(200);
    reveal(reporter, "The enrollment must be reversed.").statusCode(403);
    reveal(officer, "because").statusCode(422).body("errors[0].pointer", equalTo("/reason"));
    reveal(officer, "I must read about 1EG4-TE5-MK73.")
        .statusCode(422)
        .body("errors[0].code", equalTo("PERSONAL_DATA"));
    reveal(officer, "The enrollment must be reversed.")
        .statusCode(200)
        .body("fullName", equalTo("Jane Doe"))
        .body("mbi", equalTo("1EG4-TE5-MK73"))
        .header("Cache-Control", "no-store");
    reveal(officer, "The enrollment must be reversed again.").statusCode(200);
    reveals(officer)
        .body(
            "items.reason",
            contains("The enrollment must be reversed again.", "The enrollment must be reversed."));
  }

  @Test
  void aCarrierSeesItWhenItIsSharedAndTheIncidentDisclosed() {
    put("\"0\"", JANE.formatted(true)).statusCode(200);
    api.as(analyst).get(block()).then().statusCode(404);
    reveal(carrierOfficer, "The member must be called back.").statusCode(404);
    incidents.disclose(
        reporter, incident, 1, carrier, ORDINARY, LocalDateTime.of(2026, 4, 1, 9, 0));
    get(analyst).body("maskedMbi", equalTo("1EG4-***-**73"));
    reveal(carrierOfficer, "The member must be called back.")
        .statusCode(200)
        .body("fullName", equalTo("Jane Doe"));
    reveals(carrierOfficer).body("items", hasSize(1));
    reveals(officer).body("items", hasSize(0));
  }

  @Test
  void whatIsNotSharedLooksToACarrierAsIfThereWereNothing() {
    incidents.disclose(
        reporter, incident, 1, carrier, ORDINARY, LocalDateTime.of(2026, 4, 1, 9, 0));
    String nothing = api.as(analyst).get(block()).asString();
    put("\"0\"", JANE.formatted(false)).statusCode(200);
    var hidden = api.as(analyst).get(block());
    assertThat(hidden.asString()).isEqualTo(nothing);
    assertThat(hidden.header("ETag")).isEqualTo("\"0\"");
    reveal(carrierOfficer, "The member must be called back.").statusCode(404);
  }

  @Test
  void whatWasNeverDisclosedIsErasedAndWhatACarrierWasShownStaysSealedOnRecord() {
    put("\"0\"", JANE.formatted(true)).statusCode(200);
    remove("\"1\"").statusCode(204);
    get(reporter).body("recorded", equalTo(false)).header("ETag", "\"2\"");
    assertThat(sealedRows()).isZero();
    put("\"2\"", JANE.formatted(true)).statusCode(200);
    incidents.disclose(
        reporter, incident, 1, carrier, ORDINARY, LocalDateTime.of(2026, 4, 1, 9, 0));
    remove("\"3\"").statusCode(204);
    get(reporter).body("recorded", equalTo(false));
    get(analyst).body("recorded", equalTo(false));
    reveal(officer, "The enrollment must be reversed.").statusCode(404);
    assertThat(sealedRows()).isEqualTo(1);
  }

  @Test
  void incidentsOfOneMedicareNumberFindEachOtherWithinTheAgencyOnly() {
    put("\"0\"", JANE.formatted(false)).statusCode(200);
    UUID second = incidents.record(reporter, carrier, ORDINARY);
    put(reporter, second, "\"0\"", "{\"mbi\": \"1EG4-TE5-MK73\", \"shareWithCarrier\": false}")
        .statusCode(200)
        .body("maskedName", nullValue());
    TestUser elsewhere = crowd.someone(Role.AGENCY_REPORTER);
    UUID foreign = incidents.record(elsewhere, carrier, ORDINARY);
    put(elsewhere, foreign, "\"0\"", JANE.formatted(false)).statusCode(200);
    api.as(reporter)
        .get(block() + "/matches")
        .then()
        .statusCode(200)
        .body("items.incidentId", contains(second.toString()));
    put(reporter, second, "\"1\"", "{\"fullName\": \"Jo\", \"shareWithCarrier\": false}")
        .statusCode(200);
    api.as(reporter).get(block() + "/matches").then().body("items", hasSize(0));
  }

  @Test
  void whatIsWrongIsToldWithoutRepeatingIt() {
    String answer =
        put("\"0\"", "{\"fullName\": \"J\", \"mbi\": \"0EG4-TE5-MK73\"}")
            .statusCode(422)
            .body("errors.pointer", containsInAnyOrder("/shareWithCarrier", "/fullName", "/mbi"))
            .extract()
            .asString();
    assertThat(answer).doesNotContain("0EG4");
    put("\"0\"", "{\"shareWithCarrier\": true}")
        .statusCode(422)
        .body("errors.code", contains("NOTHING_RECORDED"));
  }

  /** Derived from the contract: as another's, the block is not there. */
  @TestFactory
  Stream<DynamicTest> somebodyElsesBlockIsNotFound() {
    put("\"0\"", JANE.formatted(true)).statusCode(200);
    incidents.disclose(
        reporter, incident, 1, carrier, ORDINARY, LocalDateTime.of(2026, 4, 1, 9, 0));
    return Contract.get().operations().stream()
        .filter(o -> o.path().startsWith("/v1/incidents/{incidentId}/beneficiary"))
        .flatMap(
            o ->
                ((List<?>) o.body().get("x-roles"))
                    .stream()
                        .map(name -> Role.valueOf(name.toString()))
                        .map(
                            role ->
                                DynamicTest.dynamicTest(
                                    o.id() + " as another's " + role,
                                    () ->
                                        assertThat(foreign(o.method(), o.path(), role))
                                            .isEqualTo(404))));
  }

  private int foreign(String method, String path, Role role) {
    var request = api.as(crowd.someone(role)).header("If-Match", "\"1\"");
    if (method.equals("put")) {
      request.contentType("application/json").body(JANE.formatted(true));
    } else if (method.equals("post")) {
      request.contentType("application/json").body("{\"reason\": \"Only out of curiosity.\"}");
    }
    return request
        .request(method.toUpperCase(), path.replace("{incidentId}", incident.toString()))
        .statusCode();
  }

  private int sealedRows() {
    return owner.run(
        "update incident_beneficiary set changed_by = changed_by, changed_at = utc_timestamp(6) where incident_id = ? and sealed is not null",
        incident);
  }

  private String block() {
    return "/v1/incidents/" + incident + "/beneficiary";
  }

  private ValidatableResponse get(TestUser person) {
    return api.as(person).get(block()).then().statusCode(200);
  }

  private ValidatableResponse put(String ifMatch, String body) {
    return put(reporter, incident, ifMatch, body);
  }

  private ValidatableResponse put(TestUser person, UUID of, String ifMatch, String body) {
    var request = api.as(person).contentType("application/json").body(body);
    if (ifMatch != null) {
      request.header("If-Match", ifMatch);
    }
    return request.put("/v1/incidents/" + of + "/beneficiary").then();
  }

  private ValidatableResponse remove(String ifMatch) {
    return api.as(reporter).header("If-Match", ifMatch).delete(block()).then();
  }

  private ValidatableResponse reveal(TestUser person, String reason) {
    return api.as(person)
        .contentType("application/json")
        .body("{\"reason\": \"" + reason + "\"}")
        .post(block() + "/reveal")
        .then();
  }

  private ValidatableResponse reveals(TestUser person) {
    return api.as(person).get(block() + "/reveals").then().statusCode(200);
  }
}
