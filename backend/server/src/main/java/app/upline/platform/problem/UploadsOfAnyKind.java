package app.upline.platform.problem;

/** Operations that take files of any kind, and not workbooks; a room that has some names them. */
public interface UploadsOfAnyKind {

  /** Whether the address is one of theirs. */
  boolean areAt(String path);
}
