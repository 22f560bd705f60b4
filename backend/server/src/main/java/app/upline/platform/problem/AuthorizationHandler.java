package app.upline.platform.problem;

import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.security.authentication.AuthorizationException;
import io.micronaut.security.authentication.DefaultAuthorizationExceptionHandler;
import jakarta.inject.Singleton;

/** 401 to someone unknown, 403 to someone whose roles do not suffice; never a redirect. */
@Singleton
@Replaces(DefaultAuthorizationExceptionHandler.class)
final class AuthorizationHandler
    implements ExceptionHandler<AuthorizationException, MutableHttpResponse<?>> {
  private final ErrorResponseProcessor<?> problems;

  AuthorizationHandler(ErrorResponseProcessor<?> problems) {
    this.problems = problems;
  }

  @Override
  @SuppressWarnings({"rawtypes", "unchecked"})
  public MutableHttpResponse<?> handle(HttpRequest request, AuthorizationException refusal) {
    HttpStatus status = refusal.isForbidden() ? HttpStatus.FORBIDDEN : HttpStatus.UNAUTHORIZED;
    ErrorContext context = ErrorContext.builder(request).cause(refusal).build();
    return problems.processResponse(context, HttpResponse.status(status));
  }
}
