package app.upline.platform.throttle;

/**
 * There is more of this to do at a time than can be done soon: this caller is to come again, so
 * that all others are still answered. Thrown before anything was done.
 */
public final class BusyException extends RuntimeException {
  private final int retryAfterSeconds;

  public BusyException(int retryAfterSeconds) {
    super("busy", null, false, false);
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** When to come again. */
  public int retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
