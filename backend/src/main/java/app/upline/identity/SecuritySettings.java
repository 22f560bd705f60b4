package app.upline.identity;

/**
 * What an organisation asks of its people.
 *
 * @param version grows with every change
 */
public record SecuritySettings(boolean secondFactorRequired, int version) {
  static final SecuritySettings DEFAULT = new SecuritySettings(false, 1);
}
