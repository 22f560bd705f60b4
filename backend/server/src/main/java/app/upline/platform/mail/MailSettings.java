package app.upline.platform.mail;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How mail leaves.
 *
 * @param smtpHost without it, messages land in {@code folder}
 * @param security how the connection to it is protected
 * @param from the sender
 * @param folder where messages land without a server, as {@code .eml} files
 */
@ConfigurationProperties("upline.mail")
public record MailSettings(
    @Nullable String smtpHost,
    @Bindable(defaultValue = "587") int smtpPort,
    @Nullable String smtpUsername,
    @Nullable String smtpPassword,
    @Bindable(defaultValue = "STARTTLS") Security security,
    @Bindable(defaultValue = "Upline <no-reply@upline.example>") String from,
    @Bindable(defaultValue = "mail") Path folder) {

  /** Protection of the connection. */
  public enum Security {
    /** Encrypted after STARTTLS, or not at all sent. */
    STARTTLS,
    /** Encrypted from the first byte. */
    TLS,
    /** Not encrypted: for a server on the same machine. */
    NONE
  }

  boolean hasServer() {
    return smtpHost != null && !smtpHost.isBlank();
  }

  /** Keeps the password out of logs. */
  @Override
  public String toString() {
    return "MailSettings[%s:%d]".formatted(smtpHost, smtpPort);
  }
}
