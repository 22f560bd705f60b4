package app.upline.contract;

import app.upline.testing.Contract;
import app.upline.testing.Contract.Body;
import app.upline.testing.Contract.Operation;
import app.upline.testing.Contract.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as the contract shows it.
 *
 * @param shows the name of the body or parameter that it is made for
 * @param body as shown, or null where none is taken
 * @param query and the headers, as shown
 */
record ExampleRequest(
    Operation operation,
    String shows,
    @Nullable Body body,
    Map<String, Object> query,
    Map<String, Object> headers) {

  /** One for each example that the contract has of a body or a parameter. */
  static List<ExampleRequest> all() {
    return Contract.get().operations().stream().flatMap(each -> of(each).stream()).toList();
  }

  /** The simplest, for a step that goes before another. */
  static ExampleRequest first(Operation operation) {
    return of(operation).getFirst();
  }

  private static List<ExampleRequest> of(Operation operation) {
    List<ExampleRequest> all = new ArrayList<>();
    Contract.get()
        .requestExamples(operation)
        .forEach((name, body) -> all.add(with(operation, name, body, null)));
    Body body = all.isEmpty() ? null : all.getFirst().body();
    if (body == null) {
      all.add(with(operation, "as it is", null, null));
    }
    operation.parameters().stream()
        .filter(parameter -> isShown(parameter) && isOptionalQuery(parameter))
        .forEach(parameter -> all.add(with(operation, parameter.name(), body, parameter)));
    return all;
  }

  /** With every header, with what must be in the query, and with one parameter more. */
  private static ExampleRequest with(
      Operation operation, String shows, @Nullable Body body, @Nullable Parameter further) {
    Map<String, Object> query = new LinkedHashMap<>();
    Map<String, Object> headers = new LinkedHashMap<>();
    operation.parameters().stream()
        .filter(ExampleRequest::isShown)
        .filter(parameter -> !isOptionalQuery(parameter) || parameter.equals(further))
        .forEach(
            parameter ->
                (parameter.in().equals("query") ? query : headers)
                    .put(parameter.name(), parameter.example()));
    return new ExampleRequest(operation, shows, body, query, headers);
  }

  private static boolean isOptionalQuery(Parameter parameter) {
    return parameter.in().equals("query") && !parameter.required();
  }

  /** What stands in a path names a thing, which is another in each database. */
  private static boolean isShown(Parameter parameter) {
    return !parameter.in().equals("path") && parameter.example() != null;
  }

  @Override
  public String toString() {
    return operation.id() + ": " + shows;
  }
}
