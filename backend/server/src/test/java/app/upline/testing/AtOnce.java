package app.upline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Requests that begin at the same moment. */
public final class AtOnce {

  private AtOnce() {}

  /** Their answers, in the order of the calls. */
  @SafeVarargs
  public static List<Response> answers(Callable<Response>... calls) throws Exception {
    CyclicBarrier start = new CyclicBarrier(calls.length);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Response>> answers =
          IntStream.range(0, calls.length)
              .mapToObj(
                  i ->
                      pool.submit(
                          () -> {
                            start.await();
                            return calls[i].call();
                          }))
              .toList();
      pool.shutdown();
      assertThat(pool.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
      return answers.stream().map(Future::resultNow).toList();
    }
  }

  public static List<Integer> statuses(List<Response> answers) {
    return answers.stream().map(Response::statusCode).toList();
  }
}
