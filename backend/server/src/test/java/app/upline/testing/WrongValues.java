package app.upline.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Values that a schema of the contract does not allow, derived from it. */
public final class WrongValues {
  private WrongValues() {}

  /** As texts, for an address, a header or a form. */
  public static List<String> texts(Map<String, Object> schema) {
    List<String> wrong = new ArrayList<>();
    switch (String.valueOf(schema.get("type"))) {
      case "integer" -> {
        wrong.addAll(List.of("x", "1.5", "99999999999999999999"));
        if (schema.get("minimum") instanceof Integer least) {
          wrong.add(String.valueOf(least - 1L));
        }
        if (schema.get("maximum") instanceof Integer most) {
          wrong.add(String.valueOf(most + 1L));
        }
      }
      case "boolean" -> wrong.add("maybe");
      default -> wrong.addAll(strings(schema));
    }
    return wrong;
  }

  /** As they stand in JSON. */
  public static List<Object> values(Map<String, Object> schema) {
    List<Object> wrong = new ArrayList<>();
    switch (String.valueOf(schema.get("type"))) {
      case "integer" -> {
        wrong.add("x");
        if (schema.get("minimum") instanceof Integer least) {
          wrong.add(least - 1L);
        }
        if (schema.get("maximum") instanceof Integer most) {
          wrong.add(most + 1L);
        }
      }
      case "boolean" -> wrong.add("maybe");
      case "array", "object" -> wrong.add("x");
      case "string" -> {
        wrong.add(7);
        wrong.addAll(strings(schema));
        if (!schema.containsKey("enum") && !schema.containsKey("format")) {
          wrong.addAll(List.of("Two\u0000words", "Two\u202ewords"));
        }
      }
      default -> {
        // nothing is said of it
      }
    }
    return wrong;
  }

  private static List<String> strings(Map<String, Object> schema) {
    List<String> wrong = new ArrayList<>();
    if (schema.containsKey("enum")) {
      return List.of("NO_SUCH_CODE", "é");
    }
    switch (String.valueOf(schema.get("format"))) {
      case "uuid" -> wrong.add("no-uuid");
      case "date" ->
          wrong.addAll(List.of("2026-13-45", "0024-01-15", "+10000-01-01", "+999999999-12-31"));
      case "date-time" ->
          wrong.addAll(List.of("yesterday", "0024-01-15T00:00:00Z", "+10000-01-01T00:00:00Z"));
      default -> {
        if (schema.containsKey("pattern")) {
          wrong.add("é");
        }
        if (schema.get("minLength") instanceof Integer least) {
          wrong.add("x".repeat(least - 1));
        }
        if (schema.get("maxLength") instanceof Integer most) {
          wrong.add("x".repeat(most + 1));
        }
      }
    }
    return wrong;
  }
}
