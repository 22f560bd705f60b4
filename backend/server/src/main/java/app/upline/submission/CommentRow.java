package app.upline.submission;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A remark as it is kept, on at most one record.
 *
 * @param submissionId null when it is on an incident itself
 * @param pointer the field of that record
 * @param text as it was first written
 * @param waitsFor whose turn it is
 * @param toldVersion in which version the agency first saw it
 */
@MappedEntity("submission_comment")
record CommentRow(
    @Id @BinaryId UUID id,
    @BinaryId UUID agencyId,
    @BinaryId UUID carrierId,
    @BinaryId @Nullable UUID submissionId,
    @Nullable Integer revision,
    @BinaryId @Nullable UUID relationshipId,
    @BinaryId @Nullable UUID incidentId,
    @Nullable String pointer,
    String text,
    @BinaryId UUID authorId,
    String authorName,
    Instant writtenAt,
    CommentState state,
    WaitsFor waitsFor,
    int version,
    @Nullable Integer toldVersion) {

  /** Whose turn it is in a conversation. */
  enum WaitsFor {
    AGENCY,
    CARRIER,
    NOBODY
  }
}
