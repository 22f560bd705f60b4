package app.upline.record;

import java.time.Instant;
import java.util.UUID;

/**
 * A record in one revision.
 *
 * @param <D> its content
 */
public interface VersionedRecord<D> {

  UUID id();

  UUID agencyId();

  /** Issued by us, unique in the agency. */
  String reference();

  /** From 1. */
  int revision();

  Instant createdAt();

  /** When this revision was recorded. */
  Instant changedAt();

  D details();

  /** Makes a revision of its parts. */
  @FunctionalInterface
  interface Maker<R, D> {
    R make(
        UUID id,
        UUID agencyId,
        String reference,
        int revision,
        Instant createdAt,
        Instant changedAt,
        D details);
  }
}
