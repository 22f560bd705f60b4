package app.upline.oversight;

import static java.util.Map.entry;

import app.upline.platform.migration.TableRight;
import app.upline.platform.migration.TableRights;
import jakarta.inject.Singleton;
import java.util.Map;

/** The tables of triage, findings, plans and extracts. */
@Singleton
final class OversightTables implements TableRights {

  @Override
  public Map<String, TableRight> tables() {
    return Map.ofEntries(
        entry("triage", TableRight.CHANGED),
        entry("triage_event", TableRight.NOTHING),
        entry("finding", TableRight.CHANGED),
        entry("finding_answer", TableRight.NOTHING),
        entry("corrective_action_plan", TableRight.CHANGED),
        // What has become of it, and until when it is due; not what was asked for.
        entry(
            "corrective_action_item", TableRight.columns("state", "rejection_reason", "due_date")),
        entry("corrective_action_plan_event", TableRight.NOTHING),
        entry("corrective_action_plan_incident", TableRight.NOTHING),
        entry("corrective_action_evidence", TableRight.NOTHING),
        entry("corrective_action_attachment", TableRight.NOTHING),
        entry("extract", TableRight.CHANGED),
        entry("extract_row", TableRight.NOTHING));
  }
}
