package app.upline.oversight;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.assignment.AssignableKind;
import app.upline.assignment.AssignableThings;
import app.upline.identity.OrganizationKind;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import app.upline.work.Subject;
import app.upline.work.SubjectKind;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Findings that wait for an agency's answer. The carrier's own work on them is the triage. */
@Singleton
final class AssignableFindings implements AssignableThings {

  private final Database database;

  AssignableFindings(Database database) {
    this.database = database;
  }

  @Override
  public AssignableKind kind() {
    return AssignableKind.FINDING;
  }

  @Override
  public Map<UUID, Subject> open(OrganizationKind side, UUID organizationId, Collection<UUID> ids) {
    return switch (side) {
      case CARRIER -> Map.of();
      case AGENCY -> ofAgency(organizationId, ids);
    };
  }

  private Map<UUID, Subject> ofAgency(UUID agencyId, Collection<UUID> ids) {
    Sql sql =
        Sql.of(
                """
                select f.id, f.incident_id,
                  (select i.reference from incident i where i.id = f.incident_id) as reference
                from finding f
                where f.agency_id = ? and f.awaits_answer = true
                """,
                agencyId)
            .addIn("and f.id in", ids);
    return database
        .query(
            sql,
            row ->
                new Subject(
                    SubjectKind.FINDING,
                    uuid(row, "id"),
                    row.getString("reference"),
                    null,
                    uuid(row, "incident_id")))
        .stream()
        .collect(Collectors.toMap(Subject::id, Function.identity()));
  }
}
