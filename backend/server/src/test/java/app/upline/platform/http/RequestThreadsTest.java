package app.upline.platform.http;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.propagation.PropagatedContext;
import io.micronaut.core.propagation.PropagatedContextElement;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@MicronautTest
class RequestThreadsTest {

  @Inject
  @Named(TaskExecutors.BLOCKING)
  ExecutorService ofRequests;

  @Test
  void aRequestHasAThreadOfTheOperatingSystem() throws Exception {
    assertThat(ofRequests.submit(() -> Thread.currentThread().isVirtual()).get(10, SECONDS))
        .isFalse();
  }

  @Test
  void aThreadKnowsTheRequestThatItWorksForAndNoOther() throws Exception {
    assertThat(work("first").get(10, SECONDS)).contains(new Work("first"));
    assertThat(work("second").get(10, SECONDS)).contains(new Work("second"));
    assertThat(ofRequests.submit(RequestThreadsTest::known).get(10, SECONDS)).isEmpty();
  }

  private Future<Optional<Work>> work(String name) {
    try (PropagatedContext.Scope ignored = during(name)) {
      return ofRequests.submit(RequestThreadsTest::known);
    }
  }

  private static PropagatedContext.Scope during(String name) {
    return PropagatedContext.empty().plus(new Work(name)).propagate();
  }

  private static Optional<Work> known() {
    return PropagatedContext.getOrEmpty().find(Work.class);
  }

  /** What a request brings along from thread to thread. */
  private record Work(String name) implements PropagatedContextElement {}

  @Test
  void whoComesWhenAllAreWaitingIsServedByAVirtualOne() throws Exception {
    try (ExecutorService threads =
        RequestThreads.atMost(2, Executors.newVirtualThreadPerTaskExecutor())) {
      CountDownLatch waited = new CountDownLatch(1);
      List<Future<Boolean>> waiting = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        waiting.add(
            threads.submit(
                () -> {
                  waited.await();
                  return Thread.currentThread().isVirtual();
                }));
      }
      assertThat(threads.submit(() -> Thread.currentThread().isVirtual()).get(10, SECONDS))
          .isTrue();
      waited.countDown();
      for (Future<Boolean> one : waiting) {
        assertThat(one.get(10, SECONDS)).isFalse();
      }
    }
  }
}
