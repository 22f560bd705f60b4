package app.upline.attachment;

import static java.util.Map.entry;

import app.upline.platform.migration.TableRight;
import app.upline.platform.migration.TableRights;
import jakarta.inject.Singleton;
import java.util.Map;

/** The table of attachments. */
@Singleton
final class AttachmentTables implements TableRights {

  @Override
  public Map<String, TableRight> tables() {
    return Map.ofEntries(
        // Taken off a later revision.
        entry("incident_attachment", TableRight.columns("to_revision")));
  }
}
