package app.upline.incident;

import static java.util.Map.entry;

import app.upline.platform.migration.TableRight;
import app.upline.platform.migration.TableRights;
import jakarta.inject.Singleton;
import java.util.Map;

/** The tables of incidents. */
@Singleton
final class IncidentTables implements TableRights {

  @Override
  public Map<String, TableRight> tables() {
    return Map.ofEntries(
        entry("incident", TableRight.CHANGED),
        entry("incident_revision", TableRight.NOTHING),
        entry("incident_facet", TableRight.CHANGED_AND_DELETED));
  }
}
