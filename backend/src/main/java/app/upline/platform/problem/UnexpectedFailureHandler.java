package app.upline.platform.problem;

import app.upline.platform.persistence.DatabaseFailure;
import app.upline.platform.persistence.DatabaseStanding;
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

  private final DatabaseStanding standing;

  UnexpectedFailureHandler(DatabaseStanding standing) {
    this.standing = standing;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public HttpResponse<?> handle(HttpRequest request, Throwable failure) {
    ProblemException problem = Failures.problem(failure);
    if (problem.type() == ProblemType.INTERNAL_ERROR) {
      FailureTrace.log(request, failure);
    } else {
      DatabaseFailure.of(failure).ifPresent(met -> note(request, met, failure));
    }
    return Refusals.answer(request, problem);
  }

  private void note(HttpRequest<?> request, DatabaseFailure met, Throwable failure) {
    standing.note(met);
    if (met == DatabaseFailure.NO_CONNECTION) {
      NoConnection.mark(request);
    }
    LOG.warn("Request {} {}: {}", RequestId.of(request), met.what(), failure.getClass().getName());
  }
}
