package app.upline.sheet;

/** The mapping does not fit the sheet; the message says why, for the caller to read. */
public final class MappingRefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  MappingRefusedException(String message) {
    super(message);
  }
}
