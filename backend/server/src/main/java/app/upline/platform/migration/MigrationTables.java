package app.upline.platform.migration;

import static java.util.Map.entry;

import jakarta.inject.Singleton;
import java.util.Map;

/** The tables of migrations themselves. */
@Singleton
final class MigrationTables implements TableRights {

  @Override
  public Map<String, TableRight> tables() {
    return Map.ofEntries(
        entry("flyway_schema_history", TableRight.NOTHING),
        entry("migration_step", TableRight.NOTHING));
  }
}
