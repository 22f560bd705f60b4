package app.upline.relationship;

import app.upline.platform.paging.Page;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;

/** Who is beneath whom in an agency's own register, as it is now. */
record RegisterChain(UUID agencyId, RelationshipRows rows, RelationshipList list)
    implements Chain.Register {

  @Override
  public Optional<Relationship> find(UUID id) {
    return rows.find(agencyId, id);
  }

  @Override
  public Page<Relationship> beneath(Collection<UUID> above, int limit) {
    return list.beneath(agencyId, above, limit);
  }
}
