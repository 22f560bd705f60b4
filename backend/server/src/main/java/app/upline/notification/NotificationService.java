package app.upline.notification;

import app.upline.audit.AuditTrail;
import app.upline.audit.AuditedObject;
import app.upline.audit.Digest;
import app.upline.identity.CurrentUser;
import app.upline.platform.listing.Direction;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the caller was told, and has read. */
@Singleton
public final class NotificationService {

  /** How many unread ones are counted. */
  public static final int MOST_COUNTED = 100;

  private static final String NOUN = "notification";

  private final Database database;
  private final NotificationRows rows;
  private final NotificationReading reading;
  private final AuditTrail audit;
  private final Clock clock;

  NotificationService(
      Database database,
      NotificationRows rows,
      NotificationReading reading,
      AuditTrail audit,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.reading = reading;
    this.audit = audit;
    this.clock = clock;
  }

  /** The caller's own, in the order in which they came. */
  public Page<Notification> page(
      CurrentUser user, boolean unreadOnly, Direction direction, PageRequest request) {
    return database.reading(() -> reading.page(user.id(), unreadOnly, direction, request));
  }

  /** How many are unread, at most one more than {@link #MOST_COUNTED}. */
  public int unread(CurrentUser user) {
    return database.reading(() -> reading.unread(user.id(), MOST_COUNTED + 1));
  }

  /** Marks one as read; once more changes nothing. */
  public Outcome<Notification> read(CurrentUser user, UUID id) {
    return marked(user, id, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }

  /** Marks one as unread. */
  public Outcome<Notification> unread(CurrentUser user, UUID id) {
    return marked(user, id, null);
  }

  private Outcome<Notification> marked(CurrentUser user, UUID id, @Nullable Instant readAt) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          Optional<NotificationRow> found = rows.lock(id, user.id());
          if (found.isEmpty()) {
            return Outcome.notFound(NOUN);
          }
          if (readAt == null) {
            rows.unread(id);
          } else {
            rows.read(id, readAt);
          }
          Notification now = reading.find(user.id(), id).orElseThrow();
          audit.changed(NOUN, id, null, Digest.of(found.get().readAt()), Digest.of(now.readAt()));
          return Outcome.done(now);
        });
  }

  /**
   * Marks everything up to and with one as read, as far as one transaction goes.
   *
   * @return how many are unread still, at most one more than {@link #MOST_COUNTED}
   */
  public Outcome<Integer> readUpTo(CurrentUser user, UUID upTo) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return database.writing(
        () -> {
          List<NotificationRow> unread = rows.unreadUpTo(user.id(), upTo);
          if (!unread.isEmpty()) {
            rows.readUpTo(user.id(), unread.getLast().id(), now);
          }
          audit.changed(
              unread.stream()
                  .map(
                      row ->
                          new AuditedObject(
                              NOUN, row.id(), null, Digest.of(row.readAt()), Digest.of(now)))
                  .toList());
          return Outcome.done(reading.unread(user.id(), MOST_COUNTED + 1));
        });
  }
}
