package app.upline.platform.http;

import app.upline.platform.problem.ExpectedForm;
import app.upline.platform.validation.Fault;
import io.micronaut.core.beans.BeanIntrospection;
import io.micronaut.core.beans.BeanIntrospector;
import io.micronaut.core.beans.BeanProperty;
import io.micronaut.core.type.Argument;
import io.micronaut.json.tree.JsonNode;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Finds values that are of another JSON type than the contract names. The framework's reader is
 * obliging: it takes the text "no" for a truth value, and a number for a text.
 */
final class StrictTypes {
  private final List<Fault> faults = new ArrayList<>();

  private StrictTypes() {}

  /** Every such value in a body that is to become an object of this type. */
  static List<Fault> faults(JsonNode body, Argument<?> type) {
    StrictTypes types = new StrictTypes();
    types.look(body, type, "");
    return types.faults;
  }

  private void look(JsonNode node, Argument<?> type, String pointer) {
    if (node.isNull()) {
      return;
    }
    if (Collection.class.isAssignableFrom(type.getType())) {
      lookInto(node, type.getFirstTypeVariable().orElse(Argument.OBJECT_ARGUMENT), pointer);
    } else if (!fits(node, type.getType())) {
      ExpectedForm form = ExpectedForm.of(type.getType());
      faults.add(new Fault(pointer, form.code(), form.message()));
    } else if (node.isObject()) {
      BeanIntrospector.SHARED
          .findIntrospection(type.getType())
          .ifPresent(bean -> lookInto(node, bean, pointer));
    }
  }

  private void lookInto(JsonNode list, Argument<?> element, String pointer) {
    if (!list.isArray()) {
      faults.add(new Fault(pointer, "INVALID_LIST", "Write a list, in brackets."));
      return;
    }
    int index = 0;
    for (JsonNode item : list.values()) {
      look(item, element, pointer + "/" + index++);
    }
  }

  private void lookInto(JsonNode object, BeanIntrospection<?> bean, String pointer) {
    for (Map.Entry<String, JsonNode> member : object.entries()) {
      // A member that is not there is for the reader to refuse.
      bean.getProperty(member.getKey())
          .map(BeanProperty::asArgument)
          .ifPresent(type -> look(member.getValue(), type, pointer + "/" + member.getKey()));
    }
  }

  private static boolean fits(JsonNode node, Class<?> type) {
    if (type == Boolean.class || type == boolean.class) {
      return node.isBoolean();
    }
    if (type == Integer.class || type == Long.class || type == int.class || type == long.class) {
      return node.isNumber() && isWhole(node);
    }
    boolean written =
        CharSequence.class.isAssignableFrom(type)
            || type.isEnum()
            || type == UUID.class
            || Temporal.class.isAssignableFrom(type);
    return !written || node.isString();
  }

  private static boolean isWhole(JsonNode number) {
    return number.getBigDecimalValue().stripTrailingZeros().scale() <= 0;
  }
}
