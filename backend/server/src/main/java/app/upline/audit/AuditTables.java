package app.upline.audit;

import static java.util.Map.entry;

import app.upline.platform.migration.TableRight;
import app.upline.platform.migration.TableRights;
import jakarta.inject.Singleton;
import java.util.Map;

/** The tables of the trail: what was said once and stays. */
@Singleton
final class AuditTables implements TableRights {

  @Override
  public Map<String, TableRight> tables() {
    return Map.ofEntries(
        entry("audit_event", TableRight.NOTHING),
        entry("audit_object", TableRight.NOTHING),
        entry("audit_head", TableRight.NOTHING),
        entry("audit_checkpoint", TableRight.NOTHING),
        // It goes on with a chain, but cannot say that the beginning was purged.
        entry("audit_chain", TableRight.columns("last_seq", "last_mac", "last_at")),
        entry("audit_checkpoint_sent", TableRight.CHANGED),
        entry("anonymous_request_count", TableRight.CHANGED_AND_DELETED));
  }
}
