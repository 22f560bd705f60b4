package app.upline.assignment;

import app.upline.identity.OrganizationKind;
import app.upline.work.Subject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What is open of all kinds, by asking the rooms that know of it. */
@Singleton
final class OpenThings {

  private final Map<AssignableKind, AssignableThings> rooms = new EnumMap<>(AssignableKind.class);

  OpenThings(List<AssignableThings> rooms) {
    rooms.forEach(room -> this.rooms.put(room.kind(), room));
    for (AssignableKind kind : AssignableKind.values()) {
      if (!this.rooms.containsKey(kind)) {
        throw new IllegalStateException("No room knows of " + kind);
      }
    }
  }

  Optional<Subject> find(
      OrganizationKind side, UUID organizationId, AssignableKind kind, UUID subjectId) {
    return Optional.ofNullable(
        room(kind).open(side, organizationId, List.of(subjectId)).get(subjectId));
  }

  /** Those of some rows that are still open. */
  Map<UUID, Subject> among(
      OrganizationKind side, UUID organizationId, Collection<WorkAssignmentRow> rows) {
    Map<UUID, Subject> open = new HashMap<>();
    for (AssignableKind kind : AssignableKind.values()) {
      List<UUID> ids =
          rows.stream()
              .filter(row -> row.subjectKind() == kind)
              .map(WorkAssignmentRow::subjectId)
              .toList();
      if (!ids.isEmpty()) {
        open.putAll(room(kind).open(side, organizationId, ids));
      }
    }
    return open;
  }

  private AssignableThings room(AssignableKind kind) {
    return rooms.get(kind);
  }
}
