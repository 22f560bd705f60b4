package app.upline.platform.idempotency;

import static java.util.Map.entry;

import app.upline.platform.migration.TableRight;
import app.upline.platform.migration.TableRights;
import jakarta.inject.Singleton;
import java.util.Map;

/** The tables of requests with a key. */
@Singleton
final class IdempotencyTables implements TableRights {

  @Override
  public Map<String, TableRight> tables() {
    return Map.ofEntries(
        entry("idempotent_request", TableRight.CHANGED_AND_DELETED),
        entry("server_instance", TableRight.CHANGED_AND_DELETED));
  }
}
