package app.upline.platform.persistence;

/** Is told that the transaction at hand changes rows, and may refuse its commit. */
@FunctionalInterface
public interface WriteGuard {
  /** Called after each statement that changed rows of the table, inside its transaction. */
  void writing(String table);
}
