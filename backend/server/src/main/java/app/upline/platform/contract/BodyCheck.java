package app.upline.platform.contract;

import app.upline.platform.validation.Fault;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Holds a JSON body to its schema: what must be there, lengths, patterns, codes, bounds and numbers
 * of items. A value of another type than the contract's is found before, and passed over here.
 */
public final class BodyCheck {
  private final List<Fault> faults = new ArrayList<>();

  private BodyCheck() {}

  /** Every rule that the body breaks. */
  public static List<Fault> faults(Schema schema, JsonNode body) {
    BodyCheck check = new BodyCheck();
    check.look(schema, body, "");
    return check.faults;
  }

  /** Every member that the contract does not have, at any depth. */
  public static List<Fault> unknownMembers(Schema schema, JsonNode body) {
    BodyCheck check = new BodyCheck();
    check.lookForUnknown(schema, body, "");
    return check.faults;
  }

  private void look(Schema schema, JsonNode node, String pointer) {
    if (node.isObject() && schema.is("object")) {
      lookIntoObject(schema, node, pointer);
    } else if (node.isArray() && schema.is("array")) {
      lookIntoList(schema, node, pointer);
    } else if (node.isString() && schema.is("string")) {
      String text = node.getStringValue();
      TextCheck.text(schema, text, pointer)
          .or(() -> TextCheck.characters(schema, text, pointer))
          .ifPresent(faults::add);
    } else if (node.isNumber() && (schema.is("integer") || schema.is("number"))) {
      TextCheck.number(schema, node.getBigDecimalValue(), pointer).ifPresent(faults::add);
    }
  }

  private void lookIntoObject(Schema schema, JsonNode object, String pointer) {
    for (Map.Entry<String, Schema> member : schema.properties().entrySet()) {
      String at = pointer + "/" + escape(member.getKey());
      JsonNode value = object.get(member.getKey());
      if (value != null && !value.isNull()) {
        look(member.getValue(), value, at);
      } else if (schema.required().contains(member.getKey())) {
        faults.add(new Fault(at, "REQUIRED", "This is required."));
      }
    }
  }

  private void lookIntoList(Schema schema, JsonNode list, String pointer) {
    Integer least = schema.number("minItems");
    Integer most = schema.number("maxItems");
    if (most != null && list.size() > most) {
      faults.add(new Fault(pointer, "TOO_MANY", "Give at most %,d.".formatted(most)));
      return;
    }
    if (least != null && list.size() < least) {
      faults.add(new Fault(pointer, "TOO_FEW", "Give at least %,d.".formatted(least)));
    }
    Schema items = schema.items();
    HashSet<JsonNode> seen = new HashSet<>();
    for (int i = 0; i < list.size(); i++) {
      JsonNode item = list.get(i);
      String at = pointer + "/" + i;
      if (schema.unique() && !seen.add(item)) {
        faults.add(new Fault(at, "TWICE", "This is there already."));
      }
      if (items != null && item.isNull()) {
        faults.add(new Fault(at, "REQUIRED", "This is required."));
      } else if (items != null) {
        look(items, item, at);
      }
    }
  }

  private void lookForUnknown(Schema schema, JsonNode node, String pointer) {
    Schema items = schema.items();
    if (node.isArray() && items != null) {
      for (int i = 0; i < node.size(); i++) {
        lookForUnknown(items, node.get(i), pointer + "/" + i);
      }
    } else if (node.isObject() && schema.is("object")) {
      for (Map.Entry<String, JsonNode> member : node.entries()) {
        String at = pointer + "/" + escape(member.getKey());
        Schema known = schema.properties().get(member.getKey());
        if (known != null) {
          lookForUnknown(known, member.getValue(), at);
        } else if (schema.closed()) {
          faults.add(
              new Fault(
                  at, "UNKNOWN_MEMBER", "This member is not part of the contract; leave it out."));
        }
      }
    }
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
