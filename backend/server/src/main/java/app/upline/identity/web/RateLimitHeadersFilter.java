package app.upline.identity.web;

import app.upline.platform.throttle.Allowance;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Tells callers with each answer how many requests they have left; outermost, refusals too. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class RateLimitHeadersFilter {
  private static final String STANDING = "RateLimit";
  private static final String POLICY = "RateLimit-Policy";

  /** Where another limit was met, the answer speaks of that one already. */
  @ResponseFilter
  void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
    request
        .getAttribute(RequestRateRule.ALLOWANCE, Allowance.class)
        .filter(allowance -> !response.getHeaders().contains(STANDING))
        .ifPresent(
            allowance ->
                response
                    .header(STANDING, allowance.rateLimit())
                    .header(POLICY, allowance.policy()));
  }
}
