package app.upline.assignment;

import app.upline.platform.migration.TableRight;
import app.upline.platform.migration.TableRights;
import jakarta.inject.Singleton;
import java.util.Map;

/** The table of who has what. */
@Singleton
final class AssignmentTables implements TableRights {

  @Override
  public Map<String, TableRight> tables() {
    return Map.of("work_assignment", TableRight.CHANGED_AND_DELETED);
  }
}
