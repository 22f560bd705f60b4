package app.upline.relationship;

import app.upline.record.VersionedRecord;
import java.time.Instant;
import java.util.UUID;

/**
 * One row of an agency's register, in one revision.
 *
 * @param reference issued by us, unique in the agency's register
 * @param revision from 1
 * @param changedAt when this revision was recorded
 */
public record Relationship(
    UUID id,
    UUID agencyId,
    String reference,
    int revision,
    Instant createdAt,
    Instant changedAt,
    RelationshipDetails details)
    implements VersionedRecord<RelationshipDetails> {

  /** A few words that tell it from others of its name. */
  public String inBrief() {
    String npn = details.npn();
    return details.entityType().label() + (npn == null ? "" : ", NPN " + npn);
  }
}
