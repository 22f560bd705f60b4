package app.upline.platform.keys;

import static java.util.Map.entry;

import app.upline.platform.migration.TableRight;
import app.upline.platform.migration.TableRights;
import jakarta.inject.Singleton;
import java.util.Map;

/** The table of what keys are known again by. */
@Singleton
final class KeyTables implements TableRights {

  @Override
  public Map<String, TableRight> tables() {
    return Map.ofEntries(entry("key_check", TableRight.NOTHING));
  }
}
