package app.upline.testing;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Callers who all begin in the same moment. */
public final class Simultaneously {

  private Simultaneously() {}

  /** What so many get who ask the same, when all have it. */
  public static <T> List<T> times(int many, Callable<T> call) throws Exception {
    CyclicBarrier start = new CyclicBarrier(many);
    try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<T>> answers =
          IntStream.range(0, many)
              .mapToObj(
                  i ->
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
