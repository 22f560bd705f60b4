package app.upline.testing;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;

/** The contract, read as it is written, for tests that derive their cases from it. */
public final class Contract {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final Contract INSTANCE = new Contract(read());

  private final Map<String, Object> root;

  private Contract(Map<String, Object> root) {
    this.root = root;
  }

  public static Contract get() {
    return INSTANCE;
  }

  /**
   * One operation.
   *
   * @param parameters resolved, as written
   */
  public record Operation(
      String id, String method, String path, Map<String, Object> body, List<Parameter> parameters) {
    /** Whether it takes a parameter of this name in this place. */
    public boolean takes(String in, String name) {
      return parameters.stream().anyMatch(p -> p.in().equals(in) && p.name().equals(name));
    }

    /** Nothing is asked for, or nothing will do. */
    public boolean isAnonymous() {
      return body.get("security") instanceof List<?> ways
          && (ways.isEmpty() || ways.contains(Map.of()));
    }

    @Override
    public String toString() {
      return id;
    }
  }

  /**
   * @param example as it stands at the parameter or at its schema, or null without one
   */
  public record Parameter(
      String in,
      String name,
      boolean required,
      Map<String, Object> schema,
      @Nullable Object example) {}

  /** A body that fits a request. */
  public record Body(String mediaType, Object value) {}

  public List<Operation> operations() {
    List<Operation> operations = new ArrayList<>();
    map(root.get("paths"))
        .forEach(
            (path, item) ->
                map(item).entrySet().stream()
                    .filter(entry -> METHODS.contains(entry.getKey()))
                    .map(entry -> operation(entry.getKey(), path, map(entry.getValue())))
                    .forEach(operations::add));
    return operations;
  }

  /** The value of one of the contract's named examples. */
  public Object example(String name) {
    Map<String, Object> example = resolve(Map.of("$ref", "#/components/examples/" + name));
    return example.get("value");
  }

  /** All that the contract shows of the body of an operation, by the name of the example. */
  public Map<String, Body> requestExamples(Operation operation) {
    Map<String, Body> bodies = new LinkedHashMap<>();
    if (operation.body().get("requestBody") instanceof Map<?, ?> body) {
      map(map(body).get("content"))
          .forEach(
              (mediaType, content) ->
                  map(map(content).get("examples"))
                      .forEach(
                          (name, example) ->
                              bodies.put(
                                  name, new Body(mediaType, resolve(map(example)).get("value")))));
    }
    return bodies;
  }

  /** The first example of the JSON that an operation takes. */
  public Optional<Body> requestExample(Operation operation) {
    if (!(operation.body().get("requestBody") instanceof Map<?, ?> body)) {
      return Optional.empty();
    }
    return map(map(body).get("content")).entrySet().stream()
        .filter(content -> content.getKey().endsWith("json"))
        .map(
            content -> {
              Map<String, Object> examples = map(map(content.getValue()).get("examples"));
              Map<String, Object> first = resolve(map(examples.values().iterator().next()));
              return new Body(content.getKey(), first.get("value"));
            })
        .findFirst();
  }

  /** What the contract says of a body of an operation. */
  public Map<String, Object> bodySchema(Operation operation, String mediaType) {
    Map<String, Object> body = map(operation.body().get("requestBody"));
    return resolve(map(map(map(body.get("content")).get(mediaType)).get("schema")));
  }

  /** The parts of the form that an operation takes, by name; none where it takes no form. */
  public Map<String, Map<String, Object>> form(Operation operation) {
    Map<String, Map<String, Object>> parts = new LinkedHashMap<>();
    if (operation.body().get("requestBody") instanceof Map<?, ?> body
        && map(body.get("content")).get("multipart/form-data") instanceof Map<?, ?> form) {
      Map<String, Object> schema = resolve(map(form.get("schema")));
      map(schema.get("properties")).forEach((name, part) -> parts.put(name, resolve(map(part))));
    }
    return parts;
  }

  /** The schema itself where the given one is a reference. */
  public Map<String, Object> resolve(Map<String, Object> schema) {
    if (!(schema.get("$ref") instanceof String ref)) {
      return schema;
    }
    Map<String, Object> node = root;
    for (String step : ref.substring(2).split("/")) {
      node = map(node.get(step));
    }
    return resolve(node);
  }

  private Operation operation(String method, String path, Map<String, Object> body) {
    List<Parameter> parameters =
        body.get("parameters") instanceof List<?> list
            ? list.stream().map(Contract::map).map(this::resolve).map(this::parameter).toList()
            : List.of();
    return new Operation((String) body.get("operationId"), method, path, body, parameters);
  }

  private Parameter parameter(Map<String, Object> parameter) {
    Map<String, Object> schema = resolve(map(parameter.get("schema")));
    return new Parameter(
        (String) parameter.get("in"),
        (String) parameter.get("name"),
        Boolean.TRUE.equals(parameter.get("required")),
        schema,
        parameter.getOrDefault("example", schema.get("example")));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object node) {
    return (Map<String, Object>) node;
  }

  private static Map<String, Object> read() {
    try (Reader reader = Files.newBufferedReader(Path.of("..", "..", "openapi.yaml"))) {
      return new Yaml().load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
