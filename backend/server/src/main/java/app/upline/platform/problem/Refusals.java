package app.upline.platform.problem;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;

/** Problems as HTTP answers. */
final class Refusals {
  private static final String BEARER_CHALLENGE = "Bearer";

  private Refusals() {}

  static MutableHttpResponse<ProblemDocument> answer(
      HttpRequest<?> request, ProblemException problem) {
    return fill(HttpResponse.status(HttpStatus.OK), request, problem);
  }

  /** Makes a problem of an answer that the framework has begun, keeping headers such as Allow. */
  static MutableHttpResponse<ProblemDocument> fill(
      MutableHttpResponse<?> begun, HttpRequest<?> request, ProblemException problem) {
    CatalogEntry type = problem.type();
    MutableHttpResponse<ProblemDocument> answer =
        begun
            .status(type.status(), type.title())
            .body(ProblemDocument.of(problem, RequestId.of(request)))
            .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
    if (type == ProblemType.UNAUTHENTICATED) {
      answer.header(HttpHeaders.WWW_AUTHENTICATE, BEARER_CHALLENGE);
    }
    if (problem.retryAfterSeconds() instanceof Integer seconds) {
      answer.header(HttpHeaders.RETRY_AFTER, seconds.toString());
    }
    problem.headers().forEach(answer::header);
    return answer;
  }
}
