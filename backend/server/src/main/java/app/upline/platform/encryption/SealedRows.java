package app.upline.platform.encryption;

/** A table that holds sealed data; each room that has one offers it to the {@link KeyRotation}. */
public interface SealedRows {

  /** What people call them, in the plural. */
  String name();

  /**
   * Seals again some rows that are not under the current version of the key, in a transaction of
   * its own. Others may change, or reseal, the same rows meanwhile.
   *
   * @return how many rows it found; 0 when all are under the current version
   */
  int resealSome(int most);
}
