package app.upline.notification;

import static java.util.Map.entry;

import app.upline.platform.migration.TableRight;
import app.upline.platform.migration.TableRights;
import jakarta.inject.Singleton;
import java.util.Map;

/** The tables of what happened, whom it was told, and how each wants to be told. */
@Singleton
final class NotificationTables implements TableRights {

  @Override
  public Map<String, TableRight> tables() {
    return Map.ofEntries(
        entry("business_event", TableRight.columns("due_at")),
        entry("notification", TableRight.columns("read_at", "awaits_digest", "digest_on")),
        entry("notification_preference", TableRight.CHANGED_AND_DELETED),
        entry("notification_choice", TableRight.CHANGED_AND_DELETED),
        entry("team_mailbox", TableRight.CHANGED_AND_DELETED));
  }
}
