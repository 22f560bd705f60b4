package app.upline.platform.fields;

import app.upline.platform.text.Characters;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** All fields of a record, in the order in which people see them. */
public final class FieldSet<R> {

  private final List<Field<R, ?>> fields;
  private final Map<String, Field<R, ?>> byKey = new LinkedHashMap<>();
  private final Set<String> pointers = new HashSet<>();
  private final Set<String> groups = new HashSet<>();

  public FieldSet(List<Field<R, ?>> fields) {
    this.fields = List.copyOf(fields);
    for (Field<R, ?> field : fields) {
      byKey.put(field.key(), field);
      pointers.add(field.pointer());
      for (int at = field.pointer().indexOf('/', 1);
          at > 0;
          at = field.pointer().indexOf('/', at + 1)) {
        groups.add(field.pointer().substring(0, at));
      }
    }
  }

  public List<Field<R, ?>> all() {
    return fields;
  }

  public Optional<Field<R, ?>> byKey(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** Reads a JSON object of the contract's shape; whatever does not fit becomes a fault. */
  public Draft<R> read(JsonNode json) {
    Draft<R> draft = new Draft<>();
    if (!json.isObject()) {
      draft.misshapen("", "WRONG_TYPE", "Expected a JSON object.");
      return draft;
    }
    refuseUnknown(json, "", draft);
    for (Field<R, ?> field : fields) {
      JsonNode value = at(json, field.pointer());
      if (value != null && !value.isNull()) {
        take(draft, field, kind -> kind.fromJson(value));
      }
    }
    return draft;
  }

  /**
   * Reads the record's JSON form with a merge patch applied; members unknown to the patch are
   * faults too.
   */
  public Draft<R> read(JsonNode target, JsonNode patch) {
    Draft<R> draft = read(MergePatch.apply(target, patch));
    if (patch.isObject()) {
      refuseUnknown(patch, "", draft);
    }
    return draft;
  }

  /** Takes what was typed for one field; an empty text clears it. */
  public <T> void read(Draft<R> draft, Field<R, T> field, String text) {
    draft.set(field, null);
    take(
        draft,
        field,
        kind ->
            Characters.complaint(text)
                .map(complaint -> Reading.<T>bad("INVALID_TEXT", complaint))
                .orElseGet(() -> kind.fromText(text)));
  }

  /** A draft that holds what the record holds. */
  public Draft<R> draftOf(R record) {
    Draft<R> draft = new Draft<>();
    fields.forEach(field -> copy(draft, field, record));
    return draft;
  }

  /** Faults every mandatory field that is absent and not already faulty. */
  public void requireMandatory(Draft<R> draft) {
    for (Field<R, ?> field : fields) {
      if (field.required() && !draft.has(field) && draft.sound(field)) {
        draft.fault(field, "REQUIRED", "“" + field.label() + "” is required.");
      }
    }
  }

  /** The JSON form, without the members that are absent or empty. */
  public JsonNode write(R record) {
    Map<String, Object> tree = new LinkedHashMap<>();
    fields.forEach(field -> put(tree, field, record));
    return toNode(tree);
  }

  /** What differs, as people read it. */
  public List<Difference> differences(R before, R after) {
    List<Difference> differences = new ArrayList<>();
    for (Field<R, ?> field : fields) {
      String was = field.textIn(before);
      String is = field.textIn(after);
      if (!Objects.equals(was, is)) {
        differences.add(new Difference(field.pointer(), field.label(), was, is));
      }
    }
    return differences;
  }

  private <T> void take(
      Draft<R> draft, Field<R, T> field, Function<FieldKind<T>, Reading<T>> reading) {
    switch (reading.apply(field.kind())) {
      case Reading.Value<T>(T value) -> draft.set(field, value);
      case Reading.Absent<T>() -> {}
      case Reading.Bad<T>(String code, String message, boolean shape) -> {
        if (shape) {
          draft.misshapen(field.pointer(), code, message);
        } else {
          draft.fault(field, code, message);
        }
      }
    }
  }

  private <T> void copy(Draft<R> draft, Field<R, T> field, R record) {
    T value = field.getter().apply(record);
    draft.set(field, value == null || value.equals(List.of()) ? null : value);
  }

  private void refuseUnknown(JsonNode json, String path, Draft<R> draft) {
    for (Map.Entry<String, JsonNode> member : json.entries()) {
      String pointer = path + "/" + member.getKey().replace("~", "~0").replace("/", "~1");
      boolean group = groups.contains(pointer);
      if (group && member.getValue().isObject()) {
        refuseUnknown(member.getValue(), pointer, draft);
      } else if (group && !member.getValue().isNull()) {
        draft.misshapen(pointer, "WRONG_TYPE", "Expected a JSON object.");
      } else if (!group && !pointers.contains(pointer)) {
        draft.misshapen(pointer, "UNKNOWN_MEMBER", "This member is not part of the contract.");
      }
    }
  }

  private static @Nullable JsonNode at(JsonNode json, String pointer) {
    JsonNode node = json;
    for (String name : pointer.substring(1).split("/")) {
      node = node != null && node.isObject() ? node.get(name) : null;
    }
    return node;
  }

  @SuppressWarnings("unchecked") // the tree is made of maps and nodes only
  private <T> void put(Map<String, Object> tree, Field<R, T> field, R record) {
    T value = field.getter().apply(record);
    if (value == null || value.equals(List.of())) {
      return;
    }
    String[] path = field.pointer().substring(1).split("/");
    Map<String, Object> parent = tree;
    for (int i = 0; i < path.length - 1; i++) {
      parent = (Map<String, Object>) parent.computeIfAbsent(path[i], name -> new LinkedHashMap<>());
    }
    parent.put(path[path.length - 1], field.kind().toJson(value));
  }

  private static JsonNode toNode(Map<String, Object> tree) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    tree.forEach(
        (name, value) -> {
          JsonNode node =
              switch (value) {
                case JsonNode leaf -> leaf;
                case Map<?, ?> group -> toNode(castGroup(group));
                default -> throw new IllegalStateException("unexpected " + value.getClass());
              };
          members.put(name, node);
        });
    return JsonNode.createObjectNode(members);
  }

  @SuppressWarnings("unchecked") // put() makes every group
  private static Map<String, Object> castGroup(Map<?, ?> group) {
    return (Map<String, Object>) group;
  }
}
