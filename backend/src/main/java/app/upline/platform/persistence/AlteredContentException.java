package app.upline.platform.persistence;

/**
 * What is stored does not fit the digest that was stored with it: somebody changed it behind the
 * application's back, so it is shown to nobody as if it were sound.
 */
public final class AlteredContentException extends RuntimeException {
  public AlteredContentException() {
    super("Stored content does not fit its digest");
  }
}
