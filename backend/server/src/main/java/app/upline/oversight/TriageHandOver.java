package app.upline.oversight;

import static app.upline.platform.persistence.Database.uuid;

import app.upline.assignment.HeldWork;
import app.upline.assignment.WorkTransfer;
import app.upline.audit.AuditTrail;
import app.upline.audit.AuditedObject;
import app.upline.audit.Digest;
import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.identity.people.Colleague;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Moves a carrier person's incidents in triage to a colleague, or unassigns them. */
@Singleton
final class TriageHandOver implements HeldWork {

  private static final String HELD =
      """
      select t.incident_id, t.version, t.state,
        (select i.reference from incident i where i.id = t.incident_id) as reference
      from triage t
      where t.carrier_id = ? and t.assignee_id = ? and t.state not in ('CLOSED', 'WITHDRAWN')
      order by t.incident_id for update
      """;

  private static final String STEP =
      """
      insert into triage_event (carrier_id, incident_id, version, action, state, acted_by, actor_name, acted_at)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final Database database;
  private final AuditTrail audit;
  private final Clock clock;

  TriageHandOver(Database database, AuditTrail audit, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  private record Held(UUID incidentId, String reference, int version, TriageState state) {}

  @Override
  public int handOver(WorkTransfer transfer) {
    if (transfer.side() != OrganizationKind.CARRIER) {
      return 0;
    }
    UUID carrier = transfer.organizationId();
    List<Held> all =
        database.query(
            Sql.of(HELD, carrier, transfer.from()),
            row ->
                new Held(
                    uuid(row, "incident_id"),
                    row.getString("reference"),
                    row.getInt("version"),
                    TriageState.valueOf(row.getString("state"))));
    if (all.isEmpty()) {
      return 0;
    }
    Colleague to = transfer.to();
    database.update(
        Sql.of(
            """
            update triage set assignee_id = ?, assignee_name = ?, version = version + 1
            where carrier_id = ? and assignee_id = ? and state not in ('CLOSED', 'WITHDRAWN')
            """,
            to == null ? null : to.id(),
            to == null ? null : to.name(),
            carrier,
            transfer.from()));
    Instant now = clock.instant();
    database.batch(STEP, all.stream().map(held -> step(transfer, held, now)).toList());
    audit.changed(all.stream().map(held -> audited(transfer, held)).toList());
    return all.size();
  }

  private static List<@Nullable Object> step(WorkTransfer transfer, Held held, Instant at) {
    CurrentUser by = transfer.by();
    return Arrays.asList(
        transfer.organizationId(),
        held.incidentId(),
        held.version() + 1,
        TriageAction.ASSIGN,
        held.state(),
        by == null ? null : by.id(),
        by == null ? null : by.name(),
        at);
  }

  private static AuditedObject audited(WorkTransfer transfer, Held held) {
    Colleague to = transfer.to();
    return new AuditedObject(
        "triage",
        held.incidentId(),
        held.reference(),
        Digest.of(held.version(), held.state(), transfer.from()),
        Digest.of(held.version() + 1, held.state(), to == null ? null : to.id()));
  }
}
