package app.upline.incident;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Incidents with their disciplinary actions in a sheet as agencies send it today, and back. */
@Tag("engine")
@MicronautTest(transactional = false)
class IncidentUploadTest {

  private static final String TEXT = "The required statement was not read before benefits.";

  private static final List<String> HEADER =
      List.of(
          "Agency",
          "Agent / staff name",
          "Agent NPN",
          "Role",
          "Date of occurrence",
          "Date agency became aware",
          "State",
          "Contract/PBP",
          "How did the contact take place",
          "Who raised the issue",
          "Type of non-compliance",
          "What happened",
          "# of beneficiaries",
          "Was a beneficiary harmed? (Y/N)",
          "Result of investigation",
          "Root cause",
          "Disciplinary action taken",
          "Date of action",
          "For cause? (Y/N)");

  private static final Map<String, Object> SOUND =
      Map.ofEntries(
          Map.entry("Agency", "Lantern Light Agency LLC"),
          Map.entry("Agent / staff name", "Dana Whitfield"),
          Map.entry("Agent NPN", 6657085),
          Map.entry("Role", "Agent"),
          Map.entry("Date of occurrence", LocalDate.of(2026, 10, 12)),
          Map.entry("Date agency became aware", LocalDate.of(2026, 10, 13)),
          Map.entry("State", "az"),
          Map.entry("Contract/PBP", "h0672/3"),
          Map.entry("How did the contact take place", "Inbound call"),
          Map.entry("Who raised the issue", "Secret shop"),
          Map.entry("Type of non-compliance", "Enrolled without consent"),
          Map.entry("What happened", TEXT),
          Map.entry("# of beneficiaries", 1),
          Map.entry("Was a beneficiary harmed? (Y/N)", "Y"),
          Map.entry("Result of investigation", "Founded"),
          Map.entry("Root cause", "Training gap"),
          Map.entry("Disciplinary action taken", "Terminated for cause"),
          Map.entry("Date of action", LocalDate.of(2026, 10, 18)),
          Map.entry("For cause? (Y/N)", "Y"));

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject OrganizationRegistry organizations;

  private TestUser reporter;
  private UUID carrier;

  @BeforeEach
  void anAgencyWithACarrier() {
    carrier = crowd.carrier();
    UUID agency = crowd.agency();
    organizations.contract(agency, carrier);
    reporter = crowd.someone(Role.AGENCY_REPORTER, agency);
  }

  @Test
  void everyFaultIsToldAtItsCellAndNothingElseIsFoundAndNothingIsWritten() {
    upload(
            legacy(
                but("What happened", "short"),
                SOUND,
                but("Type of non-compliance", "Bad manners"),
                but("Agent NPN", ""),
                but("What happened", "Beneficiary 1EG4-TE5-MK73 was told there is no premium."),
                but("# of beneficiaries", -1),
                but("Date agency became aware", LocalDate.of(2026, 10, 1)),
                but("Disciplinary action taken", "Scolding")),
            "COMMIT")
        .body("status", equalTo("REJECTED"))
        .body("rows", equalTo(8))
        .body("errors.cell", contains("L5", "K7", "C8", "L9", "M10", "F11", "Q12"))
        .body(
            "errors.code",
            contains(
                "TOO_SHORT",
                "UNKNOWN_CODE",
                "NPN_REQUIRED",
                "PERSONAL_DATA_REFUSED",
                "OUT_OF_RANGE",
                "DISCOVERED_BEFORE_INCIDENT",
                "UNKNOWN_CODE"))
        .body("errors.message", not(hasItem(containsString("1EG4"))));
    list("").body("items", hasSize(0));
  }

  @Test
  void whatPeopleTypeIsReadRightAndASecondUploadChangesNothing() {
    upload(legacy(SOUND), "COMMIT")
        .body("status", equalTo("APPLIED"))
        .body("created", equalTo(1))
        .body("notices.code", hasItem("COLUMN_IGNORED"));
    list("")
        .body("items", hasSize(1))
        .body("items[0].carrierId", equalTo(carrier.toString()))
        .body("items[0].subject.npn", equalTo("6657085"))
        .body("items[0].incidentDate", equalTo("2026-10-12"))
        .body("items[0].state", equalTo("AZ"))
        .body("items[0].plan.contractNumber", equalTo("H0672"))
        .body("items[0].plan.pbp", equalTo("003"))
        .body("items[0].channel", equalTo("PHONE_INBOUND"))
        .body("items[0].primaryCategory", equalTo("ENROLLED_WITHOUT_CONSENT"))
        .body("items[0].severity", equalTo("CRITICAL"))
        .body("items[0].enrollmentAffected", equalTo(true))
        .body("items[0].investigation.status", equalTo("CLOSED"))
        .body("items[0].disciplinaryActions.type", contains("TERMINATED_FOR_CAUSE"))
        .body("items[0].disciplinaryActions[0].forCause", equalTo(true));
    upload(legacy(SOUND), "COMMIT").body("unchanged", equalTo(1)).body("created", equalTo(0));
  }

  @Test
  void aDryRunTellsWhatWouldHappenAndWritesNothing() {
    upload(legacy(SOUND), "DRY_RUN").body("status", equalTo("CHECKED")).body("created", equalTo(1));
    list("").body("items", hasSize(0));
  }

  @Test
  void onlySoundIncidentsAreWrittenWhereFaultyOnesAreToBeSkipped() {
    byte[] sheet =
        csv(
            """
            C-1,Dana Whitfield,Coaching,10/14/2026
            C-1,,Scolding,10/15/2026
            C-2,Ray Ortega,Coaching,10/14/2026
            """);
    send(sheet, Map.of("mode", "COMMIT", "onError", "SKIP_FAULTY_ROWS"))
        .body("status", equalTo("APPLIED_IN_PART"))
        .body("created", equalTo(1))
        .body("skipped", equalTo(2))
        .body("errors.cell", contains("C3"));
    list("").body("items.ownReference", contains("C-2"));
  }

  @Test
  void furtherActionsStandInRowsOfTheirOwnAndComeBackUnchanged() {
    byte[] sheet =
        csv(
            """
            C-1,Dana Whitfield,Coaching,10/14/2026
            C-2,Ray Ortega,,
            C-1,,Probation,10/15/2026
            C-1,,Retraining,10/16/2026
            """);
    send(sheet, Map.of("mode", "COMMIT")).body("rows", equalTo(4)).body("created", equalTo(2));
    list("")
        .body("items[0].disciplinaryActions.type", contains("COACHING", "PROBATION", "RETRAINING"))
        .body("items[1].disciplinaryActions", hasSize(0));
    send(sheet, Map.of("mode", "COMMIT")).body("unchanged", equalTo(2));
    for (String format : List.of("XLSX", "CSV")) {
      byte[] export = as().get("/v1/incidents/export?format=" + format).asByteArray();
      send(export, Map.of("mode", "COMMIT"))
          .body("status", equalTo("APPLIED"))
          .body("rows", equalTo(4))
          .body("unchanged", equalTo(2))
          .body("changed", equalTo(0));
    }
  }

  @Test
  void aFurtherRowNeitherContradictsTheFirstNorAddsNothing() {
    send(
            csv(
                """
                C-1,Dana Whitfield,Coaching,10/14/2026
                C-1,Ray Ortega,Probation,10/15/2026
                C-1,,,
                """),
            Map.of())
        .body("errors.cell", contains("B3", "A4"))
        .body("errors.code", contains("CONTRADICTS_ROW", "DUPLICATE_ROW"));
  }

  @Test
  void anActionOfAnExportIsChangedByItsRow() throws IOException {
    upload(legacy(SOUND), "COMMIT");
    String actionId = list("").extract().path("items[0].disciplinaryActions[0].id");
    byte[] export = as().get("/v1/incidents/export?format=CSV").asByteArray();
    String mended = new String(export, UTF_8).replace("In effect", "Rescinded");
    send(mended.getBytes(UTF_8), Map.of("mode", "COMMIT")).body("changed", equalTo(1));
    list("")
        .body("items[0].disciplinaryActions.id", contains(actionId))
        .body("items[0].disciplinaryActions.status", contains("RESCINDED"));
  }

  @Test
  void aMaskedExportComesBackUnchangedAndNothingIsLost() {
    String real = "The caller said to ring 602-555-0142 or write to pat@example.com about it.";
    String course = "Call handling, ask for pat@example.com";
    String id = recordWithPersonalText(real, course);
    for (String path :
        List.of(
            "/v1/incidents/export?format=XLSX",
            "/v1/incidents/export?format=CSV",
            "/v1/templates/incidents.xlsx?includeRows=true")) {
      byte[] export = as().get(path).asByteArray();
      send(export, Map.of("mode", "COMMIT")).body("unchanged", equalTo(1));
    }
    as().get("/v1/incidents/" + id)
        .then()
        .body("description", equalTo(real))
        .body("disciplinaryActions[0].retraining.course", equalTo(course))
        .body("revision", equalTo(2));
  }

  @Test
  void aMaskNeverTakesThePlaceOfWhatWasWritten() {
    String real = "The caller said to ring 602-555-0142 or write to pat@example.com about it.";
    String course = "Call handling, ask for pat@example.com";
    String id = recordWithPersonalText(real, course);
    String export = new String(as().get("/v1/incidents/export?format=CSV").asByteArray(), UTF_8);
    assertThat(export)
        .contains("ring [PHONE] or write to [EMAIL] about it", "ask for [EMAIL]")
        .doesNotContain("602-555-0142", "pat@example.com");
    String edited = export.replace("The caller said", "She said").replace("Call handling", "Calls");
    send(edited.getBytes(UTF_8), Map.of("mode", "COMMIT"))
        .body("errors.code", contains("REDACTED_TEXT", "REDACTED_TEXT"))
        .body("errors.column", contains("Description", "Retraining course"));
    as().get("/v1/incidents/" + id).then().body("description", equalTo(real));
    String rewritten =
        export
            .replace("ring [PHONE] or write to [EMAIL] about it", "be called back")
            .replace(", ask for [EMAIL]", "");
    send(rewritten.getBytes(UTF_8), Map.of("mode", "COMMIT")).body("changed", equalTo(1));
    as().get("/v1/incidents/" + id)
        .then()
        .body("description", equalTo("The caller said to be called back."))
        .body("disciplinaryActions[0].retraining.course", equalTo("Call handling"));
  }

  /** Recorded by a sheet, then changed by a form, which warns of such texts and takes them. */
  private String recordWithPersonalText(String description, String course) {
    upload(legacy(SOUND), "COMMIT");
    String id = list("").extract().path("items[0].id");
    String actionId = list("").extract().path("items[0].disciplinaryActions[0].id");
    String tag = as().get("/v1/incidents/" + id).header("ETag");
    as().contentType("application/merge-patch+json")
        .header("If-Match", tag)
        .body(
            """
            {"description": "%s", "disciplinaryActions": [{"id": "%s", "type": "RETRAINING", "takenBy": "AGENCY",
             "decisionDate": "2026-10-18", "forCause": false, "status": "IN_EFFECT", "retraining": {"course": "%s"}}]}
            """
                .formatted(description, actionId, course))
        .patch("/v1/incidents/" + id)
        .then()
        .statusCode(200);
    return id;
  }

  @Test
  void whatLooksLikeAnotherIncidentIsReportedOrRecordedAsTheCallerSays() {
    upload(legacy(SOUND), "COMMIT");
    byte[] sheet = legacy(alike("# of beneficiaries", 2));
    upload(sheet, "COMMIT").body("errors.code", contains("POSSIBLE_DUPLICATE"));
    send(sheet, Map.of("mode", "COMMIT", "onPossibleDuplicate", "CREATE"))
        .body("created", equalTo(1));
    list("").body("items", hasSize(2));
  }

  @Test
  void withSeveralCarriersARowOrTheUploadNamesTheOne() {
    UUID other = crowd.carrier();
    organizations.contract(reporter.organizationId(), other);
    upload(legacy(SOUND), "DRY_RUN")
        .body("errors.code", contains("COLUMN_MISSING"))
        .body("errors.column", contains("Carrier"))
        .body("errors.message", contains(containsString("carrierId")));
    send(legacy(SOUND), Map.of("mode", "COMMIT", "carrierId", other.toString()))
        .body("created", equalTo(1));
    list("?carrierId=" + other).body("items", hasSize(1));
  }

  @Test
  void aCarrierWithoutAContractIsNotReportedTo() {
    send(legacy(SOUND), Map.of("carrierId", crowd.carrier().toString()))
        .body("errors.code", contains("UNKNOWN_CARRIER"));
  }

  @Test
  void theMarkedWorkbookHasTheFaultsAtTheirCells() throws IOException {
    String id = upload(legacy(but("What happened", "short")), "COMMIT").extract().path("id");
    as().get("/v1/incident-imports/" + id + "/errors").then().body("items", hasSize(1));
    as().get("/v1/incident-imports").then().body("items.id", contains(id));
    as().get("/v1/relationship-imports").then().body("items", hasSize(0));
    as().get("/v1/relationship-imports/" + id).then().statusCode(404);
    byte[] marked = as().get("/v1/incident-imports/" + id + "/marked-workbook").asByteArray();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(marked))) {
      assertThat(workbook.getSheet("Violations").getRow(4).getCell(11).getCellComment())
          .isNotNull();
    }
  }

  @Test
  void theMarkedWorkbookMendedIsImportedWhole() throws IOException {
    byte[] faulty =
        legacy(but("What happened", "short"), SOUND, but("Type of non-compliance", "Bad manners"));
    String id = upload(faulty, "COMMIT").extract().path("id");
    byte[] marked = as().get("/v1/incident-imports/" + id + "/marked-workbook").asByteArray();
    ByteArrayOutputStream mended = new ByteArrayOutputStream();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(marked))) {
      XSSFSheet sheet = workbook.getSheet("Violations");
      sheet.getRow(4).getCell(11).setCellValue(TEXT);
      sheet.getRow(6).getCell(10).setCellValue("Enrolled without consent");
      workbook.write(mended);
    }
    upload(mended.toByteArray(), "COMMIT")
        .body("status", equalTo("APPLIED"))
        .body("created", equalTo(3))
        .body("errors", hasSize(0));
    upload(mended.toByteArray(), "COMMIT").body("unchanged", equalTo(3));
    list("").body("items", hasSize(3));
  }

  @Test
  void aPrivacyOfficerHasTheTextsInClearForAReasonThatIsOnRecord() {
    String written = TEXT + " Her number is 305-555-0142.";
    upload(legacy(but("What happened", TEXT)), "COMMIT");
    String id = list("").extract().path("items[0].id");
    as().header("If-Match", "\"1\"")
        .contentType("application/merge-patch+json")
        .body("{\"description\": \"" + written + "\"}")
        .patch("/v1/incidents/" + id)
        .then()
        .statusCode(200);
    String path = "/v1/incidents/unredacted-export?format=CSV";
    String reason = "The carrier asks for the statement as it was written.";
    TestUser officer = crowd.someone(Role.AGENCY_PRIVACY_OFFICER, reporter.organizationId());

    assertThat(as().get("/v1/incidents/export?format=CSV").asString())
        .doesNotContain("305-555-0142");
    byte[] clear =
        stating(reason, officer).post(path).then().statusCode(200).extract().asByteArray();
    assertThat(new String(clear, UTF_8)).contains(written);
    send(clear, Map.of("mode", "COMMIT")).body("unchanged", equalTo(1));

    stating("Because.", officer)
        .post(path)
        .then()
        .statusCode(422)
        .body("errors.pointer", contains("/reason"));
    stating(reason, reporter).post(path).then().statusCode(403);
    TestUser stranger = crowd.someone(Role.AGENCY_PRIVACY_OFFICER);
    assertThat(stating(reason, stranger).post(path).asString()).doesNotContain(TEXT);
    TestUser auditor = crowd.someone(Role.AGENCY_ADMINISTRATOR, reporter.organizationId());
    api.as(auditor)
        .get("/v1/audit-events?operation=exportUnredactedIncidents")
        .then()
        .statusCode(200)
        .body("items.note", hasItem(reason));
  }

  @Test
  void aNumberOrAnAddressInATextIsPointedOutAtItsCell() {
    upload(legacy(SOUND, but("What happened", TEXT + " Her number is 305-555-0142.")), "DRY_RUN")
        .body("status", equalTo("CHECKED"))
        .body("notices.find { it.code == 'PERSONAL_DATA_SUSPECTED' }.cell", equalTo("L6"))
        .body("notices.message", not(hasItem(containsString("0142"))));
  }

  private RequestSpecification stating(String reason, TestUser person) {
    return api.as(person).contentType("application/json").body("{\"reason\": \"" + reason + "\"}");
  }

  @Test
  void theTemplateOffersEveryCodeListAndTheAgencysCarriers() throws IOException {
    upload(legacy(SOUND), "COMMIT");
    byte[] template = as().get("/v1/templates/incidents.xlsx?includeRows=true").asByteArray();
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template))) {
      XSSFSheet sheet = workbook.getSheet("Incidents");
      assertThat(workbook.getSheetAt(0).getSheetName()).isEqualTo("Instructions");
      assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
      assertThat(sheet.getDataValidations().stream().filter(IncidentUploadTest::isList))
          .hasSizeGreaterThanOrEqualTo(17);
      assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).startsWith("INC-");
    }
    send(template, Map.of("mode", "COMMIT")).body("unchanged", equalTo(1));
  }

  @Test
  void aSheetItNeverSawGetsAProposedMapping() {
    as().multiPart("file", "x.xlsx", legacy(SOUND), "application/octet-stream")
        .post("/v1/incident-mappings")
        .then()
        .statusCode(200)
        .body("headerRow", equalTo(4))
        .body("columns.find { it.column == 'L' }.field", equalTo("description"))
        .body("columns.find { it.column == 'A' }.confidence", equalTo("NONE"))
        .body("fields.field", hasItem("actionType"));
  }

  @Test
  void anotherAgencysReferenceIsUnknown() {
    upload(legacy(SOUND), "COMMIT");
    UUID agency = crowd.agency();
    organizations.contract(agency, carrier);
    byte[] export = as().get("/v1/incidents/export?format=CSV").asByteArray();
    reporter = crowd.someone(Role.AGENCY_REPORTER, agency);
    send(export, Map.of()).body("errors.code", contains("UNKNOWN_REFERENCE"));
  }

  private static boolean isList(DataValidation validation) {
    return validation.getValidationConstraint().getValidationType() == 3;
  }

  /** The sound row of another agent with one cell otherwise. */
  private static Map<String, Object> but(String column, Object value) {
    Map<String, Object> row = alike(column, value);
    row.put("Agent / staff name", "Agent " + column + String.valueOf(value).length());
    return row;
  }

  private static Map<String, Object> alike(String column, Object value) {
    Map<String, Object> row = new HashMap<>(SOUND);
    row.put(column, value);
    return row;
  }

  /** A workbook in the form of today: a title, a gap, typed numbers and real dates. */
  @SafeVarargs
  private static byte[] legacy(Map<String, Object>... rows) {
    try (XSSFWorkbook workbook = new XSSFWorkbook()) {
      XSSFSheet sheet = workbook.createSheet("Violations");
      CellStyle date = workbook.createCellStyle();
      date.setDataFormat((short) 14);
      sheet.createRow(0).createCell(0).setCellValue("Disciplinary Actions / Violations Form");
      row(sheet, 3, HEADER, date);
      for (int i = 0; i < rows.length; i++) {
        row(sheet, 4 + i, HEADER.stream().map(rows[i]::get).toList(), date);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void row(XSSFSheet sheet, int number, List<?> values, CellStyle date) {
    XSSFRow row = sheet.createRow(number);
    for (int i = 0; i < values.size(); i++) {
      switch (values.get(i)) {
        case Integer n -> row.createCell(i).setCellValue(n);
        case LocalDate day -> {
          row.createCell(i).setCellValue(day);
          row.getCell(i).setCellStyle(date);
        }
        default -> row.createCell(i).setCellValue(values.get(i).toString());
      }
    }
  }

  /** Rows of own reference, name, action and its date; the rest is sound where there is a name. */
  private static byte[] csv(String rows) {
    StringBuilder sheet =
        new StringBuilder(
            "Your reference,Subject name,Disciplinary action,Action decision date,Subject type,NPN,Incident date,Discovery date,"
                + "State,Channel,Source,Beneficiaries affected,Category,Description,Potential beneficiary harm?\r\n");
    rows.lines()
        .forEach(
            row ->
                sheet
                    .append(row)
                    .append(row.split(",", -1)[1].isEmpty() || row.contains("C-1,Ray") ? "" : REST)
                    .append("\r\n"));
    return sheet.toString().getBytes(UTF_8);
  }

  private static final String REST =
      ",Agent,6657085,10/12/2026,10/13/2026,AZ,Event,CTM,0,Unapproved material," + TEXT + ",N";

  private ValidatableResponse upload(byte[] file, String mode) {
    return send(file, Map.of("mode", mode));
  }

  private ValidatableResponse send(byte[] file, Map<String, String> parts) {
    RequestSpecification request =
        as().multiPart("file", "violations.xlsx", file, "application/octet-stream");
    parts.forEach(request::multiPart);
    return request.post("/v1/incident-imports").then().statusCode(201);
  }

  private ValidatableResponse list(String query) {
    return as().get("/v1/incidents" + query).then().statusCode(200);
  }

  private RequestSpecification as() {
    return api.as(reporter);
  }
}
