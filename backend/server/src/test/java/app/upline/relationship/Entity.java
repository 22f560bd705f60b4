package app.upline.relationship;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The JSON of an entity that breaks no rule; a test says only what matters to it. */
record Entity(Map<String, @Nullable Object> json) {

  static Entity named(String legalName) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("legalName", legalName);
    json.put("entityType", "MARKETING_AGENCY");
    json.put("licensedProducer", false);
    json.put("functions", List.of("MARKETING"));
    json.put("websites", List.of("https://www.company.example"));
    json.put("offshore", false);
    json.put("startDate", "2025-01-01");
    json.put("knownOn", "2025-01-01");
    json.put(
        "address", Map.of("line1", "1 Main St", "city", "Tampa", "state", "FL", "zip", "33602"));
    json.put("contact", Map.of("name", "Compliance desk", "email", "desk@company.example"));
    return new Entity(json);
  }

  Entity with(String member, @Nullable Object value) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>(json);
    changed.put(member, value);
    return new Entity(changed);
  }

  Entity without(String member) {
    Map<String, @Nullable Object> changed = new LinkedHashMap<>(json);
    changed.remove(member);
    return new Entity(changed);
  }

  Entity in(String state) {
    return with(
        "address", Map.of("line1", "1 Main St", "city", "Anytown", "state", state, "zip", "33602"));
  }
}
