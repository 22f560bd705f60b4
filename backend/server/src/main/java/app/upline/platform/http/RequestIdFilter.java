package app.upline.platform.http;

import app.upline.platform.problem.RequestId;
import io.micronaut.context.propagation.slf4j.MdcPropagationContext;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Map;

/** Gives each request its id before anything else happens, and every log line about it that id. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RequestIdFilter {
  private static final String LOG_KEY = "request";

  @RequestFilter
  void begin(HttpRequest<?> request, MutablePropagatedContext context) {
    String id = RequestId.of(request).toString();
    context.add(new MdcPropagationContext(Map.of(LOG_KEY, id)));
  }
}
