package app.upline.notification;

import app.upline.work.Subject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, as a room tells of it.
 *
 * @param organizationId whose people are told
 * @param otherId the organization on the other side; null for what concerns the own one alone
 * @param subject what it happened to
 * @param actorId who did it, and is not told; null for the service itself, and for the other side
 * @param recipientId the only one to be told; null for all whom it concerns
 * @param onceKey what is to be told once however often it is found; null where each time counts
 */
public record Event(
    EventType type,
    UUID organizationId,
    @Nullable UUID otherId,
    Subject subject,
    @Nullable UUID actorId,
    @Nullable UUID recipientId,
    @Nullable String onceKey) {

  /** What was done on the other side. */
  public static Event of(EventType type, UUID organizationId, UUID otherId, Subject subject) {
    return new Event(type, organizationId, otherId, subject, null, null, null);
  }

  /** What happened within the own organization. */
  public static Event within(EventType type, UUID organizationId, Subject subject) {
    return new Event(type, organizationId, null, subject, null, null, null);
  }

  /** The same for one person alone. */
  public Event to(UUID personId, UUID by) {
    return new Event(type, organizationId, otherId, subject, by, personId, onceKey);
  }

  /** The same for all whom it concerns but the one who did it. */
  public Event exceptTo(UUID by) {
    return new Event(type, organizationId, otherId, subject, by, recipientId, onceKey);
  }

  /** The same, told once. */
  public Event once(String key) {
    return new Event(type, organizationId, otherId, subject, actorId, recipientId, key);
  }
}
