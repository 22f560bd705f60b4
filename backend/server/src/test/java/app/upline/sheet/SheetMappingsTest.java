package app.upline.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What is said of a sheet once: columns, fixed values, what values mean; and the next such sheet.
 */
@Tag("engine")
@MicronautTest(transactional = false)
class SheetMappingsTest {

  private static final String REGISTER = "/v1/relationship-imports";

  /** No column says what kind of entity it is, and one of what they do is called otherwise. */
  private static final String HEADER =
      "Name of Subcontractor / TPMO (legal),NPN,Duties per contract,Street,City,ST,Zip,Contact,E-mail,Web site(s),Start date,Offshore? (Y/N)\r\n";

  private static final String ROW =
      "Keystone Media Inc.,15693069,mktg / SALES DESK,1 Main St,Boston,MA,02108,Desk,desk@keystone.example,www.keystone.example,12/15/2021,n\r\n";
  private static final String NEXT =
      "Lone Star LLC,6657085,MKTG,1 Main St,Tampa,FL,33602,Desk,desk@lonestar.example,www.lonestar.example,12/15/2021,n\r\n";

  private static final String MAPPING =
      """
      {"columns": {"Duties per contract": "functions"},
       "fixedValues": {"entityType": "Call center"},
       "translations": {"functions": {"mktg": "Marketing", "Sales desk": "Sales"}}}
      """;

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject OrganizationRegistry organizations;

  private TestUser reporter;

  @BeforeEach
  void anAgency() {
    UUID agency = crowd.agency();
    organizations.contract(agency, crowd.carrier());
    reporter = crowd.someone(Role.AGENCY_REPORTER, agency);
  }

  @Test
  void whatIsSaidOfASheetIsToldAndRememberedForTheNextWithTheSameHeadings() {
    upload(HEADER + ROW, Map.of())
        .body("status", equalTo("CHECKED_WITH_ERRORS"))
        .body("errors.code", hasItem("COLUMN_MISSING"))
        .body("mapping.remembered", nullValue());

    upload(HEADER + ROW, Map.of("mapping", MAPPING, "mode", "COMMIT"))
        .body("errors", hasSize(0))
        .body("status", equalTo("APPLIED"))
        .body("mapping.columns.find { it.field == 'functions' }.confidence", equalTo("CHOSEN"))
        .body("mapping.fixedValues.field", contains("entityType"))
        .body("mapping.fixedValues.text", contains("Call center"))
        .body("mapping.translations.find { it.from == 'mktg' }.cells", equalTo(1))
        .body("mapping.translations.find { it.from == 'Sales desk' }.cells", equalTo(1))
        .body("mapping.remembered", nullValue());
    api.as(reporter)
        .get("/v1/relationships")
        .then()
        .body("items[0].entityType", equalTo("CALL_CENTER"))
        .body("items[0].functions", hasItems("MARKETING", "SALES"));

    // The columns stand in another order.
    String turned =
        "Duties per contract,Name of Subcontractor / TPMO (legal),NPN,Street,City,ST,Zip,Contact,E-mail,Web site(s),Start date,Offshore? (Y/N)\r\n"
            + "MKTG,Lone Star LLC,6657085,1 Main St,Tampa,FL,33602,Desk,desk@lonestar.example,www.lonestar.example,12/15/2021,n\r\n";
    upload(turned, Map.of("mode", "COMMIT"))
        .body("errors", hasSize(0))
        .body("status", equalTo("APPLIED"))
        .body("mapping.columns[0].confidence", equalTo("REMEMBERED"))
        .body("mapping.remembered.name", equalTo("vendors.csv"))
        .body("mapping.translations.find { it.from == 'mktg' }.cells", equalTo(1))
        .body("notices.code", hasItem("MAPPING_REMEMBERED"));
    api.as(reporter)
        .multiPart("file", "vendors.csv", turned.getBytes(UTF_8), "text/csv")
        .post("/v1/relationship-mappings")
        .then()
        .statusCode(200)
        .body("columns[0].confidence", equalTo("REMEMBERED"))
        .body("fixedValues.field", contains("entityType"));

    // A sender who does not want it says so; a sheet with one heading more is another sheet.
    upload(turned, Map.of("recallMapping", "false"))
        .body("mapping.remembered", nullValue())
        .body("mapping.fixedValues", hasSize(0))
        .body("mapping.columns.confidence", not(hasItem("REMEMBERED")));
    upload(
            HEADER.replace("NPN,", "NPN,Region,") + NEXT.replace("6657085,", "6657085,South,"),
            Map.of())
        .body("mapping.remembered", nullValue())
        .body("mapping.columns.confidence", not(hasItem("REMEMBERED")));
    // Another agency's sheets are its own.
    TestUser stranger = crowd.someone(Role.AGENCY_REPORTER);
    send(stranger, HEADER + ROW, Map.of()).body("mapping.remembered", nullValue());
    api.as(stranger).get("/v1/sheet-mappings").then().body("items", hasSize(0));
  }

  @Test
  void whatIsRememberedIsListedChangedAndForgotten() {
    upload(HEADER + ROW, Map.of("mapping", MAPPING));
    Map<String, Object> mapping =
        api.as(reporter)
            .get("/v1/sheet-mappings")
            .then()
            .statusCode(200)
            .body("items", hasSize(1))
            .body("items[0].subject", equalTo("RELATIONSHIPS"))
            .body("items[0].headings", hasItem("Duties per contract"))
            .body("items[0].columns.column", contains("Duties per contract"))
            .extract()
            .path("items[0]");
    String path = "/v1/sheet-mappings/" + mapping.get("id");
    // The same again is nothing new.
    upload(HEADER + ROW, Map.of("mapping", MAPPING));
    api.as(reporter).get(path).then().header("ETag", "\"1\"");

    Map<String, Object> draft =
        Map.of(
            "name",
            "Vendor list",
            "columns",
            List.of(Map.of("column", "Duties per contract", "field", "functions")),
            "fixedValues",
            List.of(Map.of("field", "entityType", "text", "Lead generator")),
            "translations",
            List.of(Map.of("field", "functions", "from", "mktg", "to", "Marketing")));
    put(path, "\"7\"", draft).statusCode(412);
    put(path, "\"1\"", draft)
        .statusCode(200)
        .header("ETag", "\"2\"")
        .body("name", equalTo("Vendor list"))
        .body("fixedValues[0].text", equalTo("Lead generator"));
    upload(HEADER + NEXT, Map.of())
        .body("mapping.remembered.name", equalTo("Vendor list"))
        .body("mapping.fixedValues.text", contains("Lead generator"));

    put(
            path,
            "*",
            Map.of(
                "name",
                "Of 1EG4-TE5-MK73",
                "columns",
                List.of(
                    Map.of("column", "No such heading", "field", "functions"),
                    Map.of("column", "NPN", "field", "shoeSize")),
                "fixedValues",
                List.of(
                    Map.of("field", "functions", "text", "Sales"),
                    Map.of("field", "reference", "text", "REL-2026-7KQ2-000001"))))
        .statusCode(422)
        .body(
            "errors.code",
            contains(
                "PERSONAL_DATA_REFUSED",
                "UNKNOWN_COLUMN",
                "UNKNOWN_FIELD",
                "DUPLICATE_FIELD",
                "IDENTIFIES_A_RECORD"));
    TestUser stranger = crowd.someone(Role.AGENCY_REPORTER);
    api.as(stranger).get(path).then().statusCode(404);

    // A column holds the state: who uploads the next one said nothing, and is told who did.
    put(
            path,
            "*",
            Map.of(
                "name",
                "Vendor list",
                "columns",
                List.of(),
                "fixedValues",
                List.of(Map.of("field", "state", "text", "TX"))))
        .statusCode(200);
    refused("").statusCode(422).body("detail", containsString("“Vendor list”"));
    upload(HEADER + NEXT, Map.of("recallMapping", "false"));
    api.as(reporter).header("If-Match", "*").delete(path).then().statusCode(204);
    upload(HEADER + NEXT, Map.of()).body("mapping.remembered", nullValue());
    api.as(reporter).get(path).then().statusCode(404);
  }

  @Test
  void whatIsSaidThatDoesNotFitIsRefusedAndAWrongFixedValueIsToldOnce() {
    refused(
            "{\"columns\": {\"Duties per contract\": \"functions\"}, \"fixedValues\": {\"state\": \"TX\"}}")
        .statusCode(422)
        .body("type", equalTo("urn:upline:problem:mapping-invalid"))
        .body("detail", containsString("\"ST\""));
    refused("{\"columns\": {\"NPN\": \"npn\"}, \"extra\": {}}").statusCode(400);
    refused("{\"translations\": {\"functions\": {\"mktg\": null}}}").statusCode(400);

    upload(
            HEADER + ROW + NEXT,
            Map.of("mapping", MAPPING.replace("Call center", "Circus"), "rememberMapping", "false"))
        .body("errors.code", contains("UNKNOWN_CODE"))
        .body("errors[0].row", equalTo(1))
        .body("errors[0].field", equalTo("entityType"))
        .body("errors[0].message", containsString("2 rows, from row 2"));
    api.as(reporter).get("/v1/sheet-mappings").then().body("items", hasSize(0));
  }

  @Test
  void aMissingColumnIsMendedWithTheCorrectionsAndRememberedToo() {
    String id =
        upload(
                HEADER + ROW,
                Map.of("mapping", "{\"Duties per contract\": \"functions\"}", "mode", "COMMIT"))
            .body("status", equalTo("REJECTED"))
            .extract()
            .path("id");
    Map<String, Object> rest =
        Map.of(
            "columns",
            List.of(),
            "fixedValues",
            List.of(Map.of("field", "entityType", "text", "Call center")),
            "translations",
            List.of(
                Map.of("field", "functions", "from", "mktg", "to", "Marketing"),
                Map.of("field", "functions", "from", "sales desk", "to", "Sales")));
    api.as(reporter)
        .header("If-Match", "*")
        .contentType("application/json")
        .body(Map.of("mode", "COMMIT", "mapping", rest))
        .post(REGISTER + "/" + id + "/corrections")
        .then()
        .statusCode(200)
        .body("errors", hasSize(0))
        .body("status", equalTo("APPLIED"))
        .body("mapping.columns.find { it.field == 'functions' }.confidence", equalTo("CHOSEN"));
    upload(HEADER + NEXT, Map.of())
        .body("status", equalTo("CHECKED"))
        .body("notices.code", hasItem("MAPPING_REMEMBERED"))
        .body("notices.code", not(hasItem("COLUMN_GUESSED")));
  }

  private ValidatableResponse put(String path, String version, Map<String, Object> draft) {
    return api.as(reporter)
        .header("If-Match", version)
        .contentType("application/json")
        .body(draft)
        .put(path)
        .then();
  }

  private ValidatableResponse refused(String mapping) {
    return api.as(reporter)
        .multiPart("file", "vendors.csv", (HEADER + ROW).getBytes(UTF_8), "text/csv")
        .multiPart("mapping", mapping)
        .post(REGISTER)
        .then();
  }

  private ValidatableResponse upload(String csv, Map<String, String> parts) {
    return send(reporter, csv, parts);
  }

  private ValidatableResponse send(TestUser person, String csv, Map<String, String> parts) {
    var request = api.as(person).multiPart("file", "vendors.csv", csv.getBytes(UTF_8), "text/csv");
    parts.forEach(request::multiPart);
    return request.post(REGISTER).then().statusCode(201);
  }
}
