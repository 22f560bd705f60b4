package app.upline.notification;

import app.upline.identity.TeamMembers;
import app.upline.identity.User;
import app.upline.platform.mail.Outbox;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.DatabaseFailure;
import app.upline.platform.persistence.Ids;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells people of what happened. Each event is one transaction: that it was told, to whom, and the
 * mail of it. A process that dies over it has told no one, and another one tells everyone; of two
 * at once, one finds it done.
 */
@Singleton
class EventDelivery {

  private static final Logger LOG = LoggerFactory.getLogger(EventDelivery.class);
  private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(1);

  private final StoredEvents events;
  private final NotificationRows rows;
  private final NotificationChoices choices;
  private final TeamMailboxes mailboxes;
  private final TeamMembers members;
  private final Outbox outbox;
  private final Database database;
  private final Ids ids;
  private final Clock clock;

  EventDelivery(
      StoredEvents events,
      NotificationRows rows,
      NotificationChoices choices,
      TeamMailboxes mailboxes,
      TeamMembers members,
      Outbox outbox,
      Database database,
      Ids ids,
      Clock clock) {
    this.events = events;
    this.rows = rows;
    this.choices = choices;
    this.mailboxes = mailboxes;
    this.members = members;
    this.outbox = outbox;
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  @Scheduled(
      initialDelay = "${upline.notifications.every:1s}",
      fixedDelay = "${upline.notifications.every:1s}")
  void deliverDue() {
    List<StoredEvent> due;
    do {
      due = events.findDue(clock.instant());
      due.forEach(this::deliver);
    } while (!due.isEmpty());
  }

  private void deliver(StoredEvent event) {
    try {
      database.writing(
          () -> {
            if (events.claim(event.id()) == 1) {
              tell(event);
            }
            return event.id();
          });
    } catch (RuntimeException failure) {
      if (DatabaseFailure.of(failure).isPresent()) {
        // It is away, full or read-only: no other event can be told either, and that is said once.
        throw failure;
      }
      LOG.warn("Could not tell of event {}: {}", event.id(), failure.getClass().getSimpleName());
      events.postpone(event.id(), clock.instant().plus(AFTER_A_FAILURE));
    }
  }

  private void tell(StoredEvent event) {
    Topic topic = event.type().topic();
    List<User> people =
        members.withAnyRole(event.organizationId(), event.type().roles()).stream()
            .filter(person -> !person.id().equals(event.actorId()))
            .filter(
                person -> event.recipientId() == null || person.id().equals(event.recipientId()))
            .toList();
    Map<UUID, MailChoice> mail = choices.of(people, topic);
    for (User person : people) {
      MailChoice choice =
          event.type().isMailedElsewhere() ? MailChoice.NONE : mail.get(person.id());
      NotificationRow row =
          new NotificationRow(
              ids.next(),
              person.id(),
              event.id(),
              clock.instant(),
              null,
              choice == MailChoice.DIGEST,
              null);
      rows.save(row);
      if (choice == MailChoice.AT_ONCE) {
        outbox.put(NotificationMail.TO_PERSON, person.email(), row.id());
      }
    }
    if (event.recipientId() == null) {
      mailboxes
          .of(event.organizationId(), topic)
          .ifPresent(address -> outbox.put(NotificationMail.TO_TEAM, address, event.id()));
    }
  }
}
