package app.upline.identity.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many requests of one caller ask at a time who that is. */
class LookUpsTest {
  private static final UUID FLOODING = new UUID(0, 1);
  private static final UUID SOMEBODY_ELSE = new UUID(0, 2);

  private final CallerLookUpLimits lookUps = new CallerLookUpLimits();
  private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void end() {
    requests.close();
  }

  @Test
  void aFloodOfOneCallerWaitsForItselfAndNobodyElseDoes() throws Exception {
    CountDownLatch four = new CountDownLatch(4);
    CountDownLatch goOn = new CountDownLatch(1);
    AtomicInteger asking = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Future<Integer>> flood = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      flood.add(
          requests.submit(
              () ->
                  lookUps.oneOf(
                      FLOODING,
                      () -> {
                        most.accumulateAndGet(asking.incrementAndGet(), Math::max);
                        four.countDown();
                        await(goOn);
                        return asking.decrementAndGet();
                      })));
    }
    four.await();

    assertThat(lookUps.oneOf(SOMEBODY_ELSE, () -> "let in")).isEqualTo("let in");

    goOn.countDown();
    for (Future<Integer> request : flood) {
      request.get();
    }
    assertThat(most).hasValue(4);
    assertThat(asking).hasValue(0);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
