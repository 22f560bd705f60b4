package app.upline.sheet;

/** A person has asked that an upload be taken in no further. */
final class ImportCanceledException extends RuntimeException {

  ImportCanceledException() {
    super("The upload was canceled", null, false, false);
  }
}
