package app.upline.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.testing.TestUsers;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Transactions that are in each other's way. */
@Tag("engine")
@MicronautTest(transactional = false)
class CollisionsTest {

  @Inject Database database;
  @Inject TestUsers crowd;

  private final ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void end() {
    others.close();
  }

  @Test
  void twoThatWaitForEachOtherAreBothDone() throws Exception {
    UUID one = crowd.agency();
    UUID other = crowd.agency();
    CyclicBarrier bothHoldOne = new CyclicBarrier(2);
    AtomicInteger begun = new AtomicInteger();

    List<Future<Integer>> done =
        List.of(
            others.submit(() -> renamed(one, other, bothHoldOne, begun)),
            others.submit(() -> renamed(other, one, bothHoldOne, begun)));

    assertThat(done.get(0).get() + done.get(1).get()).isEqualTo(4);
    assertThat(begun).hasValue(3);
  }

  @Test
  void whoeverComesSecondSeesWhatWasFirst() throws Exception {
    String bucket = "0".repeat(32) + UUID.randomUUID().toString().replace("-", "");
    CyclicBarrier bothSawNothing = new CyclicBarrier(2);

    List<Future<String>> done =
        List.of(
            others.submit(() -> first(bucket, bothSawNothing)),
            others.submit(() -> first(bucket, bothSawNothing)));

    assertThat(List.of(done.get(0).get(), done.get(1).get()))
        .containsExactlyInAnyOrder("made", "was there");
  }

  private int renamed(UUID first, UUID second, CyclicBarrier both, AtomicInteger begun) {
    return database.writing(
        () -> {
          boolean firstTime = begun.incrementAndGet() <= 2;
          int changed = touch(first);
          if (firstTime) {
            meet(both);
          }
          return changed + touch(second);
        });
  }

  private int touch(UUID agency) {
    return database.update(
        Sql.of(
            "update agency set created_at = created_at + interval 1 second where id = ?", agency));
  }

  private String first(String bucket, CyclicBarrier bothSawNothing) {
    return database.writing(
        () -> {
          Sql look = Sql.of("select 1 from rate_limit where bucket = ?", bucket);
          if (database.first(look, row -> 1).isPresent()) {
            return "was there";
          }
          meet(bothSawNothing);
          database.update(
              Sql.of(
                  "insert into rate_limit (bucket, theoretical_arrival_at) values (?, 0)", bucket));
          return "made";
        });
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
