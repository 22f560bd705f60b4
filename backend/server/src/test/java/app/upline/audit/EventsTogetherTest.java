package app.upline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.upline.platform.problem.ProblemException;
import app.upline.platform.problem.ProblemType;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who writes for whom, when an event is being written that takes its time. */
class EventsTogetherTest {

  private static final UUID ORGANIZATION = UUID.randomUUID();
  private static final String POISON = "poison";

  private final EventsTogether together = new EventsTogether(this::transaction);
  private final List<List<String>> committed = Collections.synchronizedList(new ArrayList<>());
  private final List<Thread> threads = new ArrayList<>();
  private final Map<String, RuntimeException> failures = new ConcurrentHashMap<>();
  private final CountDownLatch database = new CountDownLatch(1);
  private final AtomicInteger tries = new AtomicInteger();
  private volatile @Nullable RuntimeException meetsAll;

  @Test
  void whatComesWhileAnotherIsBeingWrittenSharesATransactionOfItsOrganization() {
    begin("first", ORGANIZATION);
    IntStream.range(0, 100).forEach(i -> begin("later " + i, ORGANIZATION));
    begin("elsewhere", UUID.randomUUID());
    end();

    assertThat(failures).isEmpty();
    assertThat(committed).contains(List.of("first"), List.of("elsewhere")).hasSize(4);
    assertThat(committed).anyMatch(group -> group.size() == EventsTogether.MOST);
    assertThat(committed.stream().flatMap(List::stream)).hasSize(102).doesNotHaveDuplicates();
  }

  @Test
  void oneThatCannotBeWrittenFailsByItself() {
    begin("first", ORGANIZATION);
    IntStream.range(0, 10).forEach(i -> begin("later " + i, ORGANIZATION));
    begin(POISON, ORGANIZATION);
    end();

    assertThat(failures).containsOnlyKeys(POISON);
    assertThat(committed.stream().flatMap(List::stream)).hasSize(11).doesNotContain(POISON);
  }

  @Test
  void oneThatComesFirstAndCannotBeWrittenFailsByItself() {
    begin(POISON, ORGANIZATION);
    IntStream.range(0, 10).forEach(i -> begin("later " + i, ORGANIZATION));
    end();

    assertThat(failures).containsOnlyKeys(POISON);
    assertThat(committed.stream().flatMap(List::stream)).hasSize(10).doesNotContain(POISON);
  }

  static List<RuntimeException> whatMeetsAllWhoWait() {
    return List.of(
        new IllegalStateException(new SQLException("The server is away", "08S01")),
        new IllegalStateException(
            ProblemException.of(ProblemType.TOO_MUCH_AT_ONCE, "No connection of its share")));
  }

  @ParameterizedTest
  @MethodSource("whatMeetsAllWhoWait")
  void whoWaitsForWhatMeetsAllIsToldWithTheFirst(RuntimeException failure) {
    meetsAll = failure;
    begin("first", ORGANIZATION);
    IntStream.range(0, 100).forEach(i -> begin("later " + i, ORGANIZATION));
    end();
    assertThat(failures).hasSize(101);
    assertThat(tries).hasValue(1);

    meetsAll = null;
    together.write(event("afterwards", ORGANIZATION));
    assertThat(committed).containsExactly(List.of("afterwards"));
  }

  /** Returns when it is being written, or waits for one that is. */
  private void begin(String operation, UUID organizationId) {
    Thread thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    together.write(event(operation, organizationId));
                  } catch (RuntimeException failure) {
                    failures.put(operation, failure);
                  }
                });
    threads.add(thread);
    while (thread.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
  }

  private void end() {
    database.countDown();
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void transaction(List<Occurrence> occurrences) {
    try {
      database.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    List<String> group = occurrences.stream().map(one -> one.operation().id()).toList();
    tries.incrementAndGet();
    if (meetsAll instanceof RuntimeException failure) {
      throw failure;
    }
    if (group.contains(POISON)) {
      throw new IllegalStateException("Data too long for a column");
    }
    assertThat(occurrences)
        .extracting(Occurrence::organizationId)
        .containsOnly(occurrences.getFirst().organizationId());
    committed.add(group);
  }

  private static Occurrence event(String operation, UUID organizationId) {
    return Occurrence.of(
        Operation.system(operation, organizationId), EventOutcome.SUCCEEDED, null, List.of());
  }
}
