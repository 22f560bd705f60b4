package app.upline.platform.mail;

/**
 * A message as it is read. It never holds personal data of a beneficiary: mail is not private.
 *
 * @param text plain text
 */
public record Mail(String subject, String text) {
  public Mail {
    if (subject.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("A subject is one line");
    }
  }

  /** Keeps links that open accounts out of logs. */
  @Override
  public String toString() {
    return "Mail";
  }
}
