package app.upline.platform.files;

import static java.util.Map.entry;

import app.upline.platform.migration.TableRight;
import app.upline.platform.migration.TableRights;
import jakarta.inject.Singleton;
import java.util.Map;

/** The tables of kept files. */
@Singleton
final class FileTables implements TableRights {

  @Override
  public Map<String, TableRight> tables() {
    return Map.ofEntries(
        // Its content is gone; that there was one is not.
        entry("stored_file", TableRight.columns("erased_at")),
        entry("stored_file_chunk", TableRight.CHANGED_AND_DELETED));
  }
}
