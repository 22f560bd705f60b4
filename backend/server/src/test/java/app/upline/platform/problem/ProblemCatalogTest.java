package app.upline.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.platform.contract.ProblemCatalog;
import app.upline.platform.outcome.ConflictKind;
import app.upline.testing.ServiceClasses;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemCatalogTest {

  @Test
  void typesStatusesAndTitlesAreThoseOfTheContract() {
    List<String> contract =
        ProblemCatalog.ofContract().problems().stream()
            .map(problem -> "%s %d %s".formatted(problem.name(), problem.status(), problem.title()))
            .toList();
    List<String> ours =
        Stream.concat(types(), conflicts().map(ConflictProblem::new))
            .map(type -> "%s %d %s".formatted(type.slug(), type.status(), type.title()))
            .toList();

    assertThat(contract).isNotEmpty();
    assertThat(conflicts()).isNotEmpty();
    assertThat(ours).containsExactlyInAnyOrderElementsOf(contract);
  }

  /** Those of any request, and those that features name themselves. */
  private static Stream<CatalogEntry> types() {
    return ServiceClasses.all().get(CatalogEntry.class).getAllSubclasses().stream()
        .map(JavaClass::reflect)
        .filter(Class::isEnum)
        .map(type -> (CatalogEntry[]) type.getEnumConstants())
        .flatMap(Arrays::stream);
  }

  /** Reasons for conflicts that features name themselves. */
  private static Stream<ConflictKind> conflicts() {
    return ServiceClasses.all().get(ConflictKind.class).getAllSubclasses().stream()
        .map(JavaClass::reflect)
        .map(type -> (ConflictKind[]) type.getEnumConstants())
        .flatMap(Arrays::stream);
  }
}
