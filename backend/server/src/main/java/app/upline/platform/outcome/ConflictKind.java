package app.upline.platform.outcome;

/**
 * A reason for a conflict that the contract's problem catalog lists by a name of its own.
 * Implemented by one enum in each room that has such reasons.
 */
public interface ConflictKind {

  /** Its name in the catalog, such as {@code nil-declared}. */
  String slug();

  /** Its title in the catalog: the same words each time. */
  String title();
}
