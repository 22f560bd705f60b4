package app.upline.identity.people;

import app.upline.audit.AuditTrail;
import app.upline.identity.CurrentUser;
import app.upline.identity.Notice;
import app.upline.identity.Notices;
import app.upline.identity.OrganizationKind;
import app.upline.identity.Role;
import app.upline.identity.User;
import app.upline.identity.UserRows;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Gives and takes roles, and tells whom it concerns. */
@Singleton
public class RoleGrants {
  private final UserRows rows;
  private final Notices notices;
  private final AuditTrail audit;
  private final List<ColleagueListener> listeners;

  RoleGrants(UserRows rows, Notices notices, AuditTrail audit, List<ColleagueListener> listeners) {
    this.listeners = List.copyOf(listeners);
    this.rows = rows;
    this.notices = notices;
    this.audit = audit;
  }

  /** Replaces the roles of a person of the caller's organization. */
  User replace(CurrentUser caller, User before, Set<Role> wanted) {
    rows.replaceRoles(before.id(), wanted);
    User now = rows.find(caller, before.id()).orElseThrow();
    audit.changed("user", now.id(), null, before.digest(), now.digest());
    tell(caller.kind(), caller.organizationId(), now.id(), before.roles(), wanted);
    return now;
  }

  /** Tells of roles that were given and taken. */
  public void tell(
      OrganizationKind kind, UUID organizationId, UUID user, Set<Role> before, Set<Role> after) {
    if (!before.containsAll(after)) {
      notices.tell(Notice.ROLE_GIVEN, user);
      notices.tellAdministrators(
          Notice.COLLEAGUE_ROLE_GIVEN, kind, organizationId, Optional.of(user));
    }
    if (!after.containsAll(before)) {
      notices.tell(Notice.ROLE_TAKEN, user);
      notices.tellAdministrators(
          Notice.COLLEAGUE_ROLE_TAKEN, kind, organizationId, Optional.of(user));
    }
    if (works(before) && !works(after)) {
      stoppedWorking(kind, organizationId, user);
    }
  }

  /** Tells the listeners that this person does no work any more. */
  void stoppedWorking(OrganizationKind kind, UUID organizationId, UUID user) {
    listeners.forEach(listener -> listener.stoppedWorking(kind, organizationId, user));
  }

  private static boolean works(Set<Role> roles) {
    return roles.stream().anyMatch(Role::worksOnDisclosures);
  }

  /** The roles that the person does not have yet. */
  static Set<Role> beyond(Set<Role> before, Set<Role> wanted) {
    Set<Role> beyond = EnumSet.noneOf(Role.class);
    beyond.addAll(wanted);
    beyond.removeAll(before);
    return beyond;
  }
}
