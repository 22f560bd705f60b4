package app.upline.platform.mail;

import static java.util.Map.entry;

import app.upline.platform.migration.TableRight;
import app.upline.platform.migration.TableRights;
import jakarta.inject.Singleton;
import java.util.Map;

/** The outbox. */
@Singleton
final class MailTables implements TableRights {

  @Override
  public Map<String, TableRight> tables() {
    return Map.ofEntries(entry("outgoing_mail", TableRight.CHANGED_AND_DELETED));
  }
}
