package app.upline.platform.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an operation takes.
 *
 * @param bodies what each media type of the body holds
 */
public record RequestForm(List<Parameter> parameters, Map<String, Schema> bodies) {

  /**
   * @param place {@code query}, {@code header} or {@code path}
   */
  public record Parameter(String place, String name, boolean required, Schema schema) {}

  static RequestForm of(Map<?, ?> operation, ContractDocument contract) {
    List<Parameter> parameters =
        operation.get("parameters") instanceof List<?> list
            ? list.stream().map(one -> parameter(contract.resolve(one), contract)).toList()
            : List.of();
    Map<String, Schema> bodies = new LinkedHashMap<>();
    if (operation.get("requestBody") != null) {
      Map<?, ?> content = (Map<?, ?>) contract.resolve(operation.get("requestBody")).get("content");
      content.forEach(
          (type, body) ->
              bodies.put(type.toString(), Schema.of(((Map<?, ?>) body).get("schema"), contract)));
    }
    return new RequestForm(parameters, bodies);
  }

  private static Parameter parameter(Map<?, ?> parameter, ContractDocument contract) {
    return new Parameter(
        (String) parameter.get("in"),
        (String) parameter.get("name"),
        Boolean.TRUE.equals(parameter.get("required")),
        Schema.of(parameter.get("schema"), contract));
  }

  /** Those of one place. */
  public List<Parameter> in(String place) {
    return parameters.stream().filter(parameter -> parameter.place().equals(place)).toList();
  }

  /** The JSON that it takes. */
  public Optional<Schema> json() {
    return bodies.entrySet().stream()
        .filter(body -> body.getKey().endsWith("json"))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
