package app.upline.oversight;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which items of the queue are wanted.
 *
 * @param state null for all that wait
 */
public record TriageFilter(
    @Nullable TriageState state, @Nullable UUID assigneeId, @Nullable UUID agencyId) {}
