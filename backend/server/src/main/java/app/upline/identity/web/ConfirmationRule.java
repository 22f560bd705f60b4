package app.upline.identity.web;

import app.upline.identity.Caller;
import app.upline.identity.session.Confirmations;
import app.upline.platform.contract.ContractOperations;
import app.upline.platform.contract.ContractOperations.Operation;
import app.upline.platform.problem.ProblemException;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecuredAnnotationRule;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import jakarta.inject.Singleton;
import java.util.Collections;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Asks people for what the contract marks {@code x-recent-sign-in} to have shown lately who they
 * are. A caller who may not do it anyway is told that instead. Machines never hold such a token for
 * long, and may do most of it not at all.
 */
@Singleton
final class ConfirmationRule implements SecurityRule<HttpRequest<?>> {
  private final ContractOperations contract;
  private final Confirmations confirmations;

  ConfirmationRule(ContractOperations contract, Confirmations confirmations) {
    this.contract = contract;
    this.confirmations = confirmations;
  }

  /** After the rule of second factors, before that of roles, which decides for good. */
  @Override
  public int getOrder() {
    return SecuredAnnotationRule.ORDER - 5;
  }

  @Override
  public Publisher<SecurityRuleResult> check(
      HttpRequest<?> request, @Nullable Authentication authentication) {
    boolean missing =
        authentication != null
            && authentication.getAttributes().get(Caller.ATTRIBUTE) instanceof Caller caller
            && caller.sessionId() != null
            && !confirmations.isRecent(caller)
            && RoutedOperations.idOf(request)
                .flatMap(contract::find)
                .filter(Operation::recentSignIn)
                .filter(operation -> mayCall(authentication, operation))
                .isPresent();
    return missing
        ? Mono.error(
            ProblemException.of(
                SignInProblem.CONFIRMATION_REQUIRED,
                "First confirm your identity: POST /v1/me/confirmations with your password or a code, or"
                    + " sign in again."))
        : Mono.just(SecurityRuleResult.UNKNOWN);
  }

  private static boolean mayCall(Authentication authentication, Operation operation) {
    return !Collections.disjoint(authentication.getRoles(), operation.roles());
  }
}
