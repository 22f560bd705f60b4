package app.upline.testing;

import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Callers who all begin in the same moment. */
public final class Simultaneously {

  private Simultaneously() {}

  /** What so many get who ask the same, when all have it. */
  public static <T> List<T> times(int many, Callable<T> call) throws Exception {
    return all(Collections.nCopies(many, call));
  }

  /** The statuses of what these answer, in their order. */
  @SafeVarargs
  public static List<Integer> statuses(Callable<Response>... calls) throws Exception {
    return all(List.of(calls)).stream().map(Response::statusCode).toList();
  }

  /** What these get, in their order, when all have it. */
  public static <T> List<T> all(List<Callable<T>> calls) throws Exception {
    CyclicBarrier start = new CyclicBarrier(calls.size());
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> answers =
          calls.stream()
              .map(
                  call ->
                      callers.submit(
                          () -> {
                            start.await();
                            return call.call();
                          }))
              .toList();
      callers.close();
      return answers.stream().map(Future::resultNow).toList();
    }
  }
}
