package app.upline.submission;

/** With what the rows of a submission are compared; the codes are those of the contract. */
public enum DifferencesSince {
  /** What the carrier had received before the submission. */
  RECEIVED,
  /** The revision of the same submission that was returned. */
  RETURN
}
