package app.upline.platform.persistence;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says at the start where the database server might lose in a power cut what was acknowledged: what
 * is kept for ten years should wait for the disk.
 */
@Singleton
final class DurabilityCheck implements ApplicationEventListener<ServerStartupEvent> {
  private static final Logger LOG = LoggerFactory.getLogger(DurabilityCheck.class);
  private static final Sql SETTINGS =
      Sql.of(
          "select @@global.innodb_flush_log_at_trx_commit, @@global.log_bin, @@global.sync_binlog");

  private final Database database;

  DurabilityCheck(Database database) {
    this.database = database;
  }

  /** What the server's settings are about. */
  record Durability(int flushLog, boolean binaryLog, int syncBinaryLog) {

    /** What is other than it should be, as the server calls it. */
    List<String> faults() {
      List<String> faults = new ArrayList<>();
      if (flushLog != 1) {
        faults.add("innodb_flush_log_at_trx_commit is " + flushLog);
      }
      if (binaryLog && syncBinaryLog != 1) {
        faults.add("sync_binlog is " + syncBinaryLog);
      }
      return faults;
    }
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent started) {
    try {
      warn(durability());
    } catch (RuntimeException e) {
      LOG.warn("The durability of the database was not looked at: {}", e.getClass().getName());
    }
  }

  Durability durability() {
    return database.reading(
        () ->
            database
                .first(
                    SETTINGS,
                    row -> new Durability(row.getInt(1), row.getBoolean(2), row.getInt(3)))
                .orElseThrow());
  }

  private static void warn(Durability durability) {
    for (String fault : durability.faults()) {
      LOG.warn(
          "The database server may lose in a power cut what was acknowledged: {}, and should be 1",
          fault);
    }
  }
}
