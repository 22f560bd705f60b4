package app.upline.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailFolderTest {
  private static final Date ONE_SECOND = new Date(1_774_000_000_000L);

  @TempDir Path folder;

  @Test
  void messagesOfOneSecondLieInTheOrderInWhichTheyWereSent() throws Exception {
    List<String> sent = IntStream.rangeClosed(1, 12).mapToObj("Message %d"::formatted).toList();
    MailFolder mail = new MailFolder(folder);
    for (String subject : sent) {
      mail.send(about(subject));
    }

    List<String> lying = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        lying.add(subjectOf(file));
      }
    }
    assertThat(lying).isEqualTo(sent);
  }

  private static MimeMessage about(String subject) throws MessagingException {
    MimeMessage message = new MimeMessage(Session.getInstance(new Properties()));
    message.setSubject(subject);
    message.setText("A text.");
    message.setSentDate(ONE_SECOND);
    return message;
  }

  private static String subjectOf(Path file) throws IOException, MessagingException {
    try (var in = Files.newInputStream(file)) {
      return new MimeMessage(Session.getInstance(new Properties()), in).getSubject();
    }
  }
}
