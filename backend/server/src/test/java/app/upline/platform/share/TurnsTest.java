package app.upline.platform.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

class TurnsTest {

  private static final UUID MANY = UUID.randomUUID();
  private static final UUID ONE = UUID.randomUUID();
  private static final UUID OTHER = UUID.randomUUID();

  private final BlockingQueue<UUID> served = new LinkedBlockingQueue<>();

  @Test
  void whoeverAsksMostIsServedInTurnWithTheOthers() throws Exception {
    Turns turns = new Turns(1, 1);
    turns.take(MANY);
    for (UUID organization : List.of(MANY, MANY, MANY, ONE, OTHER)) {
      wait(turns, organization);
    }

    turns.giveBack(MANY);
    assertThat(List.of(next(turns), next(turns), next(turns), next(turns), next(turns)))
        .containsExactly(MANY, ONE, OTHER, MANY, MANY);
  }

  @Test
  void anOrganizationHasNoMoreThanItsShareAndOthersTheRest() throws Exception {
    Turns turns = new Turns(3, 2);
    turns.take(MANY);
    turns.take(MANY);

    assertThat(turns.take(MANY, Duration.ZERO)).isFalse();
    assertThat(turns.take(ONE, Duration.ZERO)).isTrue();
    assertThat(turns.take(OTHER, Duration.ZERO)).isFalse();

    turns.giveBack(MANY);
    assertThat(turns.take(OTHER, Duration.ZERO)).isTrue();
  }

  @Test
  void whoeverStopsWaitingTakesNobodysTurn() throws Exception {
    Turns turns = new Turns(1, 1);
    turns.take(MANY);
    Thread impatient = wait(turns, ONE);
    impatient.interrupt();
    impatient.join();

    turns.giveBack(MANY);
    assertThat(turns.take(OTHER, Duration.ZERO)).isTrue();
  }

  @Test
  void onlyAnotherThatCouldWorkIsLetGoFirst() throws Exception {
    Turns turns = new Turns(1, 1);
    turns.take(MANY);
    assertThat(turns.isWanted(MANY)).isFalse();
    wait(turns, MANY);
    assertThat(turns.isWanted(MANY)).isFalse();
    wait(turns, ONE);
    assertThat(turns.isWanted(MANY)).isTrue();
  }

  private Thread wait(Turns turns, UUID organization) throws InterruptedException {
    Thread thread =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    if (turns.take(organization, Duration.ofDays(1))) {
                      served.add(organization);
                    }
                  } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                  }
                });
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.sleep(1);
    }
    return thread;
  }

  private UUID next(Turns turns) throws InterruptedException {
    UUID organization = served.take();
    turns.giveBack(organization);
    return organization;
  }
}
