package app.upline.platform.problem;

import app.upline.platform.contract.ContractOperations;
import app.upline.platform.contract.ContractOperations.Operation;
import app.upline.platform.persistence.DatabaseFailure;
import app.upline.platform.persistence.DatabaseStanding;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers everything that nothing else has answered, and writes the one log line about it. */
@Singleton
final class UnexpectedFailureHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {
  private static final Logger LOG = LoggerFactory.getLogger(UnexpectedFailureHandler.class);

  private final DatabaseStanding standing;
  private final ContractOperations contract;

  UnexpectedFailureHandler(DatabaseStanding standing, ContractOperations contract) {
    this.standing = standing;
    this.contract = contract;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public HttpResponse<?> handle(HttpRequest request, Throwable failure) {
    ProblemException problem = Failures.problem(failure);
    if (problem.type() == ProblemType.WRONG_STATE && !mayConflict(request)) {
      problem = Failures.internal();
    }
    if (problem.type() == ProblemType.INTERNAL_ERROR) {
      FailureTrace.log(request, failure);
    } else {
      DatabaseFailure.of(failure).ifPresent(met -> note(request, met, failure));
    }
    return Refusals.answer(request, problem);
  }

  /** What is there already, and is in the way of what adds nothing, is nothing to decide about. */
  private boolean mayConflict(HttpRequest<?> request) {
    return RouteAttributes.getRouteMatch(request)
        .filter(MethodBasedRouteMatch.class::isInstance)
        .flatMap(match -> contract.find(((MethodBasedRouteMatch<?, ?>) match).getName()))
        .map(Operation::conflicts)
        .orElse(true);
  }

  private void note(HttpRequest<?> request, DatabaseFailure met, Throwable failure) {
    standing.note(met);
    if (met == DatabaseFailure.NO_CONNECTION) {
      NoConnection.mark(request);
    }
    LOG.warn("Request {} {}: {}", RequestId.of(request), met.what(), failure.getClass().getName());
  }
}
