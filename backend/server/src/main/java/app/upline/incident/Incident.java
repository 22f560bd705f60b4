package app.upline.incident;

import app.upline.record.VersionedRecord;
import java.time.Instant;
import java.util.UUID;

/**
 * One incident of an agency, in one revision.
 *
 * @param reference issued by us, unique in the agency
 * @param revision from 1
 * @param changedAt when this revision was recorded
 */
public record Incident(
    UUID id,
    UUID agencyId,
    String reference,
    int revision,
    Instant createdAt,
    Instant changedAt,
    IncidentDetails details)
    implements VersionedRecord<IncidentDetails> {

  /** A few words that tell it from others of the same subject. */
  public String inBrief() {
    return "%s, discovered on %s"
        .formatted(details.primaryCategory().label(), details.discoveryDate());
  }
}
