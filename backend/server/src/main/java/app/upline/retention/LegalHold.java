package app.upline.retention;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reason to keep something however old it is.
 *
 * @param objectReference what people call the object
 * @param release how it ended; null while it is in force
 */
public record LegalHold(
    UUID id,
    HoldKind objectKind,
    UUID objectId,
    String objectReference,
    String reason,
    int version,
    Instant placedAt,
    String placedBy,
    @Nullable Release release) {

  /** The end of a hold. */
  public record Release(Instant at, String by, String reason) {}

  /** Whether it still holds; the codes are those of the contract. */
  public enum State {
    IN_FORCE,
    RELEASED
  }

  public State state() {
    return release == null ? State.IN_FORCE : State.RELEASED;
  }
}
