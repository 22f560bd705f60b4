package app.upline.platform.oidc;

/** A provider does not answer, or not as it should; the message says nothing of its answer. */
public final class ProviderFailure extends Exception {
  ProviderFailure(String message) {
    super(message);
  }

  ProviderFailure(String message, Throwable cause) {
    super(message, cause);
  }
}
