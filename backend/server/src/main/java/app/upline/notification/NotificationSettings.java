package app.upline.notification;

import app.upline.audit.Digest;
import java.util.EnumMap;
import java.util.Map;

/**
 * How a person is told by mail.
 *
 * @param version 0 while nothing was chosen
 */
public record NotificationSettings(Map<Topic, MailChoice> mail, int version) {

  public NotificationSettings {
    mail = Map.copyOf(mail);
  }

  String digest() {
    return Digest.of(new EnumMap<>(mail).toString(), version);
  }
}
