package app.upline.platform.persistence;

/** Is told that the transaction at hand changes rows, and may refuse its commit. */
public interface WriteGuard {
  /** Called after each statement that changed rows of the table, inside its transaction. */
  void writing(String table);

  /**
   * Called before a part of the transaction at hand that will be taken back.
   *
   * @return called when it was: what was told in between has not happened
   */
  Runnable beforeTakingBack();
}
