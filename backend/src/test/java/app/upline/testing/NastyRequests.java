package app.upline.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.upline.testing.Contract.Operation;
import app.upline.testing.Contract.Parameter;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Requests to an operation that are nearly right: each is wrong, or odd, in one place, and all
 * places have their turn.
 */
public final class NastyRequests {
  private static final String BOUNDARY = "nasty";

  /** Odd text: accents, look-alikes, full width, invisible, dashes, right-to-left, pictures. */
  private static final List<String> TEXTS =
      List.of(
          "é",
          "REL–2026–000001",
          "ſtraße Ｋ５",
          "a\u200bb\u202ec\u2066",
          "\uD83D\uDE00\uD83D\uDE00",
          "a\u0000b",
          "' or 1=1 -- %_\\",
          "x".repeat(10_000));

  private static final List<String> MOMENTS =
      List.of(
          "0000-01-01",
          "0024-01-15",
          "1999-12-31",
          "9999-12-31",
          "+10000-01-01",
          "+999999999-12-31",
          "2026-02-30",
          "9999-12-31T23:59:59.999999999Z",
          "-0001-01-01T00:00:00Z",
          "10000-01");
  private static final List<String> NUMBERS =
      List.of("-1", "0", "2147483648", "9223372036854775808", "1e400", "1e18", "0.5", "NaN");

  /** Put into JSON as they are. */
  private static final List<String> RAW =
      List.of(
          "1e400",
          "1e999999999",
          "1.00000000000000000001",
          "9223372036854775808",
          "-1",
          "true",
          "null",
          "[]",
          "{}",
          "[null]",
          "\"\\ud83d\"",
          "\"\\u0000\"");

  private final JsonMapper json;
  private final Map<String, String> things;

  public NastyRequests(JsonMapper json, Map<String, String> things) {
    this.json = json;
    this.things = things;
  }

  /** A request, and what is nasty about it. */
  public record Nasty(String what, Unsent request) {}

  /** All of a request but where it goes and who sends it. */
  public record Unsent(
      String method,
      String path,
      Map<String, String> query,
      Map<String, String> headers,
      @Nullable String type,
      byte @Nullable [] body) {

    public HttpRequest.Builder to(String server) {
      StringBuilder address = new StringBuilder(server).append(path);
      char before = '?';
      for (Map.Entry<String, String> parameter : query.entrySet()) {
        address.append(before).append(parameter.getKey()).append('=');
        address.append(URLEncoder.encode(parameter.getValue(), UTF_8));
        before = '&';
      }
      HttpRequest.Builder request =
          HttpRequest.newBuilder(URI.create(address.toString()))
              .method(
                  method.toUpperCase(),
                  body == null
                      ? HttpRequest.BodyPublishers.noBody()
                      : HttpRequest.BodyPublishers.ofByteArray(body));
      headers.forEach(request::header);
      if (type != null) {
        request.header("Content-Type", type);
      }
      return request;
    }

    Unsent at(String otherPath) {
      return new Unsent(method, otherPath, query, headers, type, body);
    }

    Unsent asking(String name, String value) {
      return new Unsent(method, path, with(query, name, value), headers, type, body);
    }

    Unsent saying(String name, String value) {
      return new Unsent(method, path, query, with(headers, name, value), type, body);
    }

    Unsent sending(byte[] otherBody) {
      return new Unsent(method, path, query, headers, type, otherBody);
    }

    private static Map<String, String> with(Map<String, String> some, String name, String value) {
      Map<String, String> more = new LinkedHashMap<>(some);
      more.put(name, value);
      return more;
    }
  }

  /** One that is right as far as the contract tells. */
  public Nasty sound(Operation operation) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (operation.takes("header", "If-Match")) {
      headers.put("If-Match", "*");
    }
    Map<String, String> query = new LinkedHashMap<>();
    for (Parameter parameter : operation.parameters()) {
      if (parameter.in().equals("query") && things.containsKey(parameter.name())) {
        query.put(parameter.name(), things.get(parameter.name()));
      }
    }
    String path = FreshBody.path(operation, things);
    Unsent request = new Unsent(operation.method(), path, query, headers, null, null);
    return new Nasty("nothing", withBody(request, operation));
  }

  private Unsent withBody(Unsent request, Operation operation) {
    String type = null;
    byte[] body = null;
    if (!Contract.get().form(operation).isEmpty()) {
      type = "multipart/form-data; boundary=" + BOUNDARY;
      body = form(parts(operation));
    } else if (FreshBody.takesOneLine(operation)) {
      type = "application/x-www-form-urlencoded";
      body = "grant_type=client_credentials".getBytes(UTF_8);
    } else if (FreshBody.of(operation, things).orElse(null) instanceof Contract.Body example) {
      type = example.mediaType();
      body = bytes(example.value());
    }
    return new Unsent(
        request.method(), request.path(), request.query(), request.headers(), type, body);
  }

  /** Each place with each oddity. */
  public List<Nasty> of(Operation operation) {
    Unsent sound = sound(operation).request();
    List<Nasty> all = new ArrayList<>();
    for (Parameter parameter : operation.parameters()) {
      for (String value : values(parameter.schema())) {
        String what = parameter.name() + "=" + shown(value);
        switch (parameter.in()) {
          case "query" -> all.add(new Nasty(what, sound.asking(parameter.name(), value)));
          case "path" -> all.add(new Nasty(what, sound.at(withValue(operation, parameter, value))));
          default -> {
            // The client itself refuses to send most of them in a header.
            String sendable = value.replaceAll("[^ -~]", "\u00e9");
            all.add(new Nasty(what, sound.saying(parameter.name(), sendable)));
          }
        }
      }
    }
    all.add(new Nasty("an unknown parameter", sound.asking("colour", "red")));
    addForms(operation, sound, all);
    FreshBody.of(operation, things)
        .ifPresent(
            body -> addBodies(sound, body.value(), body.value(), "", new ArrayList<>(), all));
    return all;
  }

  private String withValue(Operation operation, Parameter parameter, String value) {
    String encoded = URLEncoder.encode(value.isEmpty() ? " " : value, UTF_8).replace("+", "%20");
    Map<String, String> others = new LinkedHashMap<>(things);
    others.put(parameter.name(), encoded);
    return FreshBody.path(operation, others);
  }

  private static List<String> values(Map<String, Object> schema) {
    List<String> values = new ArrayList<>(TEXTS);
    values.add("");
    String form = schema.get("type") + " " + schema.get("format") + " " + schema.get("pattern");
    if (form.contains("integer")) {
      values.addAll(NUMBERS);
    }
    if (form.contains("date") || form.contains("\\d")) {
      values.addAll(MOMENTS);
    }
    return values;
  }

  private void addForms(Operation operation, Unsent sound, List<Nasty> all) {
    Map<String, Map<String, Object>> form = Contract.get().form(operation);
    if (form.isEmpty()) {
      return;
    }
    for (String name : form.keySet()) {
      for (String value : TEXTS) {
        Map<String, String> parts = parts(operation);
        parts.put(name, value);
        all.add(new Nasty(name + ": " + shown(value), sound.sending(form(parts))));
      }
    }
    for (String content :
        List.of(
            "",
            "PK\u0003\u0004",
            "Legal name,Reference\nKeystone,REL–2026–000001\n",
            "Legal name,Upstream reference\nKeystone,REL–2026–000001\n",
            "Reference,Subject name\nINC–2026–000001,é\n",
            "Legal name,Your reference\né,\u200bé\n",
            "Contract Number,Legal Entity Name\nＨ1234,é\n")) {
      Map<String, String> parts = parts(operation);
      parts.put("file", content);
      all.add(new Nasty("file: " + content, sound.sending(form(parts))));
    }
  }

  /** Every member, however deep, in the example that is otherwise as it was. */
  private void addBodies(
      Unsent sound, Object root, Object node, String pointer, List<Object> way, List<Nasty> all) {
    if (node instanceof Map<?, ?> object) {
      object.forEach((name, value) -> addMember(sound, root, value, pointer, way, name, all));
    } else if (node instanceof List<?> list && !list.isEmpty()) {
      addMember(sound, root, list.getFirst(), pointer, way, 0, all);
    }
  }

  private void addMember(
      Unsent sound,
      Object root,
      Object value,
      String pointer,
      List<Object> way,
      Object step,
      List<Nasty> all) {
    List<Object> longer = new ArrayList<>(way);
    longer.add(step);
    String at = pointer + "/" + step;
    List<String> raw = new ArrayList<>(RAW);
    TEXTS.forEach(text -> raw.add(new String(bytes(text), UTF_8)));
    if (value instanceof String) {
      MOMENTS.forEach(text -> raw.add(new String(bytes(text), UTF_8)));
    }
    for (String replacement : raw) {
      String marked = new String(bytes(replaced(root, longer, 0)), UTF_8);
      byte[] body = marked.replace("\"@@\"", replacement).getBytes(UTF_8);
      all.add(new Nasty(at + ": " + shown(replacement), sound.sending(body)));
    }
    addBodies(sound, root, value, at, longer, all);
  }

  private static Object replaced(Object node, List<Object> way, int depth) {
    if (depth == way.size()) {
      return "@@";
    }
    if (node instanceof Map<?, ?> object) {
      Map<Object, Object> copy = new LinkedHashMap<>(object);
      copy.put(way.get(depth), replaced(object.get(way.get(depth)), way, depth + 1));
      return copy;
    }
    List<Object> copy = new ArrayList<>((List<?>) node);
    copy.set(0, replaced(copy.getFirst(), way, depth + 1));
    return copy;
  }

  private static Map<String, String> parts(Operation operation) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("file", "Legal name,City\nKeystone LLC,Tampa\n");
    if (Contract.get().form(operation).containsKey("kind")) {
      parts.put("kind", "OTHER");
    }
    return parts;
  }

  private static byte[] form(Map<String, String> parts) {
    StringBuilder form = new StringBuilder();
    parts.forEach(
        (name, value) ->
            form.append(
                    "--%s\r\nContent-Disposition: form-data; name=\"%s\"".formatted(BOUNDARY, name))
                .append(name.equals("file") ? "; filename=\"é.csv\"" : "")
                .append("\r\n\r\n")
                .append(value)
                .append("\r\n"));
    return form.append("--" + BOUNDARY + "--\r\n").toString().getBytes(UTF_8);
  }

  private byte[] bytes(Object value) {
    try {
      return json.writeValueAsBytes(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String shown(String value) {
    return value.substring(0, Math.min(40, value.length()));
  }
}
