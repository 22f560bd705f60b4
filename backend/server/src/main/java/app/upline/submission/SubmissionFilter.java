package app.upline.submission;

import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which submissions are wanted; what is null does not matter.
 *
 * @param period discloses an incident of this month, or declares that it had none
 */
public record SubmissionFilter(
    @Nullable SubmissionStatus status,
    @Nullable SubmissionKind kind,
    @Nullable YearMonth period,
    @Nullable UUID carrierId,
    @Nullable UUID agencyId) {}
