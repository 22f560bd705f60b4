package app.upline.platform.contract;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What every operation of the contract takes, by its id. */
@Singleton
public final class RequestForms {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  private final Map<String, RequestForm> forms;

  RequestForms(ContractDocument contract) {
    Map<String, RequestForm> read = new HashMap<>();
    for (Object item : ((Map<?, ?>) contract.root().get("paths")).values()) {
      ((Map<?, ?>) item)
          .forEach(
              (method, body) -> {
                if (METHODS.contains(method)) {
                  Map<?, ?> operation = (Map<?, ?>) body;
                  read.put(
                      (String) operation.get("operationId"), RequestForm.of(operation, contract));
                }
              });
    }
    forms = Map.copyOf(read);
  }

  public Optional<RequestForm> find(String operation) {
    return Optional.ofNullable(forms.get(operation));
  }
}
