package app.upline.relationship;

import app.upline.agency.EntityType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the register are wanted; what is null does not matter.
 *
 * @param query words of names, or beginnings of an NPN, EIN or reference
 * @param undisclosedTo has a revision that this carrier has not received
 * @param upstreamId is directly beneath this one
 */
public record RelationshipFilter(
    @Nullable String query,
    @Nullable TpmoFunction function,
    @Nullable EntityType entityType,
    @Nullable UsState state,
    @Nullable RelationshipStatus status,
    @Nullable Instant changedSince,
    @Nullable UUID undisclosedTo,
    @Nullable UUID upstreamId) {

  public static final RelationshipFilter NONE =
      new RelationshipFilter(null, null, null, null, null, null, null, null);

  /** All that these words find. */
  public static RelationshipFilter of(String query) {
    return new RelationshipFilter(query, null, null, null, null, null, null, null);
  }
}
