package app.upline.audit;

/** What came of an operation; the codes are those of the contract. */
public enum EventOutcome {
  SUCCEEDED,
  REFUSED,
  FAILED;

  private static final int FIRST_ERROR = 400;
  private static final int FIRST_FAILURE = 500;

  /** What an HTTP status says. */
  public static EventOutcome of(int status) {
    return status >= FIRST_FAILURE ? FAILED : status >= FIRST_ERROR ? REFUSED : SUCCEEDED;
  }
}
