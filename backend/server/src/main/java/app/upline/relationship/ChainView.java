package app.upline.relationship;

import app.upline.agency.EntityType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Those above a relationship, from the top; and those beneath, level by level.
 *
 * @param truncated whether there are more beneath than are shown
 */
public record ChainView(List<Link> upstream, List<Link> downstream, boolean truncated) {

  /** One entity in a chain; {@code level} counts from 1, directly beneath the agency. */
  public record Link(
      UUID id,
      String reference,
      String legalName,
      EntityType entityType,
      RelationshipStatus status,
      @Nullable UUID upstreamId,
      int level) {}
}
