package app.upline.incident;

import app.upline.platform.fields.Draft;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A change of one disciplinary action, as a change of its incident.
 *
 * @param draft the incident with the action as it is to be
 * @param at which of its actions that is
 */
record ActionEdit(IncidentDraft draft, int at) {

  /** Where the action stands in the incident. */
  String place() {
    return IncidentDraft.ACTIONS + "/" + at;
  }

  /** The incident with one action more, the last. */
  static ActionEdit adding(IncidentDetails before, JsonNode json) {
    IncidentDraft draft = IncidentForm.draftOf(before);
    List<Draft<DisciplinaryAction>> actions = new ArrayList<>(draft.actions());
    actions.add(DisciplineFields.ALL.read(json));
    if (actions.size() > IncidentForm.MOST_ACTIONS) {
      IncidentForm.tooMany(draft.incident());
    }
    return new ActionEdit(draft.withActions(actions), actions.size() - 1);
  }

  /** The incident with one of its actions patched; empty when it has none of this id. */
  static Optional<ActionEdit> changing(IncidentDetails before, UUID actionId, JsonNode patch) {
    IncidentDraft draft = IncidentForm.draftOf(before);
    List<Draft<DisciplinaryAction>> actions = new ArrayList<>(draft.actions());
    for (int i = 0; i < actions.size(); i++) {
      DisciplinaryAction action = before.disciplinaryActions().get(i);
      if (action.id().equals(actionId)) {
        actions.set(i, DisciplineFields.ALL.read(DisciplineFields.ALL.write(action), patch));
        return Optional.of(new ActionEdit(draft.withActions(actions), i));
      }
    }
    return Optional.empty();
  }
}
