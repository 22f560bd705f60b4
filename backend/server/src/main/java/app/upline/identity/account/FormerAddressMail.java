package app.upline.identity.account;

import app.upline.platform.mail.Mail;
import app.upline.platform.mail.MailComposer;
import app.upline.platform.mail.QueuedMail;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Tells the address that an account had that it has another one: to that address, which no row
 * holds any more.
 */
@Singleton
final class FormerAddressMail implements MailComposer {
  static final String KIND = "former-address";

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);

  private static final String TEXT =
      """
      Hello,

      your account at Upline has another e-mail address since %s (UTC): nothing more comes to this one, and it signs nobody in.

      If you did not want this, tell an administrator of your organization at once.
      """;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Optional<Mail> compose(QueuedMail queued) {
    return Optional.of(
        new Mail(
            queued.recipient(),
            "Your account has another e-mail address",
            TEXT.formatted(WHEN.format(queued.createdAt()))));
  }
}
