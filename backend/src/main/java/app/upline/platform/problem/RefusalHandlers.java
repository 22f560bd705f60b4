package app.upline.platform.problem;

import app.upline.platform.validation.Fault;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.bind.exceptions.UnsatisfiedArgumentException;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.codec.CodecException;
import io.micronaut.http.server.exceptions.ConversionErrorHandler;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.JsonExceptionHandler;
import io.micronaut.http.server.exceptions.UnsatisfiedArgumentHandler;
import io.micronaut.http.server.exceptions.UnsatisfiedRouteHandler;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** Turns what the framework throws while it reads a request into problems that name the place. */
@Factory
final class RefusalHandlers {

  @Singleton
  ExceptionHandler<ProblemException, HttpResponse<?>> problem() {
    return Refusals::answer;
  }

  @Singleton
  @Replaces(ConversionErrorHandler.class)
  ExceptionHandler<ConversionErrorException, HttpResponse<?>> wrongValue() {
    return (request, failure) ->
        Refusals.answer(request, wrongValue(failure.getArgument(), failure));
  }

  @Singleton
  @Replaces(UnsatisfiedRouteHandler.class)
  ExceptionHandler<UnsatisfiedRouteException, HttpResponse<?>> missingParameter() {
    return (request, failure) -> Refusals.answer(request, missing(failure.getArgument()));
  }

  @Singleton
  @Replaces(UnsatisfiedArgumentHandler.class)
  ExceptionHandler<UnsatisfiedArgumentException, HttpResponse<?>> missingArgument() {
    return (request, failure) -> Refusals.answer(request, missing(failure.getArgument()));
  }

  @Singleton
  @Replaces(JsonExceptionHandler.class)
  ExceptionHandler<JsonSyntaxException, HttpResponse<?>> brokenJson() {
    return (request, failure) -> Refusals.answer(request, unreadableBody(failure));
  }

  @Singleton
  ExceptionHandler<CodecException, HttpResponse<?>> unreadableBody() {
    return (request, failure) -> Refusals.answer(request, unreadableBody(failure));
  }

  private static ProblemException wrongValue(Argument<?> argument, Throwable failure) {
    if (isBody(argument)) {
      return unreadableBody(failure);
    }
    if (argument.getAnnotationMetadata().hasAnnotation(PathVariable.class)) {
      // An id that cannot be one names nothing that exists.
      return ProblemException.notFound("address");
    }
    ExpectedForm form = ExpectedForm.of(argument.getType());
    return ProblemException.malformed(
        List.of(new Fault(pointer(argument), form.code(), form.message())));
  }

  private static ProblemException missing(Argument<?> argument) {
    String message = isBody(argument) ? "Send a body." : "This is required.";
    String pointer = isBody(argument) ? "" : pointer(argument);
    return ProblemException.malformed(List.of(new Fault(pointer, "REQUIRED", message)));
  }

  private static ProblemException unreadableBody(Throwable failure) {
    return ProblemException.malformed(List.of(BodyFaults.of(failure)));
  }

  private static boolean isBody(Argument<?> argument) {
    return argument.getAnnotationMetadata().hasAnnotation(Body.class);
  }

  private static String pointer(Argument<?> argument) {
    AnnotationMetadata annotations = argument.getAnnotationMetadata();
    if (annotations.hasAnnotation(Part.class)) {
      return "/" + annotations.stringValue(Part.class).orElseGet(argument::getName);
    }
    return "?"
        + Stream.of(QueryValue.class, Header.class)
            .flatMap(kind -> annotations.stringValue(kind).stream())
            .findFirst()
            .orElseGet(argument::getName);
  }
}
