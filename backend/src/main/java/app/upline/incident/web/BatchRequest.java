package app.upline.incident.web;

import app.upline.api.model.BatchMode;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.validation.Fault;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a batch: its own members, and the rows as they are. */
record BatchRequest(BatchMode mode, List<JsonNode> incidents) {

  static final int MOST = 1_000;

  /**
   * @throws ProblemException 400 when it is not of the contract's shape
   */
  static BatchRequest of(JsonNode body) {
    if (!body.isObject()) {
      throw refused(List.of(new Fault("", "WRONG_TYPE", "Expected a JSON object.")));
    }
    List<Fault> faults = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : body.entries()) {
      if (!List.of("mode", "incidents").contains(member.getKey())) {
        faults.add(
            new Fault(
                "/" + member.getKey().replace("~", "~0").replace("/", "~1"),
                "UNKNOWN_MEMBER",
                "This member is not part of the contract."));
      }
    }
    BatchMode mode = mode(body.get("mode"), faults);
    List<JsonNode> rows = rows(body.get("incidents"), faults);
    if (!faults.isEmpty()) {
      throw refused(faults);
    }
    return new BatchRequest(mode, rows);
  }

  private static BatchMode mode(@Nullable JsonNode mode, List<Fault> faults) {
    if (mode == null || mode.isNull()) {
      return BatchMode.DRY_RUN;
    }
    for (BatchMode known : BatchMode.values()) {
      if (mode.isString() && known.name().equals(mode.getStringValue())) {
        return known;
      }
    }
    faults.add(new Fault("/mode", "UNKNOWN_CODE", "Choose one of DRY_RUN, COMMIT."));
    return BatchMode.DRY_RUN;
  }

  private static List<JsonNode> rows(@Nullable JsonNode rows, List<Fault> faults) {
    if (rows == null || rows.isNull()) {
      faults.add(new Fault("/incidents", "REQUIRED", "“incidents” is required."));
      return List.of();
    }
    if (!rows.isArray()) {
      faults.add(new Fault("/incidents", "WRONG_TYPE", "Expected a list."));
      return List.of();
    }
    if (rows.size() < 1 || rows.size() > MOST) {
      faults.add(new Fault("/incidents", "OUT_OF_RANGE", "Send 1 to %,d rows.".formatted(MOST)));
      return List.of();
    }
    List<JsonNode> items = new ArrayList<>();
    rows.values().forEach(items::add);
    return items;
  }

  private static ProblemException refused(List<Fault> faults) {
    return ProblemException.malformed(faults);
  }
}
