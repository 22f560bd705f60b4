package app.upline.platform.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A folder in which messages land, one file each, for its owner alone to read: they hold links that
 * open accounts.
 */
record MailFolder(Path folder) implements MailTransport {

  @Override
  public void send(MimeMessage message) throws MessagingException, IOException {
    Files.createDirectories(folder);
    Path file =
        Files.createTempFile(
            folder,
            "%d-".formatted(message.getSentDate().getTime()),
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
