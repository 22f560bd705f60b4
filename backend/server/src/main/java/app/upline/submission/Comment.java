package app.upline.submission;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the carrier's people say of a submission under review.
 *
 * @param revision of the submission
 * @param kind of the record
 * @param recordId the row it is about, null when about the whole
 * @param pointer the field of the row, as a JSON pointer
 */
public record Comment(
    UUID id,
    SubmissionKind kind,
    int revision,
    @Nullable UUID recordId,
    @Nullable String reference,
    @Nullable String pointer,
    String text,
    String by,
    Instant at) {}
