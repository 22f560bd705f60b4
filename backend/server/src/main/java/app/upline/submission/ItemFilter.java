package app.upline.submission;

import org.jspecify.annotations.Nullable;

/**
 * Which rows of a submission are wanted, and how; what is null does not matter.
 *
 * @param revision the one shown when null
 * @param changedSinceReturn whether it differs from the revision that was returned
 * @param since with what differences compare
 */
public record ItemFilter(
    @Nullable Integer revision,
    @Nullable ChangeType changeType,
    @Nullable Boolean changedSinceReturn,
    DifferencesSince since) {}
