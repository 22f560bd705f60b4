package app.upline.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.platform.persistence.Ids;
import app.upline.testing.LogLines;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Inject;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The outbox and a real mail server. The application's own sender does not run meanwhile. */
@Tag("engine")
@Tag("above-the-database")
@MicronautTest(transactional = false)
@io.micronaut.context.annotation.Property(name = "upline.mail.every", value = "1h")
class MailSenderTest {
  private static final String KIND = "test";

  @Inject QueuedMails mails;
  @Inject Outbox outbox;
  @Inject Ids ids;
  @Inject TransactionOperations<Connection> transactions;

  private final AtomicInteger composed = new AtomicInteger();
  private GreenMail server;
  private String recipient;

  @BeforeEach
  void aServer() {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.setUser("mailer", "secret");
    server.start();
    recipient = ids.next() + "@people.example";
  }

  @AfterEach
  void noServer() {
    server.stop();
    transactions.executeWrite(
        status -> {
          try (var statement = status.getConnection().createStatement()) {
            return statement.executeUpdate("delete from outgoing_mail");
          }
        });
  }

  @Test
  void aMessageIsSentOnceInUnicode() throws Exception {
    outbox.put(KIND, recipient, null);

    sender(true).sendDue();
    sender(true).sendDue();

    MimeMessage[] received = server.getReceivedMessages();
    assertThat(received).hasSize(1);
    assertThat(received[0].getSubject()).isEqualTo("Grüße – 1");
    assertThat(received[0].getContent().toString()).contains("Zażółć gęślą jaźń");
    assertThat(received[0].getRecipients(RecipientType.TO)[0].toString()).isEqualTo(recipient);
    assertThat(received[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(received[0].getMessageID()).matches("<[0-9a-f-]{36}@upline>");
  }

  @Test
  void whatIsRolledBackIsNotSent() {
    transactions.executeWrite(
        status -> {
          outbox.put(KIND, recipient, null);
          status.setRollbackOnly();
          return null;
        });

    sender(true).sendDue();

    assertThat(server.getReceivedMessages()).isEmpty();
  }

  @Test
  void aServerThatIsDownIsTriedAgainLaterWithANewText() {
    outbox.put(KIND, recipient, null);
    int port = server.getSmtp().getPort();
    server.stop();

    sender(true, port).sendDue();

    QueuedMail waiting = only();
    assertThat(waiting.attempts()).isEqualTo(1);
    assertThat(waiting.lastFailure()).isNotBlank().doesNotContain(recipient);
    assertThat(waiting.dueAt()).isAfter(Clock.systemUTC().instant().plusSeconds(30));
    sender(true, port).sendDue();
    assertThat(only().attempts()).isEqualTo(1);

    server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.setUser("mailer", "secret");
    server.start();
    later(Duration.ofMinutes(2)).sendDue();

    assertThat(server.getReceivedMessages()).hasSize(1);
    assertThat(composed).hasValue(2);
  }

  @Test
  void afterManyAttemptsAMessageIsGivenUpAndKept() {
    outbox.put(KIND, recipient, null);
    int port = server.getSmtp().getPort();
    server.stop();

    for (int day = 1; day <= 14; day++) {
      later(Duration.ofDays(day), port).sendDue();
    }

    assertThat(only().attempts()).isEqualTo(12);
    assertThat(only().dueAt()).isNull();
  }

  @Test
  void whatThereIsNothingToSayAboutIsForgotten() {
    outbox.put(KIND, recipient, null);

    sender(false).sendDue();

    assertThat(server.getReceivedMessages()).isEmpty();
    assertThat(all()).isEmpty();
  }

  @Test
  void twoSendersSendEachMessageOnce() throws Exception {
    for (int i = 0; i < 30; i++) {
      outbox.put(KIND, recipient, null);
    }
    Thread one = Thread.ofPlatform().start(() -> sender(true).sendDue());
    Thread other = Thread.ofPlatform().start(() -> sender(true).sendDue());
    one.join();
    other.join();

    assertThat(server.getReceivedMessages()).hasSize(30);
  }

  @Test
  void aDatabaseThatTakesNoChangesIsToldOnceAndAskedLessAndLessOften() {
    AtomicInteger asked = new AtomicInteger();
    AtomicReference<Instant> now = new AtomicReference<>(Clock.systemUTC().instant());
    AtomicBoolean readOnly = new AtomicBoolean(true);
    QueuedMails outbox = readOnlyWhile(readOnly, asked);
    MailSender sender = sender(outbox, true, server.getSmtp().getPort(), clockAt(now));
    List<ILoggingEvent> lines =
        LogLines.whileDoing(
            MailSender.class,
            () -> {
              for (int second = 0; second < 600; second += 2) {
                sender.lookForMail();
                now.updateAndGet(time -> time.plusSeconds(2));
              }
              assertThat(asked.get()).isBetween(10, 20);
              readOnly.set(false);
              now.updateAndGet(time -> time.plusSeconds(60));
              sender.lookForMail();
              sender.lookForMail();
            });
    assertThat(lines).extracting(ILoggingEvent::getLevel).containsExactly(Level.WARN, Level.INFO);
  }

  private QueuedMails readOnlyWhile(AtomicBoolean readOnly, AtomicInteger asked) {
    return (QueuedMails)
        Proxy.newProxyInstance(
            QueuedMails.class.getClassLoader(),
            new Class<?>[] {QueuedMails.class},
            (proxy, method, arguments) -> {
              asked.incrementAndGet();
              if (readOnly.get()) {
                throw new DataAccessException(
                    "", new SQLException("running with the --read-only option", "HY000", 1290));
              }
              return method.invoke(mails, arguments);
            });
  }

  private static Clock clockAt(AtomicReference<Instant> now) {
    return new Clock() {
      @Override
      public Instant instant() {
        return now.get();
      }

      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }
    };
  }

  private QueuedMail only() {
    assertThat(all()).hasSize(1);
    return all().getFirst();
  }

  private List<QueuedMail> all() {
    return mails.findByKind(KIND);
  }

  private MailSender sender(boolean something) {
    return sender(something, server.getSmtp().getPort());
  }

  private MailSender sender(boolean something, int port) {
    return sender(something, port, Clock.systemUTC());
  }

  private MailSender later(Duration by) {
    return later(by, server.getSmtp().getPort());
  }

  private MailSender later(Duration by, int port) {
    return sender(true, port, Clock.offset(Clock.systemUTC(), by));
  }

  private MailSender sender(boolean something, int port, Clock clock) {
    return sender(mails, something, port, clock);
  }

  private MailSender sender(QueuedMails from, boolean something, int port, Clock clock) {
    MailSettings settings =
        new MailSettings(
            "127.0.0.1",
            port,
            "mailer",
            "secret",
            MailSettings.Security.NONE,
            "Upline <no-reply@upline.example>",
            Path.of("target/unused"));
    MailTransports transports = new MailTransports();
    return new MailSender(
        from,
        List.of(new Greeting(something)),
        transports.transport(settings),
        transports.session(settings),
        settings,
        clock);
  }

  private final class Greeting implements MailComposer {
    private final boolean something;

    Greeting(boolean something) {
      this.something = something;
    }

    @Override
    public String kind() {
      return KIND;
    }

    @Override
    public Optional<Mail> compose(QueuedMail queued) {
      int n = composed.incrementAndGet();
      return something
          ? Optional.of(new Mail("Grüße – " + n, "Zażółć gęślą jaźń"))
          : Optional.empty();
    }
  }
}
