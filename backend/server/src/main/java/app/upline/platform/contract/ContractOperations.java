package app.upline.platform.contract;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Every operation of the contract, read from it, so that there is nothing to keep in step. */
@Singleton
public final class ContractOperations {
  private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

  private final Map<String, Operation> operations;

  /**
   * An operation as far as it is asked who may call it, and how often.
   *
   * @param path where it is, with names in braces
   * @param open whether it is for callers who have not signed in
   * @param roles any of which may call it; none where everybody may
   * @param peopleOnly whether machines may not
   * @param recentSignIn whether people are to have shown lately who they are
   * @param cost as how many requests it counts; more than one where it is long work
   * @param file whether it takes or answers a file
   * @param conflicts whether it may answer 409
   */
  public record Operation(
      String id,
      String path,
      String tag,
      boolean open,
      boolean reading,
      Set<String> roles,
      boolean peopleOnly,
      boolean recentSignIn,
      int cost,
      boolean file,
      boolean conflicts) {
    /** What an operation costs that does not say so, and whatever is none. */
    public static final int USUAL_COST = 1;

    /** Whether a caller with these roles may call it. */
    public boolean allows(Set<String> held) {
      return roles.isEmpty() || held.stream().anyMatch(roles::contains);
    }

    /** The name of the group that it is in, such as {@code relationships:read}. */
    public String group() {
      return tag.toLowerCase(Locale.ROOT).replace(' ', '-') + (reading ? ":read" : ":write");
    }
  }

  ContractOperations(ContractDocument contract) {
    operations =
        read(contract.root()).stream()
            .collect(Collectors.toUnmodifiableMap(Operation::id, Function.identity()));
  }

  public Optional<Operation> find(String id) {
    return Optional.ofNullable(operations.get(id));
  }

  public List<Operation> all() {
    return List.copyOf(operations.values());
  }

  private static List<Operation> read(Map<?, ?> document) {
    List<Operation> operations = new ArrayList<>();
    ((Map<?, ?>) document.get("paths"))
        .forEach(
            (path, item) ->
                ((Map<?, ?>) item)
                    .forEach(
                        (method, body) -> {
                          if (METHODS.contains(method)) {
                            operations.add(
                                operation((String) path, (String) method, (Map<?, ?>) body));
                          }
                        }));
    return operations;
  }

  /** Whether callers need not show who they are: nothing is asked for, or nothing will do. */
  static boolean isOpen(Map<?, ?> operation) {
    return operation.get("security") instanceof List<?> ways
        && (ways.isEmpty() || ways.contains(Map.of()));
  }

  private static Operation operation(String path, String method, Map<?, ?> body) {
    Set<String> roles =
        body.get("x-roles") instanceof List<?> list
            ? list.stream().map(Object::toString).collect(Collectors.toUnmodifiableSet())
            : Set.of();
    return new Operation(
        (String) body.get("operationId"),
        path,
        ((List<?>) body.get("tags")).getFirst().toString(),
        isOpen(body),
        method.equals("get"),
        roles,
        Boolean.TRUE.equals(body.get("x-people-only")),
        Boolean.TRUE.equals(body.get("x-recent-sign-in")),
        body.get("x-rate-cost") instanceof Integer cost ? cost : Operation.USUAL_COST,
        takesFile(body) || answersFile(body),
        ((Map<?, ?>) body.get("responses")).containsKey("409"));
  }

  private static boolean takesFile(Map<?, ?> body) {
    return contentOf(body.get("requestBody")).contains("multipart/form-data");
  }

  private static boolean answersFile(Map<?, ?> body) {
    return ((Map<?, ?>) body.get("responses"))
        .values().stream()
            .flatMap(response -> contentOf(response).stream())
            .map(Object::toString)
            .anyMatch(type -> !type.equals("application/json") && !type.endsWith("+json"));
  }

  private static Set<?> contentOf(@Nullable Object bodyOrResponse) {
    return bodyOrResponse instanceof Map<?, ?> map
            && map.get("content") instanceof Map<?, ?> content
        ? content.keySet()
        : Set.of();
  }
}
