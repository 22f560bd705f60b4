package app.upline.disclosure;

import app.upline.agency.EntityType;
import app.upline.relationship.RelationshipStatus;
import app.upline.relationship.TpmoFunction;
import app.upline.relationship.UsState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of the carrier's register are wanted; what is null does not matter.
 *
 * @param asOf as the carrier had been told by the end of this day (transaction time); null for now
 * @param activeOn had started and not ended on this day (valid time)
 * @param upline words of the name of the agency above the one it comes from
 * @param upstreamId directly beneath this one, as disclosed
 * @param since the carrier has held what it holds since then or later
 * @param until the same, before
 */
public record DisclosedFilter(
    @Nullable String query,
    @Nullable TpmoFunction function,
    @Nullable EntityType entityType,
    @Nullable UsState state,
    @Nullable RelationshipStatus status,
    @Nullable LocalDate asOf,
    @Nullable LocalDate activeOn,
    @Nullable UUID agencyId,
    @Nullable String upline,
    @Nullable UUID upstreamId,
    @Nullable Instant since,
    @Nullable Instant until) {

  /** All that these words find. */
  static DisclosedFilter of(String query) {
    return new DisclosedFilter(
        query, null, null, null, null, null, null, null, null, null, null, null);
  }

  /** The order of a list for which none is asked. */
  public DisclosedRelationshipSort usualSort() {
    return since == null && until == null
        ? DisclosedRelationshipSort.REFERENCE
        : DisclosedRelationshipSort.RECEIVED_AT;
  }
}
