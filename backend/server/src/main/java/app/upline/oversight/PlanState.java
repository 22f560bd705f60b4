package app.upline.oversight;

import java.util.List;

/** Where a corrective action plan is on its way; the codes are those of the contract. */
public enum PlanState {
  ISSUED("is issued"),
  READY_FOR_VALIDATION("is ready for validation"),
  CLOSED("is closed"),
  CANCELED("is canceled");

  private final String is;

  PlanState(String is) {
    this.is = is;
  }

  /** The predicate, for sentences. */
  String is() {
    return is;
  }

  boolean isOpen() {
    return this == ISSUED || this == READY_FOR_VALIDATION;
  }

  /** What is possible with the plan as a whole. */
  List<PlanStep> possible() {
    return switch (this) {
      case ISSUED -> List.of(PlanStep.CANCEL);
      case READY_FOR_VALIDATION -> List.of(PlanStep.CLOSE, PlanStep.CANCEL);
      case CLOSED, CANCELED -> List.of();
    };
  }
}
