package app.upline.incident;

import app.upline.platform.fields.Difference;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The list of an incident's attachments: in JSON, in comparisons, and with one more or less. Only
 * we write it, when a file is added or taken off.
 */
final class AttachmentForm {

  /** Where the list is in the JSON form. */
  static final String POINTER = "/attachments";

  static final String MEMBER = "attachments";

  /** How many an incident has at most. */
  static final int MOST = 20;

  private AttachmentForm() {}

  static JsonNode write(List<Attachment> attachments) {
    return JsonNode.createArrayNode(attachments.stream().map(AttachmentForm::write).toList());
  }

  private static JsonNode write(Attachment attachment) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    members.put("id", JsonNode.createStringNode(attachment.id().toString()));
    members.put("kind", JsonNode.createStringNode(attachment.kind().name()));
    if (attachment.note() != null) {
      members.put("note", JsonNode.createStringNode(attachment.note()));
    }
    members.put("mediaType", JsonNode.createStringNode(attachment.mediaType()));
    members.put("bytes", JsonNode.createNumberNode(attachment.bytes()));
    members.put("sha256", JsonNode.createStringNode(attachment.sha256()));
    return JsonNode.createObjectNode(members);
  }

  static IncidentDraft adding(IncidentDetails before, Attachment attachment) {
    List<Attachment> attachments = new ArrayList<>(before.attachments());
    attachments.add(attachment);
    IncidentDraft draft = IncidentForm.draftOf(before).with(attachments);
    if (attachments.size() > MOST) {
      draft
          .incident()
          .fault(POINTER, "TOO_MANY", "An incident has at most " + MOST + " attachments.");
    }
    return draft;
  }

  /** Empty when it has none of this id. */
  static Optional<IncidentDraft> without(IncidentDetails before, UUID attachmentId) {
    List<Attachment> attachments = new ArrayList<>(before.attachments());
    return attachments.removeIf(attachment -> attachment.id().equals(attachmentId))
        ? Optional.of(IncidentForm.draftOf(before).with(attachments))
        : Optional.empty();
  }

  /** An attachment comes or goes; it never changes. */
  static List<Difference> differences(List<Attachment> before, List<Attachment> after) {
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < after.size(); i++) {
      if (!before.contains(after.get(i))) {
        differences.add(new Difference(pointer(i), label(i), null, after.get(i).summary()));
      }
    }
    for (int i = 0; i < before.size(); i++) {
      if (!after.contains(before.get(i))) {
        differences.add(new Difference(pointer(i), label(i), before.get(i).summary(), null));
      }
    }
    return differences;
  }

  private static String pointer(int index) {
    return POINTER + "/" + index;
  }

  private static String label(int index) {
    return "Attachment " + (index + 1);
  }
}
