package app.upline.oversight;

import static org.assertj.core.api.Assertions.assertThat;

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
