package app.upline.platform.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers everything that nothing else has answered, and writes the one log line about it. */
@Singleton
final class UnexpectedFailureHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {
  private static final Logger LOG = LoggerFactory.getLogger(UnexpectedFailureHandler.class);

  @Override
  @SuppressWarnings("rawtypes")
  public HttpResponse<?> handle(HttpRequest request, Throwable failure) {
    ProblemException problem = Failures.problem(failure);
    if (problem.type() == ProblemType.INTERNAL_ERROR) {
      FailureTrace.log(request, failure);
    } else if (problem.type() == ProblemType.UNAVAILABLE) {
      LOG.warn("Request {} found no database: {}", RequestId.of(request), failure.getClass());
    }
    return Refusals.answer(request, problem);
  }
}
