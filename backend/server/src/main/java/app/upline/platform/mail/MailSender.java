package app.upline.platform.mail;

import app.upline.platform.persistence.DatabaseFailure;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is in the outbox. Several instances may run: each takes messages for itself by a
 * conditional update. One that dies over a message leaves it to be taken again a little later, so a
 * message may rarely come twice and is never lost.
 */
@Singleton
class MailSender {
  private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);
  private static final Duration AT_IT = Duration.ofMinutes(5);
  private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
  private static final int ATTEMPTS = 12;
  private static final int DOUBLINGS = 6;

  /** While the database takes no changes. */
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(4);

  private final QueuedMails mails;
  private final Map<String, MailComposer> composers;
  private final MailTransport transport;
  private final Session session;
  private final MailSettings settings;
  private final Clock clock;
  private @Nullable Duration pause;
  private Instant pausedUntil = Instant.MIN;

  MailSender(
      QueuedMails mails,
      List<MailComposer> composers,
      MailTransport transport,
      Session session,
      MailSettings settings,
      Clock clock) {
    this.mails = mails;
    this.composers = new HashMap<>();
    composers.forEach(
        composer -> composer.kinds().forEach(kind -> this.composers.put(kind, composer)));
    this.transport = transport;
    this.session = session;
    this.settings = settings;
    this.clock = clock;
  }

  @Scheduled(initialDelay = "${upline.mail.every:2s}", fixedDelay = "${upline.mail.every:2s}")
  void lookForMail() {
    if (clock.instant().isBefore(pausedUntil)) {
      return;
    }
    try {
      sendDue();
      if (pause != null) {
        LOG.info("Mail is sent again");
        pause = null;
      }
    } catch (RuntimeException failure) {
      pauseWhile(failure);
    }
  }

  /** What passes by itself is said once, and not hammered at. */
  private void pauseWhile(RuntimeException failure) {
    DatabaseFailure met = DatabaseFailure.of(failure).orElseThrow(() -> failure);
    if (pause == null) {
      LOG.warn("Mail waits: the service {}; said once, until it is sent again", met.what());
      pause = FIRST_PAUSE;
    } else {
      Duration doubled = pause.multipliedBy(2);
      pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
    pausedUntil = clock.instant().plus(pause);
  }

  void sendDue() {
    int taken;
    do {
      Instant now = clock.instant();
      UUID claim = UUID.randomUUID();
      taken = mails.claim(claim, now, now.plus(AT_IT));
      if (taken > 0) {
        mails.findByClaimId(claim).forEach(this::deliver);
      }
    } while (taken > 0);
  }

  private void deliver(QueuedMail queued) {
    try {
      Optional<Mail> mail = composer(queued).compose(queued);
      if (mail.isPresent()) {
        transport.send(message(queued, mail.get()));
      }
      mails.forget(queued.id());
    } catch (MessagingException | IOException | RuntimeException failure) {
      postpone(queued, failure);
    }
  }

  private MailComposer composer(QueuedMail queued) {
    return Optional.ofNullable(composers.get(queued.kind()))
        .orElseThrow(() -> new IllegalStateException("Nobody writes mail of this kind"));
  }

  /** The message of the failure may hold addresses: its class is all that is kept. */
  private void postpone(QueuedMail queued, Exception failure) {
    boolean givenUp = queued.attempts() >= ATTEMPTS;
    Duration wait =
        FIRST_WAIT.multipliedBy(1L << Math.min(DOUBLINGS, Math.max(0, queued.attempts() - 1)));
    mails.postpone(
        queued.id(),
        givenUp ? null : clock.instant().plus(wait),
        failure.getClass().getSimpleName());
    if (givenUp) {
      LOG.error("Gave up on {} after {} attempts: {}", queued, ATTEMPTS, failure.getClass());
    } else {
      LOG.warn("Could not send {}, next in {}: {}", queued, wait, failure.getClass());
    }
  }

  private MimeMessage message(QueuedMail queued, Mail mail) throws MessagingException {
    MimeMessage message = new RecognizableMessage(session, queued);
    message.setFrom(new InternetAddress(settings.from()));
    String to = mail.to() == null ? queued.recipient() : mail.to();
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
    message.setSubject(mail.subject(), "UTF-8");
    message.setText(mail.text(), "UTF-8");
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setSentDate(Date.from(clock.instant()));
    message.saveChanges();
    return message;
  }

  /** Has the same id each time it is tried, so that a receiver who gets it twice knows it again. */
  private static final class RecognizableMessage extends MimeMessage {
    private final String id;

    RecognizableMessage(Session session, QueuedMail queued) {
      super(session);
      id = "<%s@upline>".formatted(queued.id());
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
