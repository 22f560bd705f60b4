package app.upline.incident;

import static app.upline.incident.DisciplineFields.*;

import app.upline.platform.fields.Draft;
import app.upline.platform.fields.Field;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The rules of DOMAIN section 4 for one disciplinary action. Each looks only at fields that are not
 * faulty already.
 */
final class DisciplineRules {

  private final Draft<DisciplinaryAction> draft;
  private final LocalDate today;

  private DisciplineRules(Draft<DisciplinaryAction> draft, LocalDate today) {
    this.draft = draft;
    this.today = today;
  }

  /**
   * Tells the draft all that is wrong with it, and fills in what follows from the rest.
   *
   * @param today where the carrier is
   */
  static void check(Draft<DisciplinaryAction> draft, LocalDate today) {
    new DisciplineRules(draft, today).check();
  }

  private void check() {
    ALL.requireMandatory(draft);
    explanation();
    cause();
    dates();
    preset(TAKEN_BY, DisciplineTakenBy.AGENCY);
    preset(STATUS, status());
  }

  private void explanation() {
    DisciplineType type = draft.get(TYPE);
    if (type == DisciplineType.NONE_WARRANTED) {
      need(EXPLANATION, "REASON_REQUIRED", "Give the reason why no action is warranted.");
    } else if (type == DisciplineType.OTHER) {
      need(EXPLANATION, "EXPLANATION_REQUIRED", "Describe the action when it is Other.");
    }
  }

  private void cause() {
    boolean byType = draft.get(TYPE) == DisciplineType.TERMINATED_FOR_CAUSE;
    if (byType && draft.has(FOR_CAUSE) && !draft.is(FOR_CAUSE)) {
      draft.fault(
          FOR_CAUSE,
          "CAUSE_CONTRADICTION",
          "A termination for cause must have \"for cause\" set to Yes; or choose another action.");
    }
    preset(FOR_CAUSE, byType);
  }

  private void dates() {
    notAhead(DECISION_DATE);
    notAhead(RETRAINING_COMPLETED);
    ordered(DECISION_DATE, EFFECTIVE_DATE, "EFFECTIVE_BEFORE_DECISION");
    ordered(
        draft.has(EFFECTIVE_DATE) ? EFFECTIVE_DATE : DECISION_DATE, END_DATE, "END_BEFORE_START");
  }

  /** What its dates say: ended, yet to come, or in effect. */
  private DisciplineStatus status() {
    LocalDate effective = draft.get(EFFECTIVE_DATE);
    LocalDate end = draft.get(END_DATE);
    if (end != null && !end.isAfter(today)) {
      return DisciplineStatus.COMPLETED;
    }
    return effective != null && effective.isAfter(today)
        ? DisciplineStatus.PLANNED
        : DisciplineStatus.IN_EFFECT;
  }

  private void ordered(
      Field<DisciplinaryAction, LocalDate> first,
      Field<DisciplinaryAction, LocalDate> second,
      String code) {
    LocalDate earlier = draft.get(first);
    LocalDate later = draft.get(second);
    if (earlier != null && later != null && later.isBefore(earlier) && draft.sound(first)) {
      draft.fault(
          second, code, "“%s” must not be before “%s”.".formatted(second.label(), first.label()));
    }
  }

  private void notAhead(Field<DisciplinaryAction, LocalDate> field) {
    LocalDate date = draft.get(field);
    if (date != null && date.isAfter(today)) {
      draft.fault(field, "IN_THE_FUTURE", "“" + field.label() + "” must not be in the future.");
    }
  }

  private <T> void preset(Field<DisciplinaryAction, T> field, T value) {
    if (!draft.has(field) && draft.sound(field)) {
      draft.set(field, value);
    }
  }

  private void need(Field<DisciplinaryAction, ?> field, String code, String message) {
    if (!draft.has(field) && draft.sound(field)) {
      draft.fault(field, code, message);
    }
  }

  /** The record of a draft without faults. */
  static DisciplinaryAction record(Draft<DisciplinaryAction> draft, UUID id) {
    return new DisciplinaryAction(
        id,
        draft.require(TYPE),
        draft.get(EXPLANATION),
        draft.require(TAKEN_BY),
        draft.require(DECISION_DATE),
        draft.get(EFFECTIVE_DATE),
        draft.get(END_DATE),
        draft.require(FOR_CAUSE),
        new Retraining(
            draft.get(COURSE), draft.get(RETRAINING_DUE), draft.get(RETRAINING_COMPLETED)),
        draft.get(AMOUNT_WITHHELD),
        draft.get(AMOUNT_CHARGED_BACK),
        draft.require(STATUS));
  }
}
