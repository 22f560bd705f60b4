package app.upline.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.local.DatabaseInItsOwnProcess;
import app.upline.testing.UplineProcess;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Twenty writers while the service is killed again and again, and while its database is: what was
 * acknowledged is found again, and what was not can be sent again and is there once. {@code make
 * chaos} runs fifty rounds.
 */
@Tag("engine")
@Tag("embedded")
class ChaosTest {

  private static final int ROUNDS = Integer.getInteger("upline.chaos.rounds", 2);
  private static final int SHORTEST = 300;
  private static final int LONGEST = 1_500;

  /** Kept between runs, since it holds the database's program. */
  private static final Path FOLDER = Path.of("target/chaos");

  /** How long a request that died is believed to be alive. */
  private static final Map<String, String> SETTINGS = Map.of("UPLINE_IDEMPOTENCY_LEASE", "5s");

  @Test
  void nothingAcknowledgedIsLostWhenTheServiceIsKilled() throws Exception {
    Random random = new Random();
    try (UplineProcess upline = UplineProcess.start(FOLDER.resolve("service"), SETTINGS)) {
      Writers writers = new Writers(upline);
      int again = 0;
      for (int round = 0; round < ROUNDS; round++) {
        writers.signIn();
        writers.begin();
        Thread.sleep(random.nextInt(SHORTEST, LONGEST));
        upline.kill();
        writers.stop();
        upline.startAgain();
        again += writers.settle();
      }
      System.out.printf(
          "%d kills of the service, %d acknowledged, %d of them sent again%n",
          ROUNDS, writers.acknowledged(), again);
      assertThat(again).as("requests cut off by a kill").isPositive();
      assertThat(writers.others()).isEmpty();
      assertThat(writers.rowsOfEach()).isNotEmpty().containsOnly(1);
    }
  }

  @Test
  void theServiceOutlivesItsDatabaseAndSaysSoMeanwhile() throws Exception {
    try (DatabaseInItsOwnProcess database =
        DatabaseInItsOwnProcess.start(FOLDER.resolve("database"))) {
      Map<String, String> settings = new HashMap<>(SETTINGS);
      settings.put("UPLINE_LOCAL_DATABASE_ENABLED", "false");
      settings.putAll(database.settings());
      try (UplineProcess upline = UplineProcess.start(FOLDER.resolve("apart"), settings)) {
        Random random = new Random();
        Writers writers = new Writers(upline);
        int again = 0;
        for (int round = 0; round < ROUNDS; round++) {
          writers.signIn();
          writers.begin();
          Thread.sleep(random.nextInt(SHORTEST, LONGEST));

          database.kill();
          awaitReadiness(upline, 503);
          database.startAgain();
          awaitReadiness(upline, 200);

          int before = writers.acknowledged();
          while (writers.acknowledged() == before && writers.others().isEmpty()) {
            Thread.sleep(100);
          }
          writers.stop();
          again += writers.settle();
          assertThat(writers.others()).isEmpty();
        }
        System.out.printf(
            "%d kills of the database, %d acknowledged, %d of them sent again%n",
            ROUNDS, writers.acknowledged(), again);
        assertThat(again).as("requests that found no database").isPositive();
        assertThat(writers.rowsOfEach()).isNotEmpty().containsOnly(1);
      }
    }
  }

  private static void awaitReadiness(UplineProcess upline, int wanted) throws InterruptedException {
    while (upline.readiness() != wanted) {
      Thread.sleep(100);
    }
  }
}
