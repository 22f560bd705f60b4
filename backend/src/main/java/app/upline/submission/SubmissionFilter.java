package app.upline.submission;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which submissions are wanted; what is null does not matter. */
public record SubmissionFilter(
    @Nullable SubmissionStatus status, @Nullable UUID carrierId, @Nullable UUID agencyId) {}
