package app.upline.submission;

import app.upline.identity.OrganizationKind;
import app.upline.platform.persistence.BinaryId;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A later word of a conversation as it is kept. */
@MappedEntity("comment_entry")
record CommentEntryRow(
    @Id @BinaryId UUID commentId,
    @Id int version,
    CommentAction action,
    @Nullable String text,
    OrganizationKind side,
    @BinaryId UUID authorId,
    String authorName,
    Instant writtenAt) {

  CommentEntry entry() {
    return new CommentEntry(version, action, text, side, authorName, writtenAt);
  }
}
