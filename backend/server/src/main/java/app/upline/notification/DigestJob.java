package app.upline.notification;

import app.upline.identity.TeamMembers;
import app.upline.platform.mail.Outbox;
import app.upline.platform.persistence.Database;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * Puts what waits for people's digests into one message each, once a day, in the morning of the
 * East Coast.
 */
@Singleton
class DigestJob {

  private static final LocalTime MORNING = LocalTime.of(11, 0);

  /**
   * Mail finds its digest by the day on which it was put down: none is put down around midnight.
   */
  private static final LocalTime EVENING = LocalTime.of(23, 30);

  private final NotificationRows rows;
  private final NotificationReading reading;
  private final TeamMembers members;
  private final Outbox outbox;
  private final Database database;
  private final Clock clock;

  DigestJob(
      NotificationRows rows,
      NotificationReading reading,
      TeamMembers members,
      Outbox outbox,
      Database database,
      Clock clock) {
    this.rows = rows;
    this.reading = reading;
    this.members = members;
    this.outbox = outbox;
    this.database = database;
    this.clock = clock;
  }

  @Scheduled(initialDelay = "7m", fixedDelay = "30m")
  void digest() {
    digest(clock.instant());
  }

  /** Puts down every digest of the day that has not gone out. */
  void digest(Instant now) {
    LocalTime time = now.atZone(ZoneOffset.UTC).toLocalTime();
    if (time.isBefore(MORNING) || time.isAfter(EVENING)) {
      return;
    }
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    database.reading(reading::usersToDigest).forEach(user -> digest(user, day));
  }

  private void digest(UUID userId, LocalDate day) {
    database.writing(
        () -> {
          // Of two at once, the second waits for the first's rows and finds none left.
          if (!rows.hasDigest(userId, day) && rows.digest(userId, day) > 0) {
            members
                .addressOf(userId)
                .ifPresent(address -> outbox.put(NotificationMail.DIGEST, address, userId));
          }
          return userId;
        });
  }
}
