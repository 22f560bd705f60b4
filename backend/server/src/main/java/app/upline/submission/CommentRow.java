package app.upline.submission;

import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A comment as it is kept, on at most one record.
 *
 * @param pointer the field of that record
 */
@MappedEntity("submission_comment")
record CommentRow(
    @Id @BinaryId UUID id,
    @BinaryId UUID submissionId,
    int revision,
    @BinaryId @Nullable UUID relationshipId,
    @BinaryId @Nullable UUID incidentId,
    @Nullable String pointer,
    String text,
    @BinaryId UUID authorId,
    String authorName,
    Instant writtenAt) {}
