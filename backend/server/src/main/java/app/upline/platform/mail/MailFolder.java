package app.upline.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A folder in which messages land, one file each, for its owner alone to read: they hold links that
 * open accounts. Sorted by name they are in the order in which they were sent: the date of a
 * message knows seconds alone, so a number follows it.
 */
record MailFolder(Path folder) implements MailTransport {
  private static final AtomicLong SENT = new AtomicLong();

  @Override
  public void send(MimeMessage message) throws MessagingException, IOException {
    Files.createDirectories(folder);
    Path file =
        Files.createTempFile(
            folder,
            "%d-%09d-".formatted(message.getSentDate().getTime(), SENT.incrementAndGet()),
            ".part",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (OutputStream out = Files.newOutputStream(file)) {
      message.writeTo(out);
    }
    // Whole, or not there.
    String name = file.getFileName().toString().replace(".part", ".eml");
    Files.move(file, file.resolveSibling(name), StandardCopyOption.ATOMIC_MOVE);
  }
}
