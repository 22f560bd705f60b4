package app.upline.incident;

import app.upline.platform.fields.Draft;
import app.upline.platform.fields.Field;
import app.upline.platform.validation.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The disciplinary actions of an incident as its rows of a sheet leave them: those that were there,
 * some of them changed, and new ones behind. An action that the sheet does not name stays as it is.
 */
final class SheetActions {

  private final List<Draft<DisciplinaryAction>> drafts = new ArrayList<>();
  private final Map<Integer, IncidentRow> rows = new HashMap<>();

  private SheetActions() {}

  static SheetActions of(IncidentEntry entry, @Nullable IncidentDetails before) {
    List<DisciplinaryAction> there = before == null ? List.of() : before.disciplinaryActions();
    SheetActions actions = new SheetActions();
    there.forEach(action -> actions.drafts.add(DisciplineFields.ALL.draftOf(action)));
    Set<Integer> taken = new HashSet<>();
    for (IncidentRow row : entry.all()) {
      if (row.action() != null) {
        actions.take(row, row.action(), actions.place(row.action(), there, taken));
      }
    }
    return actions;
  }

  List<Draft<DisciplinaryAction>> drafts() {
    return drafts;
  }

  /** What is wrong with them, each in the row that names the action. */
  List<Fault> faults() {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < drafts.size(); i++) {
      IncidentRow row = rows.get(i);
      for (Fault fault : drafts.get(i).faults()) {
        String pointer =
            row == null
                ? IncidentRow.ACTION
                : IncidentEntry.within(row, IncidentRow.ACTION + fault.pointer());
        faults.add(new Fault(pointer, fault.code(), fault.message()));
      }
    }
    return faults;
  }

  private void take(IncidentRow row, Draft<DisciplinaryAction> typed, int place) {
    Draft<DisciplinaryAction> draft = place < drafts.size() ? drafts.get(place) : new Draft<>();
    if (place == drafts.size()) {
      drafts.add(draft);
      draft.set(DisciplineFields.ID, typed.get(DisciplineFields.ID));
    }
    row.actionGiven().stream()
        .filter(field -> field != DisciplineFields.ID)
        .forEach(field -> copy(typed, draft, field));
    typed.faults().forEach(fault -> draft.fault(fault.pointer(), fault.code(), fault.message()));
    rows.put(place, row);
  }

  /**
   * The place of the action that is meant: by its id, else the one of the same type and decision
   * date; a new one stands at the end.
   */
  private int place(
      Draft<DisciplinaryAction> typed, List<DisciplinaryAction> there, Set<Integer> taken) {
    UUID id = typed.get(DisciplineFields.ID);
    for (int i = 0; i < there.size(); i++) {
      boolean meant = id == null ? looksLike(there.get(i), typed) : there.get(i).id().equals(id);
      if (meant && taken.add(i)) {
        return i;
      }
    }
    return drafts.size();
  }

  private static boolean looksLike(DisciplinaryAction action, Draft<DisciplinaryAction> typed) {
    return action.type() == typed.get(DisciplineFields.TYPE)
        && Objects.equals(action.decisionDate(), typed.get(DisciplineFields.DECISION_DATE));
  }

  private static <T> void copy(
      Draft<DisciplinaryAction> from,
      Draft<DisciplinaryAction> to,
      Field<DisciplinaryAction, T> field) {
    to.set(field, from.get(field));
  }
}
