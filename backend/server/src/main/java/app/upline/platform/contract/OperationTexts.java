package app.upline.platform.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the contract says in words of each operation.
 *
 * @param texts in the order of the contract
 */
public record OperationTexts(List<Text> texts) {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  /**
   * Of one operation.
   *
   * @param method in capitals
   * @param description empty where there is none
   */
  public record Text(
      String id, String method, String path, String tag, String summary, String description) {}

  /** Of the contract that this service serves. */
  public static OperationTexts ofContract() {
    return of(new ContractDocument().root());
  }

  static OperationTexts of(Map<?, ?> contract) {
    List<Text> texts = new ArrayList<>();
    ((Map<?, ?>) contract.get("paths"))
        .forEach(
            (path, item) ->
                ((Map<?, ?>) item)
                    .forEach(
                        (method, operation) -> {
                          if (METHODS.contains(method)) {
                            texts.add(
                                text(path.toString(), method.toString(), (Map<?, ?>) operation));
                          }
                        }));
    return new OperationTexts(List.copyOf(texts));
  }

  private static Text text(String path, String method, Map<?, ?> operation) {
    return new Text(
        operation.get("operationId").toString(),
        method.toUpperCase(Locale.ROOT),
        path,
        ((List<?>) operation.get("tags")).getFirst().toString(),
        operation.get("summary").toString(),
        operation.get("description") instanceof String description ? description : "");
  }
}
