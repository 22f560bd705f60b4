package app.upline.work;

import app.upline.identity.CurrentUser;
import app.upline.identity.Role;
import app.upline.identity.people.RoleChange;
import app.upline.identity.people.RoleChanges;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** What waits for a second administrator. */
@Singleton
final class RoleChangeWork implements WorkSource {

  private final RoleChanges changes;

  RoleChangeWork(RoleChanges changes) {
    this.changes = changes;
  }

  @Override
  public List<WorkPart> of(CurrentUser user) {
    if (user.roles().stream().noneMatch(Role::isAdministrator)) {
      return List.of();
    }
    List<WorkItem> items =
        changes.waitingFor(user, WorkPart.ASKED).stream().map(RoleChangeWork::item).toList();
    return List.of(WorkPart.of(WorkKind.ROLE_CHANGE, items));
  }

  private static WorkItem item(RoleChange change) {
    LocalDate expiresOn = LocalDate.ofInstant(change.expiresAt(), ZoneOffset.UTC);
    return new WorkItem(
        WorkKind.ROLE_CHANGE,
        Urgency.WAITING,
        "A colleague asks for a change that a second administrator approves or refuses by %s."
            .formatted(expiresOn),
        Subject.of(SubjectKind.ROLE_CHANGE, change.id(), null),
        null,
        expiresOn,
        change.requestedAt());
  }
}
