package app.upline.assignment;

import app.upline.identity.OrganizationKind;
import app.upline.work.Subject;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * A room that knows which things of a kind an organization has to do with, as long as they are
 * open.
 */
public interface AssignableThings {

  AssignableKind kind();

  /**
   * Those of the ids that are the organization's and open for it. Called in a transaction.
   *
   * @param ids some, but never none
   */
  Map<UUID, Subject> open(OrganizationKind side, UUID organizationId, Collection<UUID> ids);
}
