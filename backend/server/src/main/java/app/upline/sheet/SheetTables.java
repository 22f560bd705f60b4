package app.upline.sheet;

import static java.util.Map.entry;

import app.upline.platform.migration.TableRight;
import app.upline.platform.migration.TableRights;
import jakarta.inject.Singleton;
import java.util.Map;

/** The tables of uploads. */
@Singleton
final class SheetTables implements TableRights {

  @Override
  public Map<String, TableRight> tables() {
    return Map.ofEntries(
        entry("sheet_import", TableRight.CHANGED),
        entry("sheet_import_job", TableRight.CHANGED_AND_DELETED),
        entry("sheet_mapping", TableRight.CHANGED_AND_DELETED),
        // What is wrong with it now; the trail tells how it was.
        entry("sheet_import_error", TableRight.CHANGED_AND_DELETED),
        entry("sheet_import_row", TableRight.CHANGED_AND_DELETED),
        entry("sheet_import_correction", TableRight.CHANGED_AND_DELETED),
        entry("sheet_import_file", TableRight.CHANGED_AND_DELETED));
  }
}
