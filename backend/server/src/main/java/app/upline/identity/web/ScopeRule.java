package app.upline.identity.web;

import app.upline.identity.Caller;
import app.upline.identity.serviceaccount.Scopes;
import app.upline.platform.problem.ForbiddenReason;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecuredAnnotationRule;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Holds machines to their scopes, in one place for every operation there is and will be. The roles
 * are asked besides.
 */
@Singleton
final class ScopeRule implements SecurityRule<HttpRequest<?>> {
  private final Scopes scopes;

  ScopeRule(Scopes scopes) {
    this.scopes = scopes;
  }

  @Override
  public int getOrder() {
    return SecuredAnnotationRule.ORDER - 20;
  }

  @Override
  public Publisher<SecurityRuleResult> check(
      HttpRequest<?> request, @Nullable Authentication authentication) {
    if (authentication == null
        || !(authentication.getAttributes().get(Caller.ATTRIBUTE) instanceof Caller caller)
        || !(caller.scopes() instanceof Set<String> held)) {
      return Mono.just(SecurityRuleResult.UNKNOWN);
    }
    Optional<String> refused =
        RoutedOperations.idOf(request).filter(operation -> !scopes.allow(held, operation));
    refused.ifPresent(operation -> ForbiddenReason.say(request, scopes.lacking(operation)));
    return Mono.just(
        refused.isPresent() ? SecurityRuleResult.REJECTED : SecurityRuleResult.UNKNOWN);
  }
}
