package app.upline.relationship;

import static app.upline.local.SheetByHand.formula;
import static app.upline.local.SheetByHand.number;
import static app.upline.local.SheetByHand.text;
import static app.upline.local.SheetByHand.typed;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import app.upline.identity.Role;
import app.upline.local.SheetByHand;
import app.upline.local.SheetByHand.Content;
import app.upline.testing.Api;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a clerk saw in her sheet is what the register holds, or she is told at the cell. */
@Tag("engine")
@MicronautTest(transactional = false)
class SeenCellsUploadTest {

  private static final Map<String, Content> VENDOR = new LinkedHashMap<>();

  static {
    VENDOR.put("Legal name", text("Prickly Pear Media LLC"));
    VENDOR.put("Your reference", text("T-1"));
    VENDOR.put("Entity type", text("Call Center"));
    VENDOR.put("NPN", text("16082419"));
    VENDOR.put("EIN", text(""));
    VENDOR.put("Functions", text("Marketing"));
    VENDOR.put("Lead channels", text(""));
    VENDOR.put("Websites", text("https://www.vendor.example"));
    VENDOR.put("Street", text("1 Main St"));
    VENDOR.put("City", text("Mesa"));
    VENDOR.put("State", text("AZ"));
    VENDOR.put("ZIP code", text("85201"));
    VENDOR.put("Contact name", text("Pat Doe"));
    VENDOR.put("Contact e-mail", text("pat@vendor.example"));
    VENDOR.put("Contact phone", text("602-555-0100"));
    VENDOR.put("Start date", text("01/15/2024"));
    VENDOR.put("Offshore?", text("No"));
    VENDOR.put("Agreement date", text(""));
    VENDOR.put("Trade names (DBA)", text(""));
    VENDOR.put("Street, second line", text(""));
  }

  @Inject Api api;
  @Inject TestUsers crowd;

  private TestUser reporter;

  @BeforeEach
  void anAgency() {
    reporter = crowd.someone(Role.AGENCY_REPORTER);
  }

  @Test
  void theZerosAndLettersOfAFormatAreStored() {
    commit(
            vendor(
                Map.of(
                    "Your reference", number("27478", "00000000"),
                    "EIN", number("12345678", "00\\-0000000"),
                    "ZIP code", number("21081234", "00000\\-0000"),
                    "State", text("MA"),
                    "Contact phone",
                        number("6025550100", "[<=9999999]###\\-####;\\(###\\)\\ ###\\-####"))))
        .body("status", equalTo("APPLIED"));
    stored().body("items[0].ownReference", equalTo("00027478"));
    stored()
        .body("items[0].ein", equalTo("01-2345678"))
        .body("items[0].address.zip", equalTo("02108-1234"))
        .body("items[0].contact.phone", equalTo("+16025550100"));
  }

  @Test
  void aLetterOfAFormatMakesNoDate() {
    commit(
            vendor(
                Map.of(
                    "Your reference", number("27474", "\"S\"000000"),
                    "Offshore?", number("-1", "\"Y\";\"N\""))))
        .body("status", equalTo("APPLIED"));
    stored().body("items[0].ownReference", equalTo("S027474"));
  }

  @Test
  void aNumberShownAsASocialSecurityNumberIsRefusedAsOne() {
    for (String format : List.of("000\\-00\\-0000", "000-00-0000", "000\\ 00\\ 0000")) {
      refused(Map.of("EIN", number("123456789", format)), "E2", "SSN_REFUSED");
    }
  }

  @Test
  void daysAreThoseThatAreShown() {
    commit(vendor(Map.of("Start date", number("45305.99999999999", "m/d/yyyy"))))
        .body("status", equalTo("APPLIED"));
    stored().body("items[0].startDate", equalTo("2024-01-15"));
    commit(
            vendor(
                    Map.of(
                        "Legal name", text("Other LLC"),
                        "Your reference", text("T-2"),
                        "NPN", text("16082421"),
                        "Start date", number("43844", "")))
                .from1904())
        .body("status", equalTo("APPLIED"));
    api.as(reporter)
        .get("/v1/relationships?q=other")
        .then()
        .body("items[0].startDate", equalTo("2024-01-15"));
    refused(Map.of("Start date", number("60", "m/d/yyyy")), "P2", "CELL_HOLDS_NO_DAY");
    refused(Map.of("Start date", number("0.5", "h:mm")), "P2", "CELL_HOLDS_TIME");
  }

  @Test
  void whatASpreadsheetMadeOfATextIsNotStoredAsText() {
    refused(Map.of("Your reference", number("46023", "d-mmm")), "B2", "CELL_HOLDS_DATE");
    refused(Map.of("Legal name", number("46082", "mmm-yy")), "A2", "CELL_HOLDS_DATE");
    refused(Map.of("Street, second line", number("46150", "m/d/yyyy")), "T2", "CELL_HOLDS_DATE");
    refused(Map.of("Trade names (DBA)", typed("b", "1", "")), "S2", "CELL_HOLDS_TRUTH");
    refused(Map.of("Your reference", typed("e", "#REF!", "")), "B2", "CELL_ERROR");
    refused(Map.of("Your reference", number("400638000000", "")), "B2", "CELL_ONLY_FORMATTED");
    refused(
        Map.of("Your reference", number("1.2345678901234568E+17", "0")), "B2", "CELL_DIGITS_LOST");
  }

  @Test
  void aFormulaThatWasNeverCalculatedClearsNothing() {
    String reference =
        commit(vendor(Map.of("Trade names (DBA)", text("Best Leads"))))
                .extract()
                .path("status")
                .equals("APPLIED")
            ? stored().extract().path("items[0].reference")
            : "";
    SheetByHand update =
        SheetByHand.headed(List.of("Reference", "Legal name", "Trade names (DBA)"))
            .row(List.of(text(reference), text("Prickly Pear Media LLC"), formula("n", null)));
    commit(update)
        .body("status", equalTo("REJECTED"))
        .body("errors.cell", contains("C2"))
        .body("errors.code", contains("CELL_NOT_CALCULATED"));
    stored().body("items[0].tradeNames", contains("Best Leads"));
  }

  @Test
  void invisibleAndLookAlikeCharactersAreTakenForWhatTheyLookLike() {
    commit(
            vendor(
                Map.ofEntries(
                    Map.entry("Legal name", text("Zero\u200BWidth LLC")),
                    Map.entry("Your reference", text("\u200EQ-887693")),
                    Map.entry("NPN", text("\uFF11\uFF16\uFF10\uFF18\uFF12\uFF14\uFF12\uFF11")),
                    Map.entry("EIN", text("54\u20114873297")),
                    Map.entry("State", text("AZ\u200E")),
                    Map.entry("ZIP code", text("85201\u20131234")),
                    Map.entry("Contact e-mail", text("pat@\u200Bven\u00ADdor.example\u200E")),
                    Map.entry("Websites", text("https://www.ven\u00ADdor.example")),
                    Map.entry("Contact phone", text("\u202A602\u2013555\u20130100\u202C")),
                    Map.entry("Start date", text("01\u201315\u20132024\u200E")),
                    Map.entry("Offshore?", text("No\u200E")))))
        .body("status", equalTo("APPLIED"));
    stored()
        .body("items[0].legalName", equalTo("ZeroWidth LLC"))
        .body("items[0].ownReference", equalTo("Q-887693"))
        .body("items[0].npn", equalTo("16082421"))
        .body("items[0].ein", equalTo("54-4873297"))
        .body("items[0].address.zip", equalTo("85201-1234"))
        .body("items[0].contact.email", equalTo("pat@vendor.example"))
        .body("items[0].websites", contains("https://www.vendor.example"))
        .body("items[0].contact.phone", equalTo("+16025550100"))
        .body("items[0].startDate", equalTo("2024-01-15"));
  }

  @Test
  void twoReferencesThatLookTheSameAreTheSame() {
    SheetByHand sheet =
        vendor(
            Map.of("Your reference", text("\u200EQ-1")),
            Map.of(
                "Your reference", text("Q-1"),
                "Legal name", text("Other LLC"),
                "NPN", text("16082421")));
    commit(sheet).body("status", equalTo("REJECTED")).body("errors.cell", contains("B3"));
  }

  @Test
  void whatIsNoTextIsRefusedAtItsCell() {
    refused(Map.of("Legal name", text("Lone _xD83D_ half")), "A2", "INVALID_TEXT");
    refused(Map.of("State", text("A_xDC00_Z")), "K2", "INVALID_TEXT");
    refused(Map.of("Legal name", text("Bell _x0007_ rings")), "A2", "INVALID_TEXT");
    refused(Map.of("Legal name", text("\u202ECLL dednI")), "A2", "INVALID_TEXT");
  }

  @Test
  void datesBeyondAnyAgreementAreRefused() {
    for (String date : List.of("1/15/0024", "12/31/1899", "12/31/9999")) {
      refused(Map.of("Agreement date", text(date)), "R2", "INVALID_DATE");
    }
    refused(Map.of("Agreement date", number("2958465", "m/d/yyyy")), "R2", "INVALID_DATE");
    for (String date : List.of("0024-01-15", "1899-12-31", "9999-12-31", "+10000-01-01")) {
      api.as(reporter)
          .contentType("application/json")
          .body(Entity.named("Year LLC").with("agreementDate", date).json())
          .post("/v1/relationships")
          .then()
          .statusCode(422)
          .body("errors.code", hasItem("INVALID_DATE"));
    }
  }

  @Test
  void aColumnThatHasTheDayFirstHasItInAllItsRows() {
    SheetByHand sheet =
        vendor(
            Map.of("Agreement date", text("13/01/2024")),
            Map.of(
                "Legal name", text("Other LLC"),
                "Your reference", text("T-2"),
                "NPN", text("16082421"),
                "Agreement date", text("03/04/2024")),
            Map.of(
                "Legal name", text("Third LLC"),
                "Your reference", text("T-3"),
                "NPN", text("16082423"),
                "Agreement date", text("03/03/2024")));
    api.as(reporter)
        .multiPart("file", "sheet.xlsx", sheet.bytes(), "application/octet-stream")
        .multiPart("mode", "COMMIT")
        .multiPart("onError", "SKIP_FAULTY_ROWS")
        .post("/v1/relationship-imports")
        .then()
        .statusCode(201)
        .body("status", equalTo("APPLIED_IN_PART"))
        .body("errors.cell", contains("R2", "R3"))
        .body("errors.code", contains("INVALID_DATE", "AMBIGUOUS_DATE"));
    stored().body("items.legalName", contains("Third LLC"));
  }

  @Test
  void aPhoneNumberHasItsAreaCode() {
    for (String phone :
        List.of(
            "555-0100",
            "5550100",
            "123-456-7890",
            "602-555-01000",
            "602-555-0100 x12",
            "602-555-0100 or so")) {
      refused(Map.of("Contact phone", text(phone)), "O2", "INVALID_PHONE");
    }
    refused(
        Map.of("Contact phone", number("5550100", "[<=9999999]###\\-####;\\(###\\)\\ ###\\-####")),
        "O2",
        "INVALID_PHONE");
  }

  @Test
  void whatMeansNothingIsBlankAndTold() {
    commit(
            vendor(
                Map.of(
                    "EIN", text("N/A"),
                    "Lead channels", text("n/a"),
                    "Contact phone", text("none"),
                    "Agreement date", text("TBD"),
                    "Trade names (DBA)", text("None LLC; N/A"),
                    "Street, second line", text("-"))))
        .body("status", equalTo("APPLIED"))
        .body(
            "notices.findAll { it.code == 'PLACEHOLDER_IGNORED' }.cell",
            containsInAnyOrder("E2", "G2", "O2", "R2", "S2", "T2"))
        .body("notices.message", hasItem("“n/a” was read as blank."));
    stored().body("items[0].tradeNames", contains("None LLC"));
    commit(
            vendor(
                Map.of(
                    "Legal name",
                    text("N/A"),
                    "Your reference",
                    text("T-9"),
                    "NPN",
                    text("16082420"))))
        .body("errors.cell", contains("A2"))
        .body("errors.code", contains("REQUIRED"))
        .body("errors[0].message", containsString("“N/A”"));
    commit(vendor(Map.of("Lead channels", text("n/a"), "Functions", text("Lead Generation"))))
        .body("errors.find { it.cell == 'G2' }.message", containsString("“n/a”"));
  }

  private void refused(Map<String, Content> cells, String cell, String code) {
    commit(vendor(cells))
        .body("status", equalTo("REJECTED"))
        .body("errors.cell", contains(cell))
        .body("errors.code", contains(code));
  }

  @SafeVarargs
  private static SheetByHand vendor(Map<String, Content>... vendors) {
    SheetByHand sheet = SheetByHand.headed(new ArrayList<>(VENDOR.keySet()));
    for (Map<String, Content> vendor : vendors) {
      Map<String, Content> row = new LinkedHashMap<>(VENDOR);
      row.putAll(vendor);
      sheet.row(new ArrayList<>(row.values()));
    }
    return sheet;
  }

  private ValidatableResponse commit(SheetByHand sheet) {
    return api.as(reporter)
        .multiPart("file", "sheet.xlsx", sheet.bytes(), "application/octet-stream")
        .multiPart("mode", "COMMIT")
        .post("/v1/relationship-imports")
        .then()
        .statusCode(201);
  }

  private ValidatableResponse stored() {
    return api.as(reporter).get("/v1/relationships").then().body("items", hasSize(1));
  }
}
