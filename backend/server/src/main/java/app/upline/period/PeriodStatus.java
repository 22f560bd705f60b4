package app.upline.period;

/** Where a month stands. */
public enum PeriodStatus {
  /** Nothing is recorded and nothing is owed; the agency's view. */
  NOTHING_TO_REPORT,
  /**
   * The carrier was told nothing and asks for nothing where there is nothing; the carrier's view.
   */
  NOTHING_REPORTED,
  /** Something is owed and the agency has not begun. */
  DUE,
  /** What is owed is in a draft; the agency's view. */
  DRAFTING,
  /** Something is owed and its time, grace included, is over. */
  OVERDUE,
  /** A submission was returned and waits for its correction. */
  RETURNED,
  SUBMITTED_ON_TIME,
  SUBMITTED_LATE,
  ACKNOWLEDGED,
  /** That there was nothing has been declared. */
  NIL_DECLARED
}
