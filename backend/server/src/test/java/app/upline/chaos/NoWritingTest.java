package app.upline.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.local.DatabaseInItsOwnProcess;
import app.upline.testing.UplineProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A database that answers and cannot write: it has become read-only, or its disk is full. Callers
 * are told to come again, balancers that the service is not ready, and both pass by themselves.
 */
@Tag("engine")
@Tag("embedded")
class NoWritingTest {

  /** Kept between runs, since it holds the database's program. */
  private static final Path FOLDER = Path.of("target/chaos");

  @Test
  void aReadOnlyDatabaseIsUnavailableAndNotReadyUntilItTakesChangesAgain() throws Exception {
    try (DatabaseInItsOwnProcess database =
        DatabaseInItsOwnProcess.start(FOLDER.resolve("read-only-database"))) {
      database.addOperator();
      try (UplineProcess upline = start("read-only", database)) {
        Writers writers = begin(upline);

        database.asOperator("set global read_only = 1");
        awaitReadiness(upline, 503);
        awaitRefusal(writers);
        database.asOperator("set global read_only = 0");

        finish(upline, writers);
      }
    }
  }

  @Test
  void aFullDiskIsUnavailableAndNotReadyUntilThereIsSpaceAgain() throws Exception {
    try (DatabaseInItsOwnProcess database =
        DatabaseInItsOwnProcess.start(FOLDER.resolve("full-database"))) {
      try (SmallDisk disk = SmallDisk.under(database)) {
        try (UplineProcess upline = start("full", database)) {
          Writers writers = begin(upline);

          disk.fill();
          awaitRefusal(writers);
          awaitReadiness(upline, 503);
          disk.free();

          // A MariaDB that finds no space to roll back in ends itself.
          while (upline.readiness() != 200) {
            database.startAgainIfGone();
            Thread.sleep(50);
          }
          finish(upline, writers);
        }
      } catch (IOException cannotMount) {
        System.out.println("NOT RUN: a full disk needs the right to mount one: " + cannotMount);
        Assumptions.abort("a small disk cannot be mounted here");
      }
    }
  }

  private static UplineProcess start(String folder, DatabaseInItsOwnProcess database) {
    Map<String, String> settings = new HashMap<>(database.settings());
    settings.put("UPLINE_LOCAL_DATABASE_ENABLED", "false");
    settings.put("UPLINE_IDEMPOTENCY_LEASE", "5s");
    return UplineProcess.start(FOLDER.resolve(folder), settings);
  }

  private static Writers begin(UplineProcess upline) throws InterruptedException {
    Writers writers = new Writers(upline);
    writers.signIn();
    writers.begin();
    awaitOneMore(writers);
    return writers;
  }

  private static void finish(UplineProcess upline, Writers writers) throws Exception {
    awaitReadiness(upline, 200);
    awaitOneMore(writers);
    writers.stop();
    assertThat(writers.others()).isEmpty();
    assertThat(writers.settle()).as("requests that could not be written").isPositive();
    assertThat(writers.others()).isEmpty();
    assertThat(writers.rowsOfEach()).isNotEmpty().containsOnly(1);
  }

  private static void awaitRefusal(Writers writers) throws InterruptedException {
    int before = writers.unanswered();
    while (writers.unanswered() == before && writers.others().isEmpty()) {
      Thread.sleep(50);
    }
    assertThat(writers.others()).isEmpty();
  }

  private static void awaitOneMore(Writers writers) throws InterruptedException {
    int before = writers.acknowledged();
    while (writers.acknowledged() == before && writers.others().isEmpty()) {
      Thread.sleep(50);
    }
    assertThat(writers.others()).isEmpty();
  }

  private static void awaitReadiness(UplineProcess upline, int wanted) throws InterruptedException {
    while (upline.readiness() != wanted) {
      Thread.sleep(50);
    }
  }
}
