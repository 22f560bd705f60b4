package app.upline.publication;

import static java.util.Map.entry;

import app.upline.platform.migration.TableRight;
import app.upline.platform.migration.TableRights;
import jakarta.inject.Singleton;
import java.util.Map;

/** The tables of announcements and of the resource center. */
@Singleton
final class PublicationTables implements TableRights {

  @Override
  public Map<String, TableRight> tables() {
    return Map.ofEntries(
        entry("announcement", TableRight.CHANGED),
        entry("announcement_agency", TableRight.CHANGED_AND_DELETED),
        entry("announcement_recipient", TableRight.columns("awaits_confirmation", "confirmed_at")),
        entry("announcement_confirmation", TableRight.NOTHING),
        entry("resource_section", TableRight.CHANGED_AND_DELETED),
        entry("resource", TableRight.CHANGED),
        entry("resource_agency", TableRight.CHANGED_AND_DELETED),
        entry("resource_version", TableRight.NOTHING),
        entry("resource_reading", TableRight.columns("downloaded_at")));
  }
}
