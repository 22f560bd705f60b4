package app.upline.identity.secondfactor;

/**
 * The secret of a second factor that was begun.
 *
 * @param secret in base32, as people type it
 * @param uri what a QR code shows to the app
 */
public record SecondFactorSecret(String secret, String uri) {
  /** Keeps the secret out of logs. */
  @Override
  public String toString() {
    return "SecondFactorSecret";
  }
}
