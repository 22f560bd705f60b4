package app.upline.submission;

/** A step in the life of a submission; the codes are those of the contract. */
public enum Step {
  REFRESH("refreshed"),
  DISCARD("discarded"),
  SUBMIT("submitted"),
  WITHDRAW("withdrawn"),
  ACKNOWLEDGE("acknowledged"),
  RETURN("returned"),
  UNDO_ACKNOWLEDGEMENT("put back under review");

  private final String done;

  Step(String done) {
    this.done = done;
  }

  /** The participle, for sentences. */
  String done() {
    return done;
  }
}
