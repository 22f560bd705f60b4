package app.upline.platform.contract;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which operation takes which step of a resource: {@code x-enum-operations} of the contract. */
@Singleton
public final class ContractSteps {

  private static final String DTO = "Dto";

  private final Map<String, Map<String, String>> operations = new HashMap<>();

  ContractSteps(ContractDocument contract) {
    Map<?, ?> schemas = (Map<?, ?>) ((Map<?, ?>) contract.root().get("components")).get("schemas");
    schemas.forEach(
        (name, schema) -> {
          if (((Map<?, ?>) schema).get("x-enum-operations") instanceof Map<?, ?> given) {
            Map<String, String> byCode = new HashMap<>();
            given.forEach((code, operation) -> byCode.put(code.toString(), operation.toString()));
            operations.put(name.toString(), Map.copyOf(byCode));
          }
        });
  }

  /**
   * The id of the operation that takes this step, which is a code of the contract.
   *
   * @throws NullPointerException for a step that no operation takes: the service took it itself
   */
  public String operationOf(Enum<?> step) {
    String schema = step.getDeclaringClass().getSimpleName();
    Map<String, String> byCode =
        Objects.requireNonNull(
            operations.get(schema.substring(0, schema.length() - DTO.length())), schema);
    return Objects.requireNonNull(byCode.get(step.name()), step::name);
  }

  /**
   * The same of a step as a feature knows it: its codes are those of one list of the contract.
   * Empty where no list has them, or where no operation takes it.
   */
  public Optional<String> operationOfOwn(Enum<?> step) {
    Set<String> codes =
        Arrays.stream(step.getDeclaringClass().getEnumConstants())
            .map(Enum::name)
            .collect(Collectors.toSet());
    return operations.values().stream()
        .filter(byCode -> codes.containsAll(byCode.keySet()))
        .findFirst()
        .map(byCode -> byCode.get(step.name()));
  }
}
