package app.upline.audit;

import app.upline.platform.persistence.Database;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Begins the trail of organizations that have none, once, before the first checkpoint: from then on
 * an organization without a trail is one whose trail was taken away.
 */
@Singleton
final class TrailBeginnings {
  private final AuditTrail trail;
  private final CheckpointRows rows;
  private final Database database;
  private final List<TrailOwners> owners;

  TrailBeginnings(
      AuditTrail trail, CheckpointRows rows, Database database, List<TrailOwners> owners) {
    this.trail = trail;
    this.rows = rows;
    this.database = database;
    this.owners = List.copyOf(owners);
  }

  void beginWhereNothingWasEverTold() {
    if (rows.newest().isPresent()) {
      return;
    }
    Set<UUID> begun = new HashSet<>(rows.organizations());
    owners.stream()
        .flatMap(owner -> owner.all().stream())
        .filter(organization -> !begun.contains(organization))
        .forEach(this::begin);
  }

  private void begin(UUID organization) {
    trail.system(
        "beginTrail",
        organization,
        () ->
            database.writing(
                () -> {
                  trail.changed("organization", organization, null, null, Digest.of(organization));
                  return organization;
                }));
  }
}
