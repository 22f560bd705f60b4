package app.upline.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an event is about.
 *
 * @param kind the thing in lower case, such as {@code relationship}
 * @param reference what people call it
 * @param before the SHA-256 of its content as it was, in hex; null when it is new, or only read
 * @param after the SHA-256 of its content as it is now; null when it is gone, or only read
 */
public record AuditedObject(
    String kind,
    UUID id,
    @Nullable String reference,
    @Nullable String before,
    @Nullable String after) {

  /** Something that was read, or that a refused request was about. */
  public static AuditedObject named(String kind, UUID id) {
    return new AuditedObject(kind, id, null, null, null);
  }

  boolean isSameAs(AuditedObject other) {
    return id.equals(other.id);
  }

  /** This change and then another of the same object, as one. */
  AuditedObject then(AuditedObject next) {
    return new AuditedObject(
        kind, id, next.reference == null ? reference : next.reference, before, next.after);
  }
}
