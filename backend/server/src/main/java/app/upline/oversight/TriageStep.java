package app.upline.oversight;

import java.util.List;

/** A step that a carrier's people take in triage; the codes are those of the contract. */
public enum TriageStep {
  ASSIGN("assigned"),
  REVIEW("taken into review"),
  WAIT("set to wait for the agency"),
  DECIDE("decided"),
  CLOSE("closed");

  private final String done;

  TriageStep(String done) {
    this.done = done;
  }

  /** The participle, for sentences. */
  String done() {
    return done;
  }

  /** The table of what is possible in which state. */
  static List<TriageStep> from(TriageState state) {
    return switch (state) {
      case NEW -> List.of(ASSIGN, REVIEW);
      case IN_REVIEW -> List.of(ASSIGN, WAIT, DECIDE);
      case WAITING_FOR_AGENCY -> List.of(ASSIGN, REVIEW, DECIDE);
      case DECIDED -> List.of(ASSIGN, REVIEW, CLOSE);
      case CLOSED -> List.of(REVIEW);
    };
  }

  /** Where the step leads to. */
  TriageState to(TriageState from) {
    return switch (this) {
      case ASSIGN -> from;
      case REVIEW -> TriageState.IN_REVIEW;
      case WAIT -> TriageState.WAITING_FOR_AGENCY;
      case DECIDE -> TriageState.DECIDED;
      case CLOSE -> TriageState.CLOSED;
    };
  }
}
