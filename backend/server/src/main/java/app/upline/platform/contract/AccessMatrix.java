package app.upline.platform.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may do what: every operation of the contract and every role, as one table. Read from the
 * contract, so that there is nothing to keep in step.
 *
 * @param roles in the order of the contract
 */
public record AccessMatrix(List<String> roles, List<Row> rows) {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

  /**
   * One operation.
   *
   * @param anonymous whether callers need not sign in
   * @param allowed the roles of which one is enough
   */
  public record Row(
      String operation, String method, String path, boolean anonymous, Set<String> allowed) {}

  /** Of the contract that this service serves. */
  public static AccessMatrix ofContract() {
    return of(new ContractDocument().root());
  }

  /**
   * Of a contract.
   *
   * @throws IllegalStateException for an operation that says neither roles nor that it has none,
   *     and for a role that is not in the list of roles
   */
  static AccessMatrix of(Map<?, ?> contract) {
    Map<?, ?> schemas = map(map(contract.get("components")).get("schemas"));
    List<String> roles = texts(map(schemas.get("Role")).get("enum"));
    List<Row> rows = new ArrayList<>();
    map(contract.get("paths"))
        .forEach(
            (path, operations) ->
                map(operations)
                    .forEach(
                        (method, operation) -> {
                          if (METHODS.contains(method)) {
                            rows.add(
                                row(
                                    path.toString(),
                                    method.toString(),
                                    map(operation),
                                    Set.copyOf(roles)));
                          }
                        }));
    return new AccessMatrix(List.copyOf(roles), List.copyOf(rows));
  }

  /** As a table that people and tools can read. */
  public String markdown() {
    String head = roles.stream().map(role -> "`" + role + "` | ").collect(Collectors.joining());
    StringBuilder text = new StringBuilder("# Who may do what\n\n");
    text.append(
        "Holding any one of the marked roles is enough. What is seen is always the caller's own organization's.\n\n");
    text.append("| Operation | Address | ").append(head).append("Nobody |\n|---|---|");
    text.append(":-:|".repeat(roles.size() + 1)).append('\n');
    for (Row row : rows) {
      text.append(
          "| `%s` | %s %s |"
              .formatted(
                  row.operation(), row.method().toUpperCase(java.util.Locale.ROOT), row.path()));
      roles.forEach(role -> text.append(mark(row.anonymous() || row.allowed().contains(role))));
      text.append(mark(row.anonymous())).append('\n');
    }
    return text.toString();
  }

  private static String mark(boolean allowed) {
    return allowed ? " yes |" : "  |";
  }

  private static Row row(String path, String method, Map<?, ?> operation, Set<String> known) {
    String id = String.valueOf(operation.get("operationId"));
    boolean anonymous = ContractOperations.isOpen(operation);
    Set<String> allowed = Set.copyOf(texts(operation.get("x-roles")));
    if (anonymous == !allowed.isEmpty() || !known.containsAll(allowed)) {
      throw new IllegalStateException("Who may perform %s is not said: %s".formatted(id, allowed));
    }
    return new Row(id, method, path, anonymous, allowed);
  }

  private static List<String> texts(Object list) {
    return list instanceof List<?> values
        ? values.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static Map<?, ?> map(Object node) {
    return (Map<?, ?>) node;
  }
}
