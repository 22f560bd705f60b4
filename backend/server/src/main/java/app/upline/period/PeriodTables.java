package app.upline.period;

import static java.util.Map.entry;

import app.upline.platform.migration.TableRight;
import app.upline.platform.migration.TableRights;
import jakarta.inject.Singleton;
import java.util.Map;

/** The table of reminders. */
@Singleton
final class PeriodTables implements TableRights {

  @Override
  public Map<String, TableRight> tables() {
    return Map.ofEntries(entry("reporting_reminder", TableRight.CHANGED_AND_DELETED));
  }
}
