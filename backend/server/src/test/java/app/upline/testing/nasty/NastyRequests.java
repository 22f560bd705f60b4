package app.upline.testing.nasty;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.upline.testing.Contract;
import app.upline.testing.Contract.Operation;
import app.upline.testing.Contract.Parameter;
import app.upline.testing.FreshBody;
import app.upline.testing.nasty.NastyValues.Odd;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Requests to an operation that are nearly right: each is wrong, or odd, in one place, and all
 * places have their turn.
 */
public final class NastyRequests {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String BOUNDARY = "nasty";
  private static final String PARTS = "multipart/form-data; boundary=" + BOUNDARY;

  private final JsonMapper json;
  private final Map<String, String> things;

  /**
   * @param things by the name of the parameter or member that names them
   */
  public NastyRequests(JsonMapper json, Map<String, String> things) {
    this.json = json;
    this.things = things;
  }

  /** One that is right as far as the contract tells. */
  public Nasty sound(Operation operation) {
    return new Nasty(Oddity.NONE, "", "", request(operation));
  }

  /**
   * Each place with each oddity.
   *
   * @param cursor one that the operation has given, if it is a list and goes on
   */
  public List<Nasty> of(Operation operation, @Nullable String cursor) {
    UnsentRequest sound = request(operation);
    List<Nasty> all = new ArrayList<>();
    for (Parameter parameter : operation.parameters()) {
      for (Odd odd : values(parameter, cursor)) {
        all.add(
            new Nasty(
                odd.oddity(),
                parameter.in() + " " + parameter.name(),
                odd.value(),
                with(sound, operation, parameter, odd.value())));
      }
    }
    all.add(new Nasty(Oddity.UNKNOWN, "query", "color", sound.asking("color", "red")));
    addForms(operation, sound, all);
    FreshBody.of(operation, things)
        .ifPresent(
            body ->
                all.addAll(
                    NastyBodies.of(
                        json,
                        sound,
                        body,
                        Contract.get().bodySchema(operation, body.mediaType()))));
    return all;
  }

  private static List<Odd> values(Parameter parameter, @Nullable String cursor) {
    List<Odd> values = NastyValues.texts(parameter.schema());
    if (parameter.name().equals("cursor")) {
      mutations(cursor == null ? "MDEyMzQ1Njc4OWFiY2RlZg" : cursor)
          .forEach(mutated -> values.add(new Odd(Oddity.CURSOR, mutated)));
    }
    return values;
  }

  /** One letter changed, left out or put in here and there; halves, and doubled. */
  private static Stream<String> mutations(String cursor) {
    Stream<String> letters =
        IntStream.iterate(0, i -> i < cursor.length(), i -> i + 7)
            .boxed()
            .flatMap(
                i -> {
                  char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
                  String before = cursor.substring(0, i);
                  return Stream.of(
                      before,
                      before + other + cursor.substring(i + 1),
                      before + cursor.substring(i + 1),
                      before + other + cursor.substring(i));
                });
    return Stream.concat(letters, Stream.of(cursor + "=", cursor + cursor, " " + cursor, "é"));
  }

  private UnsentRequest with(
      UnsentRequest sound, Operation operation, Parameter parameter, String value) {
    return switch (parameter.in()) {
      case "query" -> sound.asking(parameter.name(), value);
      case "path" -> sound.at(withValue(operation, parameter, value));
      // The client itself refuses to send most of them in a header.
      default -> sound.saying(parameter.name(), value.replaceAll("[^ -~]", "\u00e9"));
    };
  }

  private String withValue(Operation operation, Parameter parameter, String value) {
    String encoded = URLEncoder.encode(value.isEmpty() ? " " : value, UTF_8).replace("+", "%20");
    Map<String, String> others = new LinkedHashMap<>(things);
    others.put(parameter.name(), encoded);
    return FreshBody.path(operation, others);
  }

  private UnsentRequest request(Operation operation) {
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
    UnsentRequest request = new UnsentRequest(operation.method(), path, query, headers, null, null);
    if (!Contract.get().form(operation).isEmpty()) {
      return request.sending(PARTS, form(parts(operation)));
    }
    if (FreshBody.takesOneLine(operation)) {
      return request.sending(FORM, "grant_type=client_credentials".getBytes(UTF_8));
    }
    return FreshBody.of(operation, things)
        .map(body -> request.sending(body.mediaType(), bytes(body.value())))
        .orElse(request);
  }

  private void addForms(Operation operation, UnsentRequest sound, List<Nasty> all) {
    if (FreshBody.takesOneLine(operation)) {
      for (Odd odd : NastyValues.texts(Map.of())) {
        String line = "grant_type=" + URLEncoder.encode(odd.value(), UTF_8);
        all.add(
            new Nasty(
                odd.oddity(),
                "grant_type",
                odd.value(),
                sound.sending(FORM, line.getBytes(UTF_8))));
      }
    }
    Contract.get()
        .form(operation)
        .forEach(
            (name, schema) -> {
              for (Odd odd : NastyValues.texts(schema)) {
                all.add(part(operation, sound, odd, name));
              }
            });
    if (Contract.get().form(operation).containsKey("file")) {
      NastyFiles.all()
          .forEach(file -> all.add(part(operation, sound, new Odd(Oddity.FILE, file), "file")));
    }
  }

  private static Nasty part(Operation operation, UnsentRequest sound, Odd odd, String name) {
    Map<String, String> parts = parts(operation);
    parts.put(name, odd.value());
    return new Nasty(odd.oddity(), "part " + name, odd.value(), sound.sending(PARTS, form(parts)));
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
}
