package app.upline.disclosure;

import app.upline.platform.paging.Page;
import app.upline.relationship.Chain;
import app.upline.relationship.Relationship;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is beneath whom in what a carrier holds, or held.
 *
 * @param at the moment it is wanted of, null for now
 */
record DisclosedChain(UUID carrierId, @Nullable Instant at, DisclosedList list)
    implements Chain.Register {

  @Override
  public Optional<Relationship> find(UUID id) {
    return list.find(carrierId, id, at).map(DisclosedRelationship::relationship);
  }

  @Override
  public Page<Relationship> beneath(Collection<UUID> above, int limit) {
    return list.beneath(carrierId, above, at, limit).map(DisclosedRelationship::relationship);
  }
}
