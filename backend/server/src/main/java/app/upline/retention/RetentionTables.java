package app.upline.retention;

import static java.util.Map.entry;

import app.upline.platform.migration.TableRight;
import app.upline.platform.migration.TableRights;
import jakarta.inject.Singleton;
import java.util.Map;

/** The tables of holds and of purges under way. */
@Singleton
final class RetentionTables implements TableRights {

  @Override
  public Map<String, TableRight> tables() {
    return Map.ofEntries(
        entry("legal_hold", TableRight.CHANGED),
        // An account that cannot take the turn cannot purge.
        entry("purge_lock", TableRight.NOTHING),
        entry("purge_candidate", TableRight.NOTHING));
  }
}
