package app.upline.incident;

import app.upline.platform.fields.Difference;
import app.upline.platform.fields.Draft;
import app.upline.platform.fields.MergePatch;
import app.upline.record.Voiding;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The JSON form of an incident with its disciplinary actions and attachments, and what differs
 * between two.
 */
public final class IncidentForm {

  static final int MOST_ACTIONS = 50;

  private static final String ACTIONS = IncidentDraft.ACTIONS.substring(1);

  private IncidentForm() {}

  /** Reads a JSON object of the contract's shape; whatever does not fit becomes a fault. */
  public static IncidentDraft read(JsonNode json) {
    return withActions(IncidentFields.ALL.read(without(json, ACTIONS)), actions(json), List.of());
  }

  /**
   * What a record becomes by a merge patch; the list of actions is replaced whole. Attachments are
   * none of the patch's members: they come and go by operations of their own.
   */
  public static IncidentDraft read(IncidentDetails before, JsonNode patch) {
    JsonNode target = write(before);
    Draft<IncidentDetails> incident =
        IncidentFields.ALL.read(
            without(without(target, ACTIONS), AttachmentForm.MEMBER), without(patch, ACTIONS));
    return withActions(incident, actions(MergePatch.apply(target, patch)), before.attachments());
  }

  /** A draft that holds what the record holds. */
  public static IncidentDraft draftOf(IncidentDetails details) {
    return new IncidentDraft(
        IncidentFields.ALL.draftOf(details),
        details.disciplinaryActions().stream().map(DisciplineFields.ALL::draftOf).toList(),
        details.attachments());
  }

  /** Without the members that are absent or empty. */
  public static JsonNode write(IncidentDetails details) {
    JsonNode incident = IncidentFields.ALL.write(details);
    Map<String, JsonNode> members = members(incident);
    if (!details.disciplinaryActions().isEmpty()) {
      members.put(
          ACTIONS,
          JsonNode.createArrayNode(
              details.disciplinaryActions().stream().map(DisciplineFields.ALL::write).toList()));
    }
    if (!details.attachments().isEmpty()) {
      members.put(AttachmentForm.MEMBER, AttachmentForm.write(details.attachments()));
    }
    return Voiding.write(JsonNode.createObjectNode(members), details.voidReason());
  }

  /** Field by field, as people read it; actions are compared with their former selves. */
  public static List<Difference> differences(IncidentDetails before, IncidentDetails after) {
    List<Difference> differences = new ArrayList<>(IncidentFields.ALL.differences(before, after));
    Map<Object, DisciplinaryAction> former =
        before.disciplinaryActions().stream()
            .collect(Collectors.toMap(DisciplinaryAction::id, Function.identity()));
    List<DisciplinaryAction> now = after.disciplinaryActions();
    for (int i = 0; i < now.size(); i++) {
      DisciplinaryAction was = former.remove(now.get(i).id());
      if (was == null) {
        differences.add(whole(i, null, now.get(i)));
      } else {
        differences.addAll(within(i, was, now.get(i)));
      }
    }
    List<DisciplinaryAction> then = before.disciplinaryActions();
    for (int i = 0; i < then.size(); i++) {
      if (former.containsKey(then.get(i).id())) {
        differences.add(whole(i, then.get(i), null));
      }
    }
    order(then, now).ifPresent(differences::add);
    differences.addAll(AttachmentForm.differences(before.attachments(), after.attachments()));
    differences.addAll(Voiding.differences(before.voidReason(), after.voidReason()));
    return differences;
  }

  /** Those that stayed, when they stand in another order. */
  private static Optional<Difference> order(
      List<DisciplinaryAction> before, List<DisciplinaryAction> after) {
    List<UUID> was = before.stream().map(DisciplinaryAction::id).toList();
    List<UUID> is = after.stream().map(DisciplinaryAction::id).toList();
    boolean same =
        was.stream()
            .filter(is::contains)
            .toList()
            .equals(is.stream().filter(was::contains).toList());
    return same
        ? Optional.empty()
        : Optional.of(
            new Difference(
                IncidentDraft.ACTIONS,
                "Order of disciplinary actions",
                types(before),
                types(after)));
  }

  private static String types(List<DisciplinaryAction> actions) {
    return actions.stream().map(action -> action.type().label()).collect(Collectors.joining("; "));
  }

  private static List<Difference> within(
      int index, DisciplinaryAction before, DisciplinaryAction after) {
    return DisciplineFields.ALL.differences(before, after).stream()
        .map(
            difference ->
                new Difference(
                    pointer(index) + difference.pointer(),
                    label(index) + ": " + difference.label(),
                    difference.before(),
                    difference.after()))
        .toList();
  }

  /** One that came or went. */
  private static Difference whole(
      int index, @Nullable DisciplinaryAction before, @Nullable DisciplinaryAction after) {
    return new Difference(pointer(index), label(index), summary(before), summary(after));
  }

  private static @Nullable String summary(@Nullable DisciplinaryAction action) {
    return action == null
        ? null
        : "%s, decided %s, %s"
            .formatted(action.type().label(), action.decisionDate(), action.status().label());
  }

  private static String pointer(int index) {
    return IncidentDraft.ACTIONS + "/" + index;
  }

  private static String label(int index) {
    return "Disciplinary action " + (index + 1);
  }

  private static IncidentDraft withActions(
      Draft<IncidentDetails> incident, @Nullable JsonNode actions, List<Attachment> attachments) {
    List<Draft<DisciplinaryAction>> drafts = new ArrayList<>();
    if (actions != null && actions.isArray()) {
      actions.values().forEach(action -> drafts.add(DisciplineFields.ALL.read(action)));
    } else if (actions != null && !actions.isNull()) {
      incident.misshapen(IncidentDraft.ACTIONS, "WRONG_TYPE", "Expected a list.");
    }
    if (drafts.size() > MOST_ACTIONS) {
      tooMany(incident);
    }
    return new IncidentDraft(incident, drafts, attachments);
  }

  static void tooMany(Draft<IncidentDetails> incident) {
    incident.fault(IncidentDraft.ACTIONS, "TOO_MANY", "Give at most " + MOST_ACTIONS + ".");
  }

  private static @Nullable JsonNode actions(JsonNode json) {
    return json.isObject() ? json.get(ACTIONS) : null;
  }

  private static JsonNode without(JsonNode json, String member) {
    if (!json.isObject()) {
      return json;
    }
    Map<String, JsonNode> members = members(json);
    members.remove(member);
    return JsonNode.createObjectNode(members);
  }

  private static Map<String, JsonNode> members(JsonNode object) {
    Map<String, JsonNode> members = new LinkedHashMap<>();
    object.entries().forEach(member -> members.put(member.getKey(), member.getValue()));
    return members;
  }
}
