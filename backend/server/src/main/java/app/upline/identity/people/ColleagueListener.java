package app.upline.identity.people;

import app.upline.identity.OrganizationKind;
import java.util.UUID;

/**
 * Hears, in the transaction in which it happens, that a person can no longer be given work: the
 * account was disabled, or lost the roles for it.
 */
public interface ColleagueListener {

  void stoppedWorking(OrganizationKind kind, UUID organizationId, UUID userId);
}
