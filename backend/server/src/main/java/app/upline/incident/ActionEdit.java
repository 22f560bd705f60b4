package app.upline.incident;

import app.upline.platform.fields.Draft;
import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Changes of one disciplinary action, as changes of its incident. */
final class ActionEdit {

  private ActionEdit() {}

  /** The incident with one action more, the last. */
  static IncidentDraft adding(IncidentDetails before, JsonNode json) {
    IncidentDraft draft = IncidentForm.draftOf(before);
    List<Draft<DisciplinaryAction>> actions = new ArrayList<>(draft.actions());
    actions.add(DisciplineFields.ALL.read(json));
    if (actions.size() > IncidentForm.MOST_ACTIONS) {
      IncidentForm.tooMany(draft.incident());
    }
    return draft.withActions(actions);
  }

  /** The incident with one of its actions patched; empty when it has none of this id. */
  static Optional<IncidentDraft> changing(IncidentDetails before, UUID actionId, JsonNode patch) {
    IncidentDraft draft = IncidentForm.draftOf(before);
    List<Draft<DisciplinaryAction>> actions = new ArrayList<>(draft.actions());
    for (int i = 0; i < actions.size(); i++) {
      DisciplinaryAction action = before.disciplinaryActions().get(i);
      if (action.id().equals(actionId)) {
        actions.set(i, DisciplineFields.ALL.read(DisciplineFields.ALL.write(action), patch));
        return Optional.of(draft.withActions(actions));
      }
    }
    return Optional.empty();
  }
}
