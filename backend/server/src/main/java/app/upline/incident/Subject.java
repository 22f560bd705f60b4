package app.upline.incident;

import io.micronaut.serde.annotation.Serdeable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose conduct an incident is about.
 *
 * @param npn National Producer Number; always present for an agent
 * @param relationshipId the row of the agency's register; present for a subcontractor, and only
 *     then
 */
@Serdeable.Deserializable
public record Subject(
    SubjectType type, String name, @Nullable String npn, @Nullable UUID relationshipId) {}
