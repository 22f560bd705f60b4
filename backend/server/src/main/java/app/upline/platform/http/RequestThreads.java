package app.upline.platform.http;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.order.Ordered;
import io.micronaut.inject.BeanIdentifier;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * On which threads requests are worked on: the framework gives each a virtual one of its own, and
 * the first {@value #MANY} at a time have one of the operating system here (ADR 46). A request asks
 * the database ten or twenty times, and a virtual thread pays for each wait: with a timer, with the
 * poller of its socket, and with a processor that has to be woken for it.
 *
 * <p>Whoever comes when all of these are taken has a virtual one, so that nobody waits for those
 * who wait for something.
 */
@Singleton
final class RequestThreads implements BeanCreatedEventListener<ExecutorService>, Ordered {

  /** Some more than there are connections to the database; each takes some 60 kB. */
  static final int MANY = 64;

  private static final int IDLE_SECONDS = 60;

  /** Before the framework's own listener, which lets a thread know what request it works for. */
  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public ExecutorService onCreated(BeanCreatedEvent<ExecutorService> event) {
    BeanIdentifier bean = event.getBeanIdentifier();
    return bean.getName().equals(TaskExecutors.BLOCKING)
        ? atMost(MANY, event.getBean())
        : event.getBean();
  }

  /** Threads of the operating system, which end when they have been idle, and then the others. */
  static ExecutorService atMost(int many, ExecutorService others) {
    return new ThreadPoolExecutor(
        0,
        many,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        Thread.ofPlatform().daemon().name("request-", 1).factory(),
        (task, all) -> others.execute(task)) {
      @Override
      public void shutdown() {
        super.shutdown();
        others.shutdown();
      }
    };
  }
}
