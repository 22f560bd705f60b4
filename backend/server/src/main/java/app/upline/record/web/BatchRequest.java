package app.upline.record.web;

import app.upline.api.model.WriteModeDto;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.validation.Fault;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a batch: its own members, and the rows as they are. */
public record BatchRequest(WriteModeDto mode, List<JsonNode> rows) {

  /** How many rows a batch may have. */
  public static final int MOST = 1_000;

  private static final String MODE = "mode";

  /**
   * Reads a body.
   *
   * @param member the one that lists the rows, such as {@code incidents}
   * @throws ProblemException 400 when it is not of the contracts shape
   */
  public static BatchRequest of(JsonNode body, String member) {
    if (!body.isObject()) {
      throw ProblemException.malformed(
          List.of(new Fault("", "WRONG_TYPE", "Expected a JSON object.")));
    }
    List<Fault> faults = new ArrayList<>();
    for (Map.Entry<String, JsonNode> given : body.entries()) {
      if (!List.of(MODE, member).contains(given.getKey())) {
        faults.add(
            new Fault(
                "/" + given.getKey().replace("~", "~0").replace("/", "~1"),
                "UNKNOWN_MEMBER",
                "This member is not part of the contract."));
      }
    }
    WriteModeDto mode = mode(body.get(MODE), faults);
    List<JsonNode> rows = rows(member, body.get(member), faults);
    if (!faults.isEmpty()) {
      throw ProblemException.malformed(faults);
    }
    return new BatchRequest(mode, rows);
  }

  public boolean commits() {
    return mode == WriteModeDto.COMMIT;
  }

  private static WriteModeDto mode(@Nullable JsonNode mode, List<Fault> faults) {
    if (mode == null || mode.isNull()) {
      return WriteModeDto.DRY_RUN;
    }
    for (WriteModeDto known : WriteModeDto.values()) {
      if (mode.isString() && known.name().equals(mode.getStringValue())) {
        return known;
      }
    }
    faults.add(new Fault("/" + MODE, "UNKNOWN_CODE", "Choose one of DRY_RUN, COMMIT."));
    return WriteModeDto.DRY_RUN;
  }

  private static List<JsonNode> rows(String member, @Nullable JsonNode rows, List<Fault> faults) {
    String pointer = "/" + member;
    if (rows == null || rows.isNull()) {
      faults.add(new Fault(pointer, "REQUIRED", "“" + member + "” is required."));
      return List.of();
    }
    if (!rows.isArray()) {
      faults.add(new Fault(pointer, "WRONG_TYPE", "Expected a list."));
      return List.of();
    }
    if (rows.size() < 1 || rows.size() > MOST) {
      faults.add(new Fault(pointer, "OUT_OF_RANGE", "Send 1 to %,d rows.".formatted(MOST)));
      return List.of();
    }
    List<JsonNode> items = new ArrayList<>();
    rows.values().forEach(items::add);
    return items;
  }
}
