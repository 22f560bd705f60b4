package app.upline.notification;

import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import app.upline.work.Subject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where rooms say what happened. */
@Singleton
public class Events {

  private static final String ROW =
      """
       into business_event (id, type, organization_id, recipient_id, other_id, actor_id, subject_kind, subject_id,
        subject_reference, period, once_key, occurred_at, due_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String EACH_TIME = "insert" + ROW;

  /** One that was found already stays as it is; it may not be changed. */
  private static final String ONCE = "insert ignore" + ROW;

  private final Database database;
  private final Ids ids;
  private final Clock clock;

  Events(Database database, Ids ids, Clock clock) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
  }

  /** Tells of it, in the transaction at hand: if, and only if, that commits. */
  public void publish(Event event) {
    publish(List.of(event));
  }

  /** Tells of many at once, such as the same to all agencies of a carrier. */
  public void publish(Collection<Event> events) {
    Instant now = clock.instant();
    Map<Boolean, List<List<@Nullable Object>>> rows =
        events.stream()
            .collect(
                partitioningBy(
                    event -> event.onceKey() != null, mapping(event -> row(event, now), toList())));
    database.writing(
        () -> {
          database.batch(EACH_TIME, rows.get(false));
          database.batch(ONCE, rows.get(true));
          return rows.size();
        });
  }

  private List<@Nullable Object> row(Event event, Instant now) {
    Subject subject = event.subject();
    return Arrays.asList(
        ids.next(),
        event.type(),
        event.organizationId(),
        event.recipientId(),
        event.otherId(),
        event.actorId(),
        subject.kind(),
        subject.id(),
        subject.reference(),
        subject.period() == null ? null : subject.period().toString(),
        event.onceKey(),
        now,
        now);
  }
}
