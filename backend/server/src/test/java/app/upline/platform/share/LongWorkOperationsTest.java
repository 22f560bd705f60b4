package app.upline.platform.share;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.platform.contract.ContractOperations;
import app.upline.platform.contract.ContractOperations.Operation;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.annotation.Controller;
import io.micronaut.inject.ExecutableMethod;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract says what is long work, and the application does all of it in turns. */
@Tag("engine")
@Tag("above-the-database")
@MicronautTest(transactional = false)
class LongWorkOperationsTest {

  @Inject ApplicationContext context;
  @Inject ContractOperations contract;

  @Test
  void whatCostsMoreThanARequestIsDoneInTurns() {
    Set<String> costly =
        contract.all().stream()
            .filter(operation -> operation.cost() > Operation.USUAL_COST)
            .map(Operation::id)
            .collect(Collectors.toSet());

    assertThat(costly).contains("importRelationships", "exportIncidents", "getCarrierFigures");
    assertThat(inTurns()).isEqualTo(costly);
  }

  private Set<String> inTurns() {
    return context.getAllBeanDefinitions().stream()
        .filter(bean -> bean.hasStereotype(Controller.class))
        .flatMap(bean -> bean.getExecutableMethods().stream())
        .filter(method -> method.hasAnnotation(LongWork.class))
        .map(ExecutableMethod::getMethodName)
        .collect(Collectors.toSet());
  }
}
