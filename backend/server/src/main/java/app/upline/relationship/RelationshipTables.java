package app.upline.relationship;

import static java.util.Map.entry;

import app.upline.platform.migration.TableRight;
import app.upline.platform.migration.TableRights;
import jakarta.inject.Singleton;
import java.util.Map;

/** The tables of the register. */
@Singleton
final class RelationshipTables implements TableRights {

  @Override
  public Map<String, TableRight> tables() {
    return Map.ofEntries(
        entry("relationship", TableRight.CHANGED),
        entry("relationship_revision", TableRight.NOTHING),
        entry("relationship_facet", TableRight.CHANGED_AND_DELETED));
  }
}
