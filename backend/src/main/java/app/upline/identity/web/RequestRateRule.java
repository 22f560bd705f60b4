package app.upline.identity.web;

import app.upline.platform.contract.ContractOperations;
import app.upline.platform.contract.ContractOperations.Operation;
import app.upline.platform.http.ClientSources;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.throttle.Allowance;
import app.upline.platform.throttle.RequestRates;
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
 * Counts every request to the API for whoever makes it, before it is asked what they may do: a
 * refusal costs as much. Whoever shows no token, or a bad one, is counted by address. It decides
 * nothing else.
 */
@Singleton
final class RequestRateRule implements SecurityRule<HttpRequest<?>> {
  /** Where the answer finds what to say of it. */
  static final String ALLOWANCE = "app.upline.allowance";

  private static final String API = "/v1/";

  private final RequestRates rates;
  private final ContractOperations contract;
  private final ClientSources sources;

  RequestRateRule(RequestRates rates, ContractOperations contract, ClientSources sources) {
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
    if (!request.getPath().startsWith(API)) {
      return Mono.just(SecurityRuleResult.UNKNOWN);
    }
    int cost =
        RoutedOperations.idOf(request)
            .flatMap(contract::find)
            .map(Operation::cost)
            .orElse(Operation.USUAL_COST);
    Allowance allowance =
        authentication == null
            ? rates.ofSource(sources.of(request).network(), cost)
            : rates.ofCaller(authentication.getName(), cost);
    request.setAttribute(ALLOWANCE, allowance);
    return allowance.retryAfter() == null
        ? Mono.just(SecurityRuleResult.UNKNOWN)
        : Mono.error(ProblemException.tooFast(allowance.retryAfter()));
  }
}
