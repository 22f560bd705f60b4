package app.upline.incident;

import app.upline.platform.fields.Field;
import app.upline.platform.fields.FieldKind;
import app.upline.platform.fields.FieldSet;
import app.upline.platform.fields.Kinds;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every field of a disciplinary action, once; pointers count from the action's own object. */
public final class DisciplineFields {

  static final Field<DisciplinaryAction, UUID> ID =
      field("actionId", "/id", "Action ID", Kinds.id(), DisciplinaryAction::id);
  static final Field<DisciplinaryAction, DisciplineType> TYPE =
      field(
              "actionType",
              "/type",
              "Disciplinary action",
              Kinds.code(DisciplineType.CODES),
              DisciplinaryAction::type)
          .mandatory()
          .help("What was done. Choose from the list.")
          .alsoCalled(
              "Disciplinary action taken",
              "Action taken",
              "Discipline",
              "Disciplinary action type",
              "Action");
  static final Field<DisciplinaryAction, String> EXPLANATION =
      field(
              "actionExplanation",
              "/explanation",
              "Action explanation",
              Kinds.text(2, 500),
              DisciplinaryAction::explanation)
          .anchoredTo("actionType")
          .help("The reason when none is warranted; what it was when it is Other.")
          .alsoCalled("Reason for no action", "Action comments", "Action details");
  static final Field<DisciplinaryAction, DisciplineTakenBy> TAKEN_BY =
      field(
              "actionTakenBy",
              "/takenBy",
              "Action taken by",
              Kinds.code(DisciplineTakenBy.CODES),
              DisciplinaryAction::takenBy)
          .anchoredTo("actionType")
          .help("Who took the action; blank means your agency.")
          .alsoCalled("Taken by");
  static final Field<DisciplinaryAction, LocalDate> DECISION_DATE =
      field(
              "actionDecisionDate",
              "/decisionDate",
              "Action decision date",
              Kinds.date(),
              DisciplinaryAction::decisionDate)
          .mandatory()
          .anchoredTo("actionType")
          .help("When it was decided.")
          .alsoCalled("Date of action", "Action date", "Decision date", "Date of discipline");
  static final Field<DisciplinaryAction, LocalDate> EFFECTIVE_DATE =
      field(
              "actionEffectiveDate",
              "/effectiveDate",
              "Action effective date",
              Kinds.date(),
              DisciplinaryAction::effectiveDate)
          .anchoredTo("actionDecisionDate")
          .help("From when it holds.")
          .alsoCalled("Action start date");
  static final Field<DisciplinaryAction, LocalDate> END_DATE =
      field(
              "actionEndDate",
              "/endDate",
              "Action end date",
              Kinds.date(),
              DisciplinaryAction::endDate)
          .anchoredTo("actionDecisionDate")
          .help("Until when it holds.");
  static final Field<DisciplinaryAction, Boolean> FOR_CAUSE =
      field(
              "actionForCause",
              "/forCause",
              "For cause?",
              Kinds.truth(),
              DisciplinaryAction::forCause)
          .anchoredTo("actionType")
          .help("Yes if the conduct itself was the ground, as with a termination for cause.")
          .alsoCalled("For cause? (Y/N)", "For cause (Y/N)", "For cause");
  static final Field<DisciplinaryAction, String> COURSE =
      field(
              "retrainingCourse",
              "/retraining/course",
              "Retraining course",
              Kinds.text(2, 200),
              a -> a.retraining().course())
          .anchoredTo("actionType")
          .help("What is to be learned.")
          .alsoCalled("Course", "Training course");
  static final Field<DisciplinaryAction, LocalDate> RETRAINING_DUE =
      field(
              "retrainingDue",
              "/retraining/dueDate",
              "Retraining due",
              Kinds.date(),
              a -> a.retraining().dueDate())
          .anchoredTo("actionType")
          .help("Until when.")
          .alsoCalled("Training due date");
  static final Field<DisciplinaryAction, LocalDate> RETRAINING_COMPLETED =
      field(
              "retrainingCompleted",
              "/retraining/completedDate",
              "Retraining completed",
              Kinds.date(),
              a -> a.retraining().completedDate())
          .anchoredTo("actionType")
          .help("When it was completed.")
          .alsoCalled("Training completed", "Training completion date");
  static final Field<DisciplinaryAction, BigDecimal> AMOUNT_WITHHELD =
      field(
              "amountWithheld",
              "/amountWithheld",
              "Amount withheld (USD)",
              Kinds.money(),
              DisciplinaryAction::amountWithheld)
          .anchoredTo("actionType")
          .help("Money withheld, in US dollars.")
          .alsoCalled("Amount withheld", "Commission withheld");
  static final Field<DisciplinaryAction, BigDecimal> AMOUNT_CHARGED_BACK =
      field(
              "amountChargedBack",
              "/amountChargedBack",
              "Amount charged back (USD)",
              Kinds.money(),
              DisciplinaryAction::amountChargedBack)
          .anchoredTo("actionType")
          .help("Money charged back, in US dollars.")
          .alsoCalled("Amount charged back", "Chargeback amount");
  static final Field<DisciplinaryAction, DisciplineStatus> STATUS =
      field(
              "actionStatus",
              "/status",
              "Action status",
              Kinds.code(DisciplineStatus.CODES),
              DisciplinaryAction::status)
          .anchoredTo("actionType")
          .help("Where it stands; blank means what its dates say.")
          .alsoCalled("Status of action");

  public static final FieldSet<DisciplinaryAction> ALL =
      new FieldSet<>(
          List.of(
              ID,
              TYPE,
              EXPLANATION,
              TAKEN_BY,
              DECISION_DATE,
              EFFECTIVE_DATE,
              END_DATE,
              FOR_CAUSE,
              COURSE,
              RETRAINING_DUE,
              RETRAINING_COMPLETED,
              AMOUNT_WITHHELD,
              AMOUNT_CHARGED_BACK,
              STATUS));

  private DisciplineFields() {}

  private static <T> Field<DisciplinaryAction, T> field(
      String key,
      String pointer,
      String label,
      FieldKind<T> kind,
      Function<DisciplinaryAction, @Nullable T> getter) {
    return Field.of(key, pointer, label, kind, getter);
  }
}
