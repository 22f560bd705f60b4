package app.upline.platform.mail;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Properties;

/** Makes the way that mail leaves by: a server, or a folder where there is none. */
@Factory
final class MailTransports {
  private static final String PATIENCE_MILLIS = "15000";

  @Singleton
  Session session(MailSettings settings) {
    Properties properties = new Properties();
    properties.put("mail.mime.charset", "UTF-8");
    if (settings.smtpHost() instanceof String host) {
      properties.put("mail.smtp.host", host);
      properties.put("mail.smtp.port", Integer.toString(settings.smtpPort()));
    }
    properties.put("mail.smtp.connectiontimeout", PATIENCE_MILLIS);
    properties.put("mail.smtp.timeout", PATIENCE_MILLIS);
    properties.put("mail.smtp.writetimeout", PATIENCE_MILLIS);
    properties.put("mail.smtp.auth", Boolean.toString(settings.smtpUsername() != null));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    switch (settings.security()) {
      case STARTTLS -> {
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put("mail.smtp.starttls.required", "true");
      }
      case TLS -> properties.put("mail.smtp.ssl.enable", "true");
      case NONE -> {
        // as it is
      }
    }
    return Session.getInstance(properties);
  }

  @Singleton
  MailTransport transport(MailSettings settings) {
    return settings.hasServer()
        ? message -> Transport.send(message, settings.smtpUsername(), settings.smtpPassword())
        : new MailFolder(settings.folder());
  }
}
