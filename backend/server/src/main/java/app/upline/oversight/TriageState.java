package app.upline.oversight;

/** How far a carrier has come with an incident; the codes are those of the contract. */
public enum TriageState {
  NEW("is new"),
  IN_REVIEW("is in review"),
  WAITING_FOR_AGENCY("waits for the agency"),
  DECIDED("is decided"),
  CLOSED("is closed");

  private final String is;

  TriageState(String is) {
    this.is = is;
  }

  /** The predicate, for sentences. */
  String is() {
    return is;
  }

  boolean isWaiting() {
    return this == NEW || this == IN_REVIEW || this == WAITING_FOR_AGENCY;
  }
}
