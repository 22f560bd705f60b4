package app.upline.identity.web;

import app.upline.platform.contract.ContractOperations;
import app.upline.platform.contract.ContractOperations.Operation;
import app.upline.platform.http.ClientSources;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.throttle.Allowance;
import app.upline.platform.throttle.RequestRateLimits;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Counts every request for its caller, before it is asked what they may do: a refusal costs as
 * much. Requests without a good token are counted by address; so are those beside the API, each in
 * an allowance of its own: reading the manual uses up no sign-ins, and nothing keeps a balancer
 * from asking after the service's health. It decides nothing else.
 */
@Singleton
final class RequestRateRule implements SecurityRule<HttpRequest<?>> {
  /** Where the answer finds what to say of it. */
  static final String ALLOWANCE = "app.upline.allowance";

  private static final String API = "/v1/";
  private static final String HEALTH = "/health";

  private final RequestRateLimits rates;
  private final ContractOperations contract;
  private final ClientSources sources;

  RequestRateRule(RequestRateLimits rates, ContractOperations contract, ClientSources sources) {
    this.rates = rates;
    this.contract = contract;
    this.sources = sources;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public Publisher<SecurityRuleResult> check(
      HttpRequest<?> request, @Nullable Authentication authentication) {
    Allowance allowance = allowance(request, authentication);
    request.setAttribute(ALLOWANCE, allowance);
    return allowance.retryAfter() == null
        ? Mono.just(SecurityRuleResult.UNKNOWN)
        : Mono.error(ProblemException.tooFast(allowance.retryAfter()));
  }

  private Allowance allowance(HttpRequest<?> request, @Nullable Authentication authentication) {
    String path = request.getPath();
    String network = sources.of(request).network();
    if (!path.startsWith(API)) {
      return rates.ofSource((isHealth(path) ? "health " : "files ") + network, 1);
    }
    int cost =
        RoutedOperations.idOf(request)
            .flatMap(contract::find)
            .map(Operation::cost)
            .orElse(Operation.USUAL_COST);
    return authentication == null
        ? rates.ofSource(network, cost)
        : rates.ofCaller(authentication.getName(), cost);
  }

  private static boolean isHealth(String path) {
    return path.equals(HEALTH) || path.startsWith(HEALTH + "/");
  }
}
