package app.upline.incident;

import app.upline.platform.fields.Draft;
import app.upline.platform.fields.Field;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of an uploaded sheet: an incident, a disciplinary action, or both.
 *
 * @param reference the incident's, when it is there already
 * @param carrier the name of the carrier concerned; null when blank
 * @param subcontractor the reference, or own reference, of the register's row; null when blank
 * @param subcontractorGiven whether the sheet has a column for it
 * @param typed what the cells of the incident hold
 * @param given the fields of the incident that the sheet has columns for
 * @param action what the cells of the action hold; null when the row has none
 * @param actionGiven the fields of an action that the sheet has columns for
 */
public record IncidentRow(
    int number,
    @Nullable String reference,
    @Nullable String carrier,
    @Nullable String subcontractor,
    boolean subcontractorGiven,
    Draft<IncidentDetails> typed,
    Set<Field<IncidentDetails, ?>> given,
    @Nullable Draft<DisciplinaryAction> action,
    Set<Field<DisciplinaryAction, ?>> actionGiven) {

  /** Where faults of a row's action are pointed at. */
  public static final String ACTION = "/disciplinaryAction";

  @Nullable String ownReference() {
    return typed.get(IncidentFields.OWN_REFERENCE);
  }

  /** A No to “for cause” alone, as forms have it in every row, is no action. */
  public static boolean tellsOfAction(
      Draft<DisciplinaryAction> action, Set<Field<DisciplinaryAction, ?>> given) {
    return given.stream()
        .filter(
            field -> field != DisciplineFields.FOR_CAUSE || action.is(DisciplineFields.FOR_CAUSE))
        .anyMatch(field -> action.has(field) || !action.sound(field));
  }
}
