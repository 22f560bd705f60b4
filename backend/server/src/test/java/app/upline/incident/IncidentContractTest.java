package app.upline.incident;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.platform.code.CodeList;
import app.upline.platform.code.Coded;
import app.upline.testing.Contract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The contract says of incidents what the code does. */
class IncidentContractTest {

  private static final Map<String, CodeList<?>> LISTS =
      Map.ofEntries(
          Map.entry("IncidentKind", IncidentKind.CODES),
          Map.entry("SubjectType", SubjectType.CODES),
          Map.entry("ContactChannel", ContactChannel.CODES),
          Map.entry("IncidentSource", IncidentSource.CODES),
          Map.entry("ViolationCategory", ViolationCategory.CODES),
          Map.entry("Severity", Severity.CODES),
          Map.entry("InvestigationStatus", InvestigationStatus.CODES),
          Map.entry("InvestigationOutcome", InvestigationOutcome.CODES),
          Map.entry("RootCause", RootCause.CODES),
          Map.entry("DisciplineType", DisciplineType.CODES),
          Map.entry("DisciplineTakenBy", DisciplineTakenBy.CODES),
          Map.entry("DisciplineStatus", DisciplineStatus.CODES));

  @TestFactory
  Stream<DynamicTest> codesAndLabelsAreTheContracts() {
    return LISTS.entrySet().stream()
        .map(
            list ->
                DynamicTest.dynamicTest(
                    list.getKey(),
                    () -> {
                      Map<?, ?> schema =
                          Contract.get()
                              .resolve(Map.of("$ref", "#/components/schemas/" + list.getKey()));
                      assertThat(schema.get("enum"))
                          .isEqualTo(list.getValue().values().stream().map(Coded::name).toList());
                      assertThat(schema.get("x-enum-descriptions"))
                          .isEqualTo(list.getValue().labels());
                    }));
  }

  /** The manual's table names each category once, with its default. */
  @Test
  void theManualsSeveritiesAreThoseOfTheCode() throws IOException {
    List<String> rows = Files.readAllLines(Path.of("../../openapi/manual/incidents.md"));
    for (ViolationCategory category : ViolationCategory.values()) {
      String row = "| `%s` |".formatted(SeverityDefaults.of(category).severity());
      assertThat(rows)
          .as(category.name())
          .filteredOn(line -> line.contains("`" + category.name() + "`"))
          .singleElement()
          .asString()
          .startsWith(row);
    }
  }
}
