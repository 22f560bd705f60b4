package app.upline.platform.contract;

import app.upline.platform.contract.RequestForm.Parameter;
import app.upline.platform.validation.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Holds the parameters of a request, and the parts of a form, to what the contract says of them.
 */
public final class ParameterCheck {
  private static final String QUERY = "query";

  /** Refused with a code of its own by the room of idempotency keys. */
  private static final String KEY = "Idempotency-Key";

  private ParameterCheck() {}

  /**
   * What is wrong with a query: names that there are none of, names that are there twice, and
   * values.
   */
  public static List<Fault> ofQuery(RequestForm form, Map<String, List<String>> query) {
    List<Parameter> known = form.in(QUERY);
    List<String> names = known.stream().map(Parameter::name).toList();
    List<Fault> faults = new ArrayList<>();
    for (Map.Entry<String, List<String>> given : query.entrySet()) {
      if (!names.contains(given.getKey())) {
        faults.add(
            new Fault(
                "?" + given.getKey(),
                "UNKNOWN_PARAMETER",
                "There is no parameter of this name. " + Nearest.hint(given.getKey(), names)));
      } else if (given.getValue().size() > 1) {
        faults.add(new Fault("?" + given.getKey(), "TWICE", "Send this parameter once."));
      }
    }
    for (Parameter parameter : known) {
      List<String> values = query.getOrDefault(parameter.name(), List.of());
      if (values.isEmpty() && parameter.required()) {
        faults.add(new Fault("?" + parameter.name(), "REQUIRED", "This is required."));
      } else if (values.size() == 1) {
        ofText(parameter, values.getFirst(), faults);
      }
    }
    return faults;
  }

  /** What is wrong with headers. */
  public static List<Fault> ofHeaders(RequestForm form, Function<String, List<String>> headers) {
    List<Fault> faults = new ArrayList<>();
    for (Parameter parameter : form.in("header")) {
      for (String value : headers.apply(parameter.name())) {
        if (!parameter.name().equals(KEY)) {
          ofText(parameter, value, faults);
        }
      }
    }
    return faults;
  }

  /** Whether an address can name something at all. */
  public static boolean namesNothing(RequestForm form, Map<String, Object> variables) {
    return form.in("path").stream()
        .anyMatch(
            parameter ->
                variables.get(parameter.name()) instanceof Object value
                    && TextCheck.any(parameter.schema(), value.toString(), "").isPresent());
  }

  /** What is wrong with the value of a part of a form. */
  public static List<Fault> ofPart(Schema schema, String name, String value) {
    return TextCheck.any(schema, value, "/" + name).stream().toList();
  }

  private static void ofText(Parameter parameter, String value, List<Fault> faults) {
    TextCheck.any(parameter.schema(), value, "?" + parameter.name()).ifPresent(faults::add);
  }
}
