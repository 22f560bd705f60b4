package app.upline.platform.persistence;

/**
 * A transaction had looked at something before it held the lock of a row that has changed since:
 * all that it sees is older than what it has locked. It is done again ({@link LostTransactions}).
 */
public final class OutdatedViewException extends RuntimeException {

  /**
   * @param what the row is of, such as {@code submission}
   */
  public OutdatedViewException(String what) {
    super("The %s has changed since the transaction's first look".formatted(what));
  }
}
