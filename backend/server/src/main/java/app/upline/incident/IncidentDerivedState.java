package app.upline.incident;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is derived of an incident and not part of any revision.
 *
 * @param version changes with every revision and with everything here: the entity tag
 * @param repeated whether another established incident of the same producer, agency and carrier
 *     lies within the twelve months before
 * @param firstSubmittedAt null until it is disclosed
 * @param late whether it was first submitted after its period's due time; null until then
 */
public record IncidentDerivedState(
    int version, boolean repeated, @Nullable Instant firstSubmittedAt, @Nullable Boolean late) {}
