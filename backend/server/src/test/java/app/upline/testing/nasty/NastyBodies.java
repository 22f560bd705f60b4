package app.upline.testing.nasty;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.upline.testing.Contract;
import app.upline.testing.nasty.NastyValues.Odd;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A body of JSON with one place odd, each in its turn, however deep; the rest is as it was. */
final class NastyBodies {
  private static final String HERE = "@@";

  private final JsonMapper json;
  private final UnsentRequest sound;
  private final Contract.Body body;
  private final List<Nasty> all = new ArrayList<>();

  private NastyBodies(JsonMapper json, UnsentRequest sound, Contract.Body body) {
    this.json = json;
    this.sound = sound;
    this.body = body;
  }

  static List<Nasty> of(
      JsonMapper json, UnsentRequest sound, Contract.Body body, Map<String, Object> schema) {
    NastyBodies bodies = new NastyBodies(json, sound, body);
    NastyValues.json(Map.of("type", "object")).forEach(odd -> bodies.add("/", odd, odd.value()));
    bodies.descend(schema, body.value(), List.of());
    return bodies.all;
  }

  /** Members of the contract too that the example does not have. */
  private void descend(Map<String, Object> schema, Object value, List<Object> way) {
    if (value instanceof List<?> list && !list.isEmpty()) {
      oddAt(schemaOf(schema.get("items")), list.getFirst(), longer(way, 0));
      NastyValues.lists(schema, text(list.getFirst())).forEach(odd -> replace(way, odd));
    } else if (value instanceof Map<?, ?> object) {
      Map<Object, Map<String, Object>> members = new LinkedHashMap<>();
      if (schema.get("properties") instanceof Map<?, ?> properties) {
        properties.forEach((name, member) -> members.put(name, schemaOf(member)));
      }
      object.keySet().forEach(name -> members.putIfAbsent(name, Map.of()));
      members.forEach((name, member) -> oddAt(member, object.get(name), longer(way, name)));
      add(pointer(way), new Odd(Oddity.UNKNOWN, "noSuchMember"), odd(way, "noSuchMember"));
    }
  }

  private void oddAt(Map<String, Object> schema, Object value, List<Object> way) {
    NastyValues.json(schema).forEach(odd -> replace(way, odd));
    if (value != null) {
      add(pointer(way), new Odd(Oddity.MISSING, ""), text(without(body.value(), way, 0)));
    }
    boolean object = "object".equals(schema.get("type"));
    descend(schema, value == null && object ? Map.of() : value, way);
  }

  private void replace(List<Object> way, Odd odd) {
    String marked = text(replaced(body.value(), way, 0));
    add(pointer(way), odd, marked.replace("\"" + HERE + "\"", odd.value()));
  }

  private String odd(List<Object> way, String unknown) {
    return text(replaced(body.value(), longer(way, unknown), 0));
  }

  private void add(String place, Odd odd, String text) {
    all.add(
        new Nasty(
            odd.oddity(),
            place,
            odd.value(),
            sound.sending(body.mediaType(), text.getBytes(UTF_8))));
  }

  private static Object replaced(Object node, List<Object> way, int depth) {
    if (depth == way.size()) {
      return HERE;
    }
    if (node instanceof List<?> list && !list.isEmpty()) {
      List<Object> copy = new ArrayList<>(list);
      copy.set(0, replaced(copy.getFirst(), way, depth + 1));
      return copy;
    }
    Map<Object, Object> copy =
        node instanceof Map<?, ?> object ? new LinkedHashMap<>(object) : new LinkedHashMap<>();
    copy.put(way.get(depth), replaced(copy.get(way.get(depth)), way, depth + 1));
    return copy;
  }

  private static Object without(Object node, List<Object> way, int depth) {
    if (node instanceof List<?> list) {
      List<Object> copy = new ArrayList<>(list);
      if (depth == way.size() - 1) {
        copy.removeFirst();
      } else {
        copy.set(0, without(copy.getFirst(), way, depth + 1));
      }
      return copy;
    }
    Map<Object, Object> copy = new LinkedHashMap<>((Map<?, ?>) node);
    if (depth == way.size() - 1) {
      copy.remove(way.get(depth));
    } else {
      copy.put(way.get(depth), without(copy.get(way.get(depth)), way, depth + 1));
    }
    return copy;
  }

  private static List<Object> longer(List<Object> way, Object step) {
    List<Object> longer = new ArrayList<>(way);
    longer.add(step);
    return longer;
  }

  private static String pointer(List<Object> way) {
    StringBuilder pointer = new StringBuilder();
    way.forEach(step -> pointer.append('/').append(step));
    return pointer.isEmpty() ? "/" : pointer.toString();
  }

  /** What the contract says; of a choice with nothing the first. */
  @SuppressWarnings("unchecked")
  private static Map<String, Object> schemaOf(Object node) {
    if (!(node instanceof Map<?, ?> schema)) {
      return Map.of();
    }
    Map<String, Object> found = Contract.get().resolve((Map<String, Object>) schema);
    return found.get("anyOf") instanceof List<?> some ? schemaOf(some.getFirst()) : found;
  }

  private String text(Object value) {
    try {
      return new String(json.writeValueAsBytes(value), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
