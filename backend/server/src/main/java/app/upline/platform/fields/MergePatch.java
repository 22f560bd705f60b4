package app.upline.platform.fields;

import io.micronaut.json.tree.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * JSON merge patch, RFC 7396. Its algorithm is ten lines; the libraries for it are tied to another
 * JSON tree.
 */
public final class MergePatch {

  private MergePatch() {}

  public static JsonNode apply(JsonNode target, JsonNode patch) {
    if (!patch.isObject()) {
      return patch;
    }
    Map<String, JsonNode> members = new LinkedHashMap<>();
    if (target.isObject()) {
      target.entries().forEach(member -> members.put(member.getKey(), member.getValue()));
    }
    for (Map.Entry<String, JsonNode> member : patch.entries()) {
      if (member.getValue().isNull()) {
        members.remove(member.getKey());
      } else {
        JsonNode before = members.getOrDefault(member.getKey(), JsonNode.nullNode());
        members.put(member.getKey(), apply(before, member.getValue()));
      }
    }
    return JsonNode.createObjectNode(members);
  }
}
