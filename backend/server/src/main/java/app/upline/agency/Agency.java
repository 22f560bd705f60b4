package app.upline.agency;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sales agency.
 *
 * @param level its place in the field's hierarchy
 * @param uplineName the agency above it, where one is known
 */
public record Agency(
    UUID id, String name, String npn, EntityType level, @Nullable String uplineName) {}
