package app.upline.platform.mail;

import org.jspecify.annotations.Nullable;

/**
 * A message as it is read. It never holds personal data of a beneficiary: mail is not private.
 *
 * @param to the address that the recipient's account has now; null for the one it was queued for
 * @param text plain text
 */
public record Mail(@Nullable String to, String subject, String text) {
  public Mail(String subject, String text) {
    this(null, subject, text);
  }

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
