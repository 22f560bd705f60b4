package app.upline.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.chaos.FaultyNetwork.Fault;
import app.upline.local.DatabaseInItsOwnProcess;
import app.upline.testing.UplineProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Twenty writers while the network between the service and its database hangs, slows down, is cut
 * and is torn, in an order and for as long as a seed says: the service says so, and is back by
 * itself when the network is.
 */
@Tag("engine")
@Tag("embedded")
class NetworkFaultsTest {
  private static final int ROUNDS = Math.max(1, Integer.getInteger("upline.chaos.rounds", 2) / 10);
  private static final long SEED = Long.getLong("upline.chaos.seed", 20_261_128);
  private static final int SHORTEST = 1_000;
  private static final int LONGEST = 8_000;
  private static final int SLOWEST = 300;

  /** Kept between runs, since it holds the database's program. */
  private static final Path FOLDER = Path.of("target/chaos");

  @Test
  void theServiceOutlivesItsNetworkAndIsBackByItself() throws Exception {
    Random random = new Random(SEED);
    try (DatabaseInItsOwnProcess database =
            DatabaseInItsOwnProcess.start(FOLDER.resolve("network-database"));
        FaultyNetwork network = new FaultyNetwork(database.port());
        UplineProcess upline =
            UplineProcess.start(FOLDER.resolve("network"), settings(database, network.port()))) {
      Writers writers = new Writers(upline);
      writers.signIn();
      writers.begin();
      awaitOneMore(writers);
      for (Fault fault : faults(random)) {
        long lasting = random.nextInt(SHORTEST, LONGEST);
        network.begin(fault, random.nextInt(SLOWEST / 3, SLOWEST));
        Thread.sleep(lasting);
        network.heal();
        long healed = System.nanoTime();
        awaitOneMore(writers);
        long writing = seconds(healed);
        while (upline.readiness() != 200) {
          Thread.sleep(50);
        }
        System.out.printf(
            "seed %d: %s for %d ms: written again %d s after its end, ready after %d s%n",
            SEED, fault, lasting, writing, seconds(healed));
        writers.signIn();
      }
      writers.stop();
      assertThat(writers.others()).isEmpty();
      assertThat(writers.settle()).as("requests that found no database").isPositive();
      assertThat(writers.others()).isEmpty();
      assertThat(writers.rowsOfEach()).isNotEmpty().containsOnly(1);
      assertThat(upline.handle().isAlive()).isTrue();
    }
  }

  private static List<Fault> faults(Random random) {
    List<Fault> faults = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++) {
      List<Fault> round = new ArrayList<>(List.of(Fault.values()));
      Collections.shuffle(round, random);
      faults.addAll(round);
    }
    return faults;
  }

  private static Map<String, String> settings(DatabaseInItsOwnProcess database, int port) {
    Map<String, String> settings = new HashMap<>(database.settings());
    settings.put("UPLINE_LOCAL_DATABASE_ENABLED", "false");
    settings.put("UPLINE_IDEMPOTENCY_LEASE", "5s");
    settings.computeIfPresent(
        "DATASOURCES_DEFAULT_URL", (name, url) -> url.replace(":" + database.port(), ":" + port));
    return settings;
  }

  private static void awaitOneMore(Writers writers) throws InterruptedException {
    int before = writers.acknowledged();
    while (writers.acknowledged() == before && writers.others().isEmpty()) {
      Thread.sleep(50);
    }
    assertThat(writers.others()).isEmpty();
  }

  private static long seconds(long since) {
    return (System.nanoTime() - since) / 1_000_000_000;
  }
}
