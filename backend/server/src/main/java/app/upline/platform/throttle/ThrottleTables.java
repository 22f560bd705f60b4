package app.upline.platform.throttle;

import static java.util.Map.entry;

import app.upline.platform.migration.TableRight;
import app.upline.platform.migration.TableRights;
import jakarta.inject.Singleton;
import java.util.Map;

/** The table of attempts. */
@Singleton
final class ThrottleTables implements TableRights {

  @Override
  public Map<String, TableRight> tables() {
    return Map.ofEntries(entry("rate_limit", TableRight.CHANGED_AND_DELETED));
  }
}
