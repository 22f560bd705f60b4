package app.upline.incident;

import app.upline.platform.fields.MergePatch;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/** Fictional incidents as JSON, each a patch away from one that breaks no rule. */
public final class IncidentJson {

  public static final UUID CARRIER = UUID.fromString("01900000-0000-7000-8000-0000000000ca");

  private static final JsonMapper JSON = JsonMapper.createDefault();

  private static final String SOUND =
      """
      {
        "carrierId": "%s",
        "kind": "BENEFICIARY_NONCOMPLIANCE",
        "beneficiaryInteraction": true,
        "subject": {"type": "AGENT", "name": "Dana Whitfield", "npn": "6657085"},
        "incidentDate": "2026-10-12",
        "discoveryDate": "2026-10-14",
        "state": "AZ",
        "channel": "PHONE_INBOUND",
        "source": "CALL_MONITORING",
        "beneficiariesAffected": 1,
        "primaryCategory": "TPMO_DISCLAIMER_MISSING",
        "description": "The required statement was not read before benefits were discussed.",
        "potentialHarm": false,
        "enrollmentAffected": false
      }
      """;

  private IncidentJson() {}

  /** One that breaks no rule, of this carrier. */
  public static String of(UUID carrierId) {
    return SOUND.formatted(carrierId);
  }

  /** The same with a merge patch applied. */
  public static String of(UUID carrierId, String patch) {
    return text(MergePatch.apply(tree(of(carrierId)), tree(patch)));
  }

  static JsonNode sound() {
    return tree(of(CARRIER));
  }

  static JsonNode sound(String patch) {
    return MergePatch.apply(sound(), tree(patch));
  }

  static JsonNode tree(String json) {
    try {
      return JSON.readValue(json, JsonNode.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(JsonNode tree) {
    try {
      return JSON.writeValueAsString(tree);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
