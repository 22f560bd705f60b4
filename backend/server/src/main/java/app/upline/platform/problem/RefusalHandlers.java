package app.upline.platform.problem;

import app.upline.platform.outcome.OfferedSteps;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.bind.exceptions.UnsatisfiedArgumentException;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.codec.CodecException;
import io.micronaut.http.server.exceptions.ConversionErrorHandler;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.JsonExceptionHandler;
import io.micronaut.http.server.exceptions.UnsatisfiedArgumentHandler;
import io.micronaut.http.server.exceptions.UnsatisfiedRouteHandler;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;

/** Turns what the framework throws while it reads a request into problems that name the place. */
@Factory
final class RefusalHandlers {

  @Singleton
  ExceptionHandler<ProblemException, HttpResponse<?>> problem(OfferedSteps steps) {
    return (request, problem) -> Refusals.answer(request, problem.offering(steps));
  }

  @Singleton
  @Replaces(ConversionErrorHandler.class)
  ExceptionHandler<ConversionErrorException, HttpResponse<?>> wrongValue() {
    return (request, failure) -> Refusals.answer(request, ParameterFaults.wrong(failure, request));
  }

  @Singleton
  @Replaces(UnsatisfiedRouteHandler.class)
  ExceptionHandler<UnsatisfiedRouteException, HttpResponse<?>> missingParameter() {
    return (request, failure) ->
        Refusals.answer(request, ParameterFaults.missing(failure.getArgument()));
  }

  @Singleton
  @Replaces(UnsatisfiedArgumentHandler.class)
  ExceptionHandler<UnsatisfiedArgumentException, HttpResponse<?>> missingArgument() {
    return (request, failure) ->
        Refusals.answer(request, ParameterFaults.missing(failure.getArgument()));
  }

  @Singleton
  @Replaces(JsonExceptionHandler.class)
  ExceptionHandler<JsonSyntaxException, HttpResponse<?>> brokenJson() {
    return (request, failure) -> Refusals.answer(request, ParameterFaults.unreadableBody(failure));
  }

  @Singleton
  ExceptionHandler<CodecException, HttpResponse<?>> unreadableBody() {
    return (request, failure) -> Refusals.answer(request, ParameterFaults.unreadableBody(failure));
  }
}
