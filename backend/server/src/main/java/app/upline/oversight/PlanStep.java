package app.upline.oversight;

/** A step on a plan or on one of its items; the codes are those of the contract. */
public enum PlanStep {
  ISSUE("issued"),
  ATTACH_FILE("given a file"),
  SUBMIT_EVIDENCE("given evidence"),
  ACCEPT("accepted"),
  REJECT("rejected"),
  EXTEND("given more time"),
  CLOSE("closed"),
  CANCEL("canceled");

  private final String done;

  PlanStep(String done) {
    this.done = done;
  }

  /** The participle, for sentences. */
  String done() {
    return done;
  }
}
