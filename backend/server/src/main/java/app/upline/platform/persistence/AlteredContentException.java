package app.upline.platform.persistence;

/**
 * What is stored does not fit the digest that was stored with it, or what else was stored of it: it
 * was changed behind the application's back, so it is never shown as if it were sound, and nothing
 * is added to it.
 */
public final class AlteredContentException extends RuntimeException {
  public AlteredContentException() {
    this("Stored content does not fit its digest");
  }

  private AlteredContentException(String how) {
    super(how);
  }

  /**
   * Does what adds to rows that follow from stored content, under the lock that all who change it
   * hold: that one of them is there already is no race.
   *
   * @param rows what they are, for the log
   */
  public static void unlessThereAlready(String rows, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException failure) {
      if (ConstraintFailure.in(failure).orElse(null) instanceof ConstraintFailure.Duplicate) {
        // Without its cause, by which it would be taken for a lost race and tried again.
        throw new AlteredContentException("Stored content does not fit its " + rows);
      }
      throw failure;
    }
  }
}
