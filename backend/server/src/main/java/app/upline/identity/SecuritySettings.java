package app.upline.identity;

/**
 * What an organization asks of its people.
 *
 * @param secondFactorRequired whether everybody shows a second factor
 * @param roleChangesApproved whether a second administrator approves sensitive roles
 * @param version grows with every change
 */
public record SecuritySettings(
    boolean secondFactorRequired, boolean roleChangesApproved, int version) {
  static final SecuritySettings DEFAULT = new SecuritySettings(false, false, 1);
}
