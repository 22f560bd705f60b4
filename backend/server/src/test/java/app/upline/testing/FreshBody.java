package app.upline.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.upline.testing.Contract.Operation;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Bodies that an operation takes, of the contract's examples and of things that are there. */
public final class FreshBody {
  private static final String ID = "Id";
  private static final String IDS = "Ids";

  private FreshBody() {}

  /** The contract's example, with each id replaced by that of the thing of its name. */
  public static Optional<Contract.Body> of(Operation operation, Map<String, String> things) {
    return Contract.get()
        .requestExample(operation)
        .map(body -> new Contract.Body(body.mediaType(), withIds(body.value(), things)));
  }

  /** Puts it into a request, or a small form where that is taken. */
  public static void into(
      RequestSpecification request, Operation operation, Map<String, String> things) {
    Map<String, Map<String, Object>> form = Contract.get().form(operation);
    if (!form.isEmpty()) {
      request.multiPart("file", "a.csv", "Legal name,City\nKeystone LLC,Tampa\n".getBytes(UTF_8));
      if (form.containsKey("kind")) {
        request.multiPart("kind", "OTHER");
      }
      return;
    }
    of(operation, things)
        .ifPresentOrElse(
            body -> request.contentType(body.mediaType()).body(body.value()),
            () -> {
              if (takesOneLine(operation)) {
                request.formParam("grant_type", "client_credentials");
              } else {
                request.noContentType();
              }
            });
  }

  /** The address with things that are there. */
  public static String path(Operation operation, Map<String, String> things) {
    String path = operation.path();
    for (Contract.Parameter parameter : operation.parameters()) {
      if (parameter.in().equals("path")) {
        String sample = "date".equals(parameter.schema().get("format")) ? "2026-01-31" : "1";
        path =
            path.replace(
                "{" + parameter.name() + "}", things.getOrDefault(parameter.name(), sample));
      }
    }
    return path;
  }

  public static boolean takesOneLine(Operation operation) {
    return operation.body().toString().contains("application/x-www-form-urlencoded");
  }

  private static Object withIds(Object value, Map<String, String> things) {
    return switch (value) {
      case Map<?, ?> object -> {
        Map<String, Object> copy = new LinkedHashMap<>();
        object.forEach(
            (name, member) -> copy.put(name.toString(), member(name.toString(), member, things)));
        yield copy;
      }
      case List<?> list -> {
        List<Object> copy = new ArrayList<>();
        list.forEach(item -> copy.add(withIds(item, things)));
        yield copy;
      }
      case null, default -> value;
    };
  }

  private static Object member(String name, Object value, Map<String, String> things) {
    if (name.endsWith(ID) && things.get(name) instanceof String thing) {
      return thing;
    }
    String one = name.endsWith(IDS) ? name.substring(0, name.length() - 1) : "";
    return value instanceof List<?> && things.get(one) instanceof String thing
        ? List.of(thing)
        : withIds(value, things);
  }
}
