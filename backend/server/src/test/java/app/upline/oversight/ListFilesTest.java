package app.upline.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.upline.identity.Role;
import app.upline.testing.Api;
import app.upline.testing.TestRecords;
import app.upline.testing.TestUser;
import app.upline.testing.TestUsers;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The lists that people send around, as files in words: the rows of the list, and no others. */
@Tag("engine")
@MicronautTest(transactional = false)
class ListFilesTest {

  @Inject Api api;
  @Inject TestUsers crowd;
  @Inject TestRecords records;

  private TestRecords.Owner owner;
  private TestUser reporter;
  private TestUser analyst;
  private TestUser stranger;

  @BeforeEach
  void anAgencyAndItsCarrier() {
    owner = records.owner();
    reporter = owner.people().getFirst();
    analyst = crowd.someone(Role.CARRIER_ANALYST, owner.carrier());
    stranger = crowd.someone(Role.CARRIER_ANALYST);
  }

  @Test
  void submissionsSayWhatCameOfThem() throws IOException {
    for (TestUser person : List.of(reporter, analyst)) {
      List<NamedCsvRecord> rows = rows(person, "/v1/submissions/export?sort=SUBMITTED_AT");
      assertThat(rows)
          .extracting(row -> row.getField("Kind") + ", " + row.getField("Status"))
          .containsExactly("Relationships, Submitted", "Incidents, Submitted");
      assertThat(rows.getFirst().getField("Added")).isEqualTo("1");
      assertThat(rows.getFirst().getField("Receipt")).startsWith("RCP-");
      assertThat(rows.getFirst().getField("Submitted on"))
          .isEqualTo(LocalDate.now(ZoneId.of("America/New_York")).toString());
      assertThat(rows(person, "/v1/submissions/export?kind=INCIDENTS")).hasSize(1);
      assertThat(rows(person, "/v1/submissions/export?status=RETURNED")).isEmpty();
    }
    assertThat(rows(stranger, "/v1/submissions/export")).isEmpty();
  }

  @Test
  void triageIsInWords() throws IOException {
    List<NamedCsvRecord> rows = rows(analyst, "/v1/triage-items/export");
    assertThat(rows).hasSize(1);
    NamedCsvRecord row = rows.getFirst();
    assertThat(row.getField("Incident")).startsWith("INC-");
    assertThat(row.getField("State")).isEqualTo("New");
    assertThat(row.getField("Category")).doesNotContain("_");
    assertThat(row.getField("Potential harm?")).isEqualTo("No");
    assertThat(rows(analyst, "/v1/triage-items/export?state=CLOSED")).isEmpty();
    assertThat(rows(stranger, "/v1/triage-items/export")).isEmpty();
    assertThat(file(reporter, "/v1/triage-items/export").statusCode()).isEqualTo(403);
  }

  @Test
  void plansHaveARowForEachThingThatIsToBeDone() throws IOException {
    for (TestUser person : List.of(reporter, analyst)) {
      List<NamedCsvRecord> rows = rows(person, "/v1/corrective-action-plans/export");
      assertThat(rows).hasSize(1);
      NamedCsvRecord row = rows.getFirst();
      assertThat(row.getField("Plan")).startsWith("CAP-");
      assertThat(row.getField("State of the plan")).isEqualTo("Issued");
      assertThat(row.getField("By whom")).isEqualTo("Web lead");
      assertThat(row.getField("Due date")).isEqualTo("2099-01-31");
      assertThat(row.getField("Incidents")).startsWith("INC-");
      assertThat(rows(person, "/v1/corrective-action-plans/export?overdue=true")).isEmpty();
    }
    assertThat(rows(stranger, "/v1/corrective-action-plans/export")).isEmpty();
  }

  @Test
  void findingsComeWithTheNewestAnswer() throws IOException {
    api.as(reporter)
        .contentType("application/json")
        .body("{\"text\": \"The page is gone.\"}")
        .post("/v1/findings/" + owner.things().get("findingId") + "/answers")
        .then()
        .statusCode(201);
    TestUser author = crowd.someone(Role.CARRIER_ANALYST, owner.carrier());
    api.as(author)
        .contentType("application/json")
        .body("{\"kind\": \"NOTE\", \"visibleToAgency\": false, \"text\": \"For us alone\"}")
        .post("/v1/incidents/" + owner.things().get("incidentId") + "/findings")
        .then()
        .statusCode(201);
    for (TestUser person : List.of(reporter, analyst)) {
      NamedCsvRecord row = rows(person, "/v1/findings/export").getFirst();
      assertThat(row.getField("Incident")).startsWith("INC-");
      assertThat(row.getField("Kind")).isEqualTo("Finding");
      assertThat(row.getField("Visible to the agency?")).isEqualTo("Yes");
      assertThat(row.getField("Answers")).isEqualTo("1");
      assertThat(row.getField("Newest answer")).isEqualTo("The page is gone.");
    }
    assertThat(rows(reporter, "/v1/findings/export")).hasSize(1);
    assertThat(rows(analyst, "/v1/findings/export")).hasSize(2);
    assertThat(rows(stranger, "/v1/findings/export")).isEmpty();
  }

  @Test
  void standingsSayWhoOwesWhat() throws IOException {
    for (TestUser person : List.of(reporter, analyst)) {
      List<NamedCsvRecord> rows = rows(person, "/v1/relationship-standings/export");
      assertThat(rows).extracting(row -> row.getField("Status")).containsExactly("Disclosed");
      assertThat(rows.getFirst().getField("Last disclosed on"))
          .isEqualTo(LocalDate.now(ZoneId.of("America/New_York")).toString());
      assertThat(rows(person, "/v1/relationship-standings/export?status=OVERDUE")).isEmpty();
    }
    assertThat(rows(reporter, "/v1/relationship-standings/export").getFirst().getHeader())
        .contains("Not disclosed yet");
    assertThat(rows(analyst, "/v1/relationship-standings/export").getFirst().getHeader())
        .doesNotContain("Not disclosed yet");
    assertThat(rows(stranger, "/v1/relationship-standings/export")).isEmpty();
  }

  @Test
  void peopleComeWithTheirRoles() throws IOException {
    TestUser administrator = crowd.someone(Role.AGENCY_ADMINISTRATOR, owner.agency());
    assertThat(rows(administrator, "/v1/users/export?role=AGENCY_REPORTER"))
        .extracting(row -> row.getField("Roles"), row -> row.getField("Status"))
        .containsExactly(tuple("Agency reporter", "Active"));
    assertThat(rows(crowd.someone(Role.CARRIER_ADMINISTRATOR), "/v1/users/export")).hasSize(1);
    assertThat(file(reporter, "/v1/users/export").statusCode()).isEqualTo(403);
  }

  @Test
  void figuresAreInWords() throws IOException {
    String months = "fromPeriod=2026-01&toPeriod=2026-02";
    for (String path : List.of("/v1/agency-figures/export?", "/v1/carrier-figures/export?")) {
      TestUser person = path.contains("agency") ? reporter : analyst;
      assertThat(rows(person, path + months))
          .extracting(row -> row.getField("Figure"), row -> row.getField("Value"))
          .contains(
              tuple("Incidents", "1"),
              tuple("Incidents by category", "1"),
              tuple("Corrective actions", "1"));
      assertThat(rows(person, path + months))
          .extracting(row -> row.getField("Of"))
          .contains("Florida", "2026-01")
          .noneMatch(of -> of.contains("_"));
    }
    assertThat(rows(stranger, "/v1/carrier-figures/export?" + months))
        .extracting(row -> row.getField("Value"))
        .doesNotContain("1");
  }

  private Response file(TestUser person, String path) {
    return api.as(person).get(path + (path.contains("?") ? "&" : "?") + "format=CSV");
  }

  private List<NamedCsvRecord> rows(TestUser person, String path) throws IOException {
    Response file = file(person, path);
    assertThat(file.statusCode()).isEqualTo(200);
    String text = file.asString().replaceFirst("^\ufeff", "");
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(text)) {
      return reader.stream().toList();
    }
  }
}
