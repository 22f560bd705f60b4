package app.upline.submission;

import org.jspecify.annotations.Nullable;

/**
 * What was, or will be, submitted at one go.
 *
 * @param seal null until it is submitted
 * @param decision null until there is one
 */
public record SubmissionRevision(
    int revision, ChangeCounts counts, @Nullable Seal seal, @Nullable Decision decision) {}
