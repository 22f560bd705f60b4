package app.upline.bench;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.testing.IncidentCopies;
import app.upline.testing.ManyAgencies;
import app.upline.testing.StatementPlan;
import app.upline.testing.TestRecords;
import io.micronaut.context.annotation.Property;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * {@code make storage}: how many bytes of tables and keys a relationship and an incident take, with
 * one revision each that was disclosed to one carrier. Not a test: its name keeps it out of {@code
 * make test}.
 */
@MicronautTest(transactional = false)
// To make so many rows takes one statement of its own, which may take longer than an answer.
@Property(name = "datasources.default.data-source-properties.socketTimeout", value = "3600000")
class StorageBench {

  private static final List<String> OF_RELATIONSHIPS =
      List.of(
          "relationship",
          "relationship_revision",
          "relationship_facet",
          "undisclosed_relationship",
          "submission_item",
          "disclosure",
          "disclosure_facet");

  private static final List<String> OF_INCIDENTS =
      List.of(
          "incident",
          "incident_revision",
          "incident_facet",
          "undisclosed_incident",
          "submission_incident",
          "incident_disclosure",
          "incident_disclosure_facet",
          "triage",
          "triage_event");

  @Inject TestRecords holdings;
  @Inject ManyAgencies multitude;
  @Inject IncidentCopies incidents;
  @Inject StatementPlan plans;
  @Inject Database database;

  @Test
  void bytesOfEach() {
    int rows = Integer.getInteger("upline.storage.rows", 20_000);
    TestRecords.Owner owner = holdings.owner();
    multitude.addDisclosed(owner.rows(), 1, rows);
    incidents.add(owner, 1, rows);
    plans.analyze();
    print("relationship", OF_RELATIONSHIPS, rows);
    print("incident", OF_INCIDENTS, rows);
  }

  private void print(String what, List<String> tables, int rows) {
    Map<String, Long> bytes = bytes(tables);
    long all = bytes.values().stream().mapToLong(Long::longValue).sum();
    System.out.printf("%n%-28s %8s%n", "bytes per " + what, rows + " rows");
    bytes.forEach((table, size) -> System.out.printf("%-28s %8d%n", table, size / rows));
    System.out.printf("%-28s %8d%n", "together", all / rows);
  }

  private Map<String, Long> bytes(List<String> tables) {
    Sql sizes =
        Sql.of(
                """
                select table_name, data_length + index_length
                  from information_schema.tables
                 where table_schema = database()""")
            .addIn("and table_name in", tables);
    Map<String, Long> bytes = new LinkedHashMap<>();
    tables.forEach(table -> bytes.put(table, 0L));
    database.reading(
        () -> database.query(sizes, row -> bytes.put(row.getString(1), row.getLong(2))));
    assertThat(bytes)
        .hasSameSizeAs(tables)
        .allSatisfy((table, size) -> assertThat(size).isPositive());
    return bytes;
  }
}
