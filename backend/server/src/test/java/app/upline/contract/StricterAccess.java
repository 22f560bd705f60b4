package app.upline.contract;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What an operation asks of its callers beyond what it asked before: another way to show who one
 * is, another scope, a role fewer, a recent sign-in. The comparison of contracts takes much of that
 * for compatible, and reads nothing that begins with {@code x-}.
 */
final class StricterAccess {
  private static final String RECENT_SIGN_IN = "x-recent-sign-in";

  private StricterAccess() {}

  /** A line for each, in words; empty where all who could call an operation still can. */
  static List<String> between(String before, String after) {
    OpenAPI earlier = new OpenAPIV3Parser().readContents(before).getOpenAPI();
    OpenAPI later = new OpenAPIV3Parser().readContents(after).getOpenAPI();
    Map<String, Operation> now = operations(later);
    var found = new ArrayList<String>();
    operations(earlier)
        .forEach(
            (place, then) -> {
              // One that is gone is found as a change of its own.
              if (now.containsKey(place)) {
                Operation operation = now.get(place);
                ways(earlier, then).stream()
                    .filter(way -> !isEnough(way, ways(later, operation)))
                    .forEach(way -> found.add(place + " no longer takes " + way));
                rolesLost(then, operation)
                    .forEach(role -> found.add(place + " no longer lets " + role));
                if (!isSaid(then, RECENT_SIGN_IN) && isSaid(operation, RECENT_SIGN_IN)) {
                  found.add(place + " asks for a recent sign-in");
                }
              }
            });
    return found;
  }

  private static Map<String, Operation> operations(OpenAPI contract) {
    var operations = new LinkedHashMap<String, Operation>();
    contract
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (PathItem.HttpMethod method, Operation operation) ->
                            operations.put(method + " " + path, operation)));
    return operations;
  }

  /** The ways to show who one is, of which one will do; nothing at all is a way, too. */
  private static List<SecurityRequirement> ways(OpenAPI contract, Operation operation) {
    List<SecurityRequirement> ways =
        Objects.requireNonNullElse(operation.getSecurity(), contract.getSecurity());
    return ways.isEmpty() ? List.of(new SecurityRequirement()) : ways;
  }

  /** Whether a caller who shows this much is let in. */
  private static boolean isEnough(SecurityRequirement shown, List<SecurityRequirement> ways) {
    return ways.stream()
        .anyMatch(
            way ->
                way.entrySet().stream()
                    .allMatch(
                        demand ->
                            shown.containsKey(demand.getKey())
                                && shown.get(demand.getKey()).containsAll(demand.getValue())));
  }

  /** None where everybody may now. */
  private static List<String> rolesLost(Operation then, Operation now) {
    List<String> may = roles(now);
    return may.isEmpty()
        ? List.of()
        : roles(then).stream().filter(role -> !may.contains(role)).toList();
  }

  private static List<String> roles(Operation operation) {
    return extension(operation, "x-roles") instanceof List<?> roles
        ? roles.stream().map(String::valueOf).toList()
        : List.of();
  }

  private static boolean isSaid(Operation operation, String extension) {
    return Boolean.TRUE.equals(extension(operation, extension));
  }

  private static Object extension(Operation operation, String name) {
    return operation.getExtensions() == null ? null : operation.getExtensions().get(name);
  }
}
