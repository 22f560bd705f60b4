package app.upline.platform.edge;

import app.upline.testing.Gate;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** An operation that answers when the test says so. */
@Controller("/test/slow")
@Requires(property = "upline.test.slow-controller")
@Secured(SecurityRule.IS_ANONYMOUS)
class SlowController {
  volatile Gate gate = Gate.closed();

  @Get
  String slow() throws InterruptedException {
    gate.pass();
    return "{}";
  }
}
