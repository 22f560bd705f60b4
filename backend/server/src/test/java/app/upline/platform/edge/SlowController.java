package app.upline.platform.edge;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;

/** An operation that answers when the test says so. */
@Controller("/test/slow")
@Requires(property = "upline.test.slow-controller")
@Secured(SecurityRule.IS_ANONYMOUS)
class SlowController {
  volatile CountDownLatch gate = new CountDownLatch(1);

  /** How many have come so far. */
  final Semaphore arrived = new Semaphore(0);

  @Get
  String slow() throws InterruptedException {
    arrived.release();
    gate.await();
    return "{}";
  }
}
