package app.upline.identity.web;

import app.upline.identity.Caller;
import app.upline.platform.problem.ProblemException;
import io.micronaut.http.HttpRequest;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.rules.SecuredAnnotationRule;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.security.rules.SecurityRuleResult;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * A person who signed in without the second factor that the organization requires may begin to use
 * one, and nothing else. Asked before the roles are.
 */
@Singleton
final class SecondFactorRule implements SecurityRule<HttpRequest<?>> {
  private static final Set<String> ALLOWED =
      Set.of("getCurrentUser", "beginSecondFactor", "confirmSecondFactor");

  @Override
  public int getOrder() {
    return SecuredAnnotationRule.ORDER - 10;
  }

  @Override
  public Publisher<SecurityRuleResult> check(
      HttpRequest<?> request, @Nullable Authentication authentication) {
    boolean lacking =
        authentication != null
            && authentication.getAttributes().get(Caller.ATTRIBUTE) instanceof Caller caller
            && caller.lacksSecondFactor();
    return lacking && RoutedOperations.idOf(request).filter(ALLOWED::contains).isEmpty()
        ? Mono.error(
            ProblemException.of(
                SignInProblem.SECOND_FACTOR_REQUIRED,
                "Your organization requires a second factor; begin with POST"
                    + " /v1/me/second-factor."))
        : Mono.just(SecurityRuleResult.UNKNOWN);
  }
}
