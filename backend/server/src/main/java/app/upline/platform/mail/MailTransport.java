package app.upline.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;

/** Takes a message on its way. */
interface MailTransport {
  void send(MimeMessage message) throws MessagingException, IOException;
}
