package app.upline.submission;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.agency.OrganizationRegistry;
import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestSubmissions;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One submission as a file, to be sent around: what has changed, and the records. */
@Tag("engine")
@MicronautTest(transactional = false)
class SubmissionExportTest {

  private static final String RELATIONSHIP =
      """
      {"legalName": "%s", "entityType": "MARKETING_AGENCY", "licensedProducer": false, "functions": ["MARKETING"],
       "websites": ["https://www.company.example"], "offshore": false, "startDate": "2025-01-01", "knownOn": "2025-01-01",
       "address": {"line1": "1 Main St", "city": "Tampa", "state": "FL", "zip": "33602"},
       "contact": {"name": "Desk", "email": "desk@company.example"}}
      """;

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject OrganizationRegistry organizations;
  @Inject TestSubmissions submissions;

  private UUID agency;
  private UUID carrier;
  private TestUser reporter;
  private TestUser reviewer;

  @BeforeEach
  void anAgencyAndItsCarrier() {
    agency = crowd.agency();
    carrier = crowd.carrier();
    organizations.contract(agency, carrier);
    reporter = crowd.someone(Role.AGENCY_REPORTER, agency);
    reviewer = crowd.someone(Role.CARRIER_REVIEWER, carrier);
  }

  @Test
  void aRegisterSaysOfEachRowWhatHasChanged() throws IOException {
    String above = record("Loosestrife Holdings LLC");
    String moved = record("Loosestrife Leads LLC");
    submissions.register(agency, carrier);
    record("Teasel Media LLC");
    patch(
        moved,
        "{\"upstreamId\": \"%s\", \"websites\": [\"https://other.example\"]}".formatted(above));
    String submission = submissions.register(agency, carrier);
    String reference = api.as(reporter).get("/v1/relationships/" + above).path("reference");

    for (TestUser person : List.of(reporter, reviewer)) {
      Response file = file(person, submission, "format=CSV");
      assertThat(file.header("Content-Disposition"))
          .contains(
              "\"%s.csv\""
                  .formatted(
                      api.as(person)
                          .get("/v1/submissions/" + submission)
                          .<String>path("reference")));
      List<NamedCsvRecord> rows = rows(file);
      assertThat(rows)
          .extracting(row -> row.getField("Change") + " " + row.getField("Legal name"))
          .containsExactlyInAnyOrder("Added Teasel Media LLC", "Changed Loosestrife Leads LLC");
      NamedCsvRecord changed = one(rows, "Changed");
      assertThat(changed.getField("What has changed"))
          .contains("Upstream: (blank) \u2192 " + reference)
          .contains("https://www.company.example \u2192 https://other.example");
      assertThat(changed.getField("Upstream reference")).isEqualTo(reference);
      assertThat(one(rows, "Added").getField("What has changed")).isEmpty();
    }
    assertThat(rows(file(reviewer, submission, "format=CSV&changeType=ADDED"))).hasSize(1);
    try (Workbook workbook =
        WorkbookFactory.create(
            new ByteArrayInputStream(file(reviewer, submission, "format=XLSX").asByteArray()))) {
      Row heading = workbook.getSheetAt(0).getRow(0);
      assertThat(heading.getCell(0).getStringCellValue()).isEqualTo("Change");
      assertThat(workbook.getSheetAt(0).getLastRowNum()).isEqualTo(2);
    }
  }

  @Test
  void incidentsSayHowTheyStandInTimeAndNothingOfPeople() throws IOException {
    Reporting us = Reporting.of(api, crowd, organizations, false);
    us.incident(
        Reporting.knownToday("\"description\": \"Called 813-555-0142 without permission.\""));
    String submission = us.drafted("");
    us.submit(submission, "\"freeTextReason\": \"It is the number of our own desk\"")
        .statusCode(200);
    NamedCsvRecord row = one(rows(file(us.reviewer(), submission, "format=CSV")), "Added");
    assertThat(row.getField("Reporting period")).isEqualTo(Reporting.thisMonth().toString());
    assertThat(row.getField("Late?")).isEqualTo("No");
    assertThat(row.getField("Days to report")).isEqualTo("0");
    assertThat(row.getField("Reference")).startsWith("INC-");
    assertThat(String.join("|", row.getFields())).contains("[PHONE]").doesNotContain("0142");
  }

  @Test
  void whatIsNotThereOrNobodysToSeeIsNotFound() {
    record("Loosestrife Leads LLC");
    String submission = submissions.register(agency, carrier);
    TestUser stranger = crowd.someone(Role.AGENCY_REPORTER);
    assertThat(file(stranger, submission, "format=CSV").statusCode()).isEqualTo(404);
    assertThat(file(reporter, submission, "format=CSV&revision=7").statusCode()).isEqualTo(404);
    assertThat(file(reporter, UUID.randomUUID().toString(), "format=XLSX").statusCode())
        .isEqualTo(404);
  }

  private Response file(TestUser person, String submission, String query) {
    return api.as(person).get("/v1/submissions/" + submission + "/items/export?" + query);
  }

  private static NamedCsvRecord one(List<NamedCsvRecord> rows, String change) {
    return rows.stream()
        .filter(row -> row.getField("Change").equals(change))
        .findFirst()
        .orElseThrow();
  }

  private static List<NamedCsvRecord> rows(Response file) throws IOException {
    assertThat(file.statusCode()).isEqualTo(200);
    String text = file.asString().replaceFirst("^\ufeff", "");
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
      return reader.stream().toList();
    }
  }

  private void patch(String relationship, String patch) {
    api.as(reporter)
        .header("If-Match", "\"1\"")
        .contentType("application/merge-patch+json")
        .body(patch)
        .patch("/v1/relationships/" + relationship)
        .then()
        .statusCode(200);
  }

  private String record(String name) {
    return api.as(reporter)
        .contentType("application/json")
        .body(RELATIONSHIP.formatted(name))
        .post("/v1/relationships")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }
}
