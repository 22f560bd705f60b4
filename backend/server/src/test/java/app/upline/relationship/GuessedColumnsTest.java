package app.upline.relationship;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Which column holds what is never decided by a guess where it matters. */
@Tag("engine")
@MicronautTest(transactional = false)
class GuessedColumnsTest {

  @Inject Api api;
  @Inject TestUsers crowd;

  private TestUser reporter;

  @BeforeEach
  void anAgency() {
    reporter = crowd.someone(Role.AGENCY_REPORTER);
  }

  @Test
  void aGuessWaitsUntilItIsConfirmedOrTheMappingSaysSo() {
    byte[] file = VendorSheet.of(1).calling("Start date", "Contract start date").xlsx();
    for (String mode : new String[] {"DRY_RUN", "COMMIT"}) {
      send(file, Map.of("mode", mode))
          .body("errors.code", contains("COLUMN_UNCONFIRMED"))
          .body("errors.cell", contains("P1"))
          .body("errors.field", contains("startDate"))
          .body(notice("COLUMN_GUESSED", "cell"), equalTo("P1"))
          .body(
              notice("COLUMN_GUESSED", "message"),
              allOf(containsString("Contract start date"), containsString("Start date")));
    }
    call().get("/v1/relationships").then().body("items", empty());
    send(file, Map.of("mode", "COMMIT", "onError", "SKIP_FAULTY_ROWS"))
        .body("status", equalTo("REJECTED"));

    send(file, Map.of("mode", "DRY_RUN", "confirmGuesses", "true"))
        .body("status", equalTo("CHECKED"));
    send(file, Map.of("mode", "COMMIT", "mapping", "{\"P\": \"startDate\"}"))
        .body("status", equalTo("APPLIED"))
        .body("notices.code", not(hasItem("COLUMN_GUESSED")));
    call().get("/v1/relationships").then().body("items.startDate", contains("2024-01-15"));
    send(file, Map.of("mode", "COMMIT", "confirmGuesses", "true")).body("unchanged", equalTo(1));
  }

  @Test
  void aGuessOfWhatNobodyNeedsIsToldAndRead() {
    byte[] file = VendorSheet.of(1).calling("Websites", "Vendor website").xlsx();
    send(file, Map.of("mode", "COMMIT"))
        .body("status", equalTo("APPLIED"))
        .body(notice("COLUMN_GUESSED", "cell"), equalTo("H1"));
  }

  @Test
  void twoColumnsForOneFieldAreToldAsSuchAndNeitherIsChosen() {
    byte[] file =
        VendorSheet.of(1)
            .calling("Contact e-mail", "Email")
            .with("Email Address", "clerk@agency.example")
            .xlsx();
    send(file, Map.of("mode", "COMMIT"))
        .body("status", equalTo("REJECTED"))
        .body("errors.code", contains("COLUMN_AMBIGUOUS", "COLUMN_AMBIGUOUS"))
        .body("errors.cell", contains("N1", "R1"))
        .body(
            "errors[0].message",
            allOf(containsString("N “Email”"), containsString("R “Email Address”")))
        .body(notice("COLUMN_AMBIGUOUS", "cell"), equalTo("N1"));
    // Confirming guesses decides nothing here.
    send(file, Map.of("mode", "COMMIT", "confirmGuesses", "true"))
        .body("status", equalTo("REJECTED"));
    send(file, Map.of("mode", "COMMIT", "mapping", "{\"Email Address\": null}"))
        .body("status", equalTo("APPLIED"));
    call()
        .get("/v1/relationships")
        .then()
        .body("items.contact.email", contains("pat@vendor.example"));
  }

  @Test
  void whoFilledAFormInIsNotTheVendorsContact() {
    byte[] file =
        VendorSheet.of(1)
            .without("Contact e-mail")
            .xlsx(
                sheet -> {
                  sheet.shiftColumns(0, 15, 2);
                  sheet.getRow(0).createCell(0).setCellValue("Timestamp");
                  sheet.getRow(0).createCell(1).setCellValue("Email Address");
                  sheet.getRow(1).createCell(0).setCellValue("11/2/2026 9:14:03");
                  sheet.getRow(1).createCell(1).setCellValue("clerk@agency.example");
                });
    send(file, Map.of("mode", "COMMIT"))
        .body("status", equalTo("REJECTED"))
        .body("errors.code", contains("COLUMN_UNCONFIRMED"))
        .body("errors.cell", contains("B1"));
  }

  @Test
  void anotherDateIsNotTheStartDate() {
    byte[] file = VendorSheet.of(1).calling("Start date", "E&O effective date").xlsx();
    send(file, Map.of("mode", "COMMIT"))
        .body("errors.code", contains("COLUMN_MISSING"))
        .body("errors[0].column", equalTo("Start date"))
        .body("errors[0].message", containsString("P “E&O effective date”"));
  }

  @Test
  void halfANameIsNotTheContact() {
    byte[] file =
        VendorSheet.of(1)
            .calling("Contact name", "Contact First Name")
            .with("Contact Last Name", "Lopez Garcia")
            .xlsx();
    send(file, Map.of("mode", "COMMIT"))
        .body("errors.code", contains("COLUMN_MISSING"))
        .body("errors[0].column", equalTo("Contact name"))
        .body(
            "errors[0].message",
            allOf(containsString("Contact First Name"), containsString("Contact Last Name")));
  }

  @Test
  void whichOfTwoAddressesIsAsked() {
    VendorSheet sheet = VendorSheet.of(1);
    for (String part : new String[] {"Street", "City", "State", "ZIP code"}) {
      sheet.calling(part, "Mailing " + part).with("Physical " + part, "1 Main St");
    }
    send(sheet.xlsx(), Map.of("mode", "COMMIT"))
        .body("errors.code", hasItem("COLUMN_MISSING"))
        .body(
            "errors.message",
            hasItem(allOf(containsString("Mailing Street"), containsString("Physical Street"))))
        .body("mapping.columns.find { it.header == 'Physical State' }.field", nullValue());
  }

  @Test
  void aStatusIsNoStateAndAStateOfIncorporationNoAddress() {
    byte[] file =
        VendorSheet.of(1).with("Status", "Active").with("State of incorporation", "DE").xlsx();
    send(file, Map.of("mode", "COMMIT"))
        .body("status", equalTo("APPLIED"))
        .body("notices.findAll { it.code == 'COLUMN_IGNORED' }.cell", contains("R1", "S1"));
    call()
        .get("/v1/relationships")
        .then()
        .body("items.statesServed", contains(empty()))
        .body("items.address.state", contains("AZ"));
  }

  private static String notice(String code, String member) {
    return "notices.find { it.code == '%s' }.%s".formatted(code, member);
  }

  private ValidatableResponse send(byte[] file, Map<String, String> parts) {
    RequestSpecification form =
        call().multiPart("file", "vendors", file, "application/octet-stream");
    parts.forEach(form::multiPart);
    return form.post("/v1/relationship-imports").then().statusCode(201);
  }

  private RequestSpecification call() {
    return api.as(reporter);
  }
}
