package app.upline.platform.problem;

import app.upline.platform.validation.Fault;
import io.micronaut.core.annotation.AnnotationMetadata;
import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.QueryValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Says which parameter is wrong or missing, by the name it has in the contract. */
final class ParameterFaults {
  private ParameterFaults() {}

  static ProblemException wrong(ConversionErrorException failure, HttpRequest<?> request) {
    Argument<?> argument = failure.getArgument();
    if (isBody(argument)) {
      return unreadableBody(failure);
    }
    if (argument.getAnnotationMetadata().hasAnnotation(PathVariable.class)) {
      // An id that cannot be one names nothing that exists.
      return ProblemException.notFound("address");
    }
    ExpectedForm form = ExpectedForm.of(argument.getType());
    String pointer = pointer(argument).orElseGet(() -> pointerByValue(failure, request));
    return ProblemException.malformed(List.of(new Fault(pointer, form.code(), form.message())));
  }

  static ProblemException missing(Argument<?> argument) {
    String message = isBody(argument) ? "Send a body." : "This is required.";
    String pointer = isBody(argument) ? "" : pointer(argument).orElse("?" + argument.getName());
    return ProblemException.malformed(List.of(new Fault(pointer, "REQUIRED", message)));
  }

  static ProblemException unreadableBody(Throwable failure) {
    return ProblemException.malformed(List.of(BodyFaults.of(failure)));
  }

  private static boolean isBody(Argument<?> argument) {
    return argument.getAnnotationMetadata().hasAnnotation(Body.class);
  }

  private static Optional<String> pointer(Argument<?> argument) {
    AnnotationMetadata annotations = argument.getAnnotationMetadata();
    if (annotations.hasAnnotation(Part.class)) {
      return annotations.stringValue(Part.class).map(name -> "/" + name);
    }
    return Stream.of(QueryValue.class, Header.class)
        .flatMap(kind -> annotations.stringValue(kind).stream())
        .findFirst()
        .map(name -> "?" + name);
  }

  /** An item of a list does not know the list's name; the query does. */
  private static String pointerByValue(ConversionErrorException failure, HttpRequest<?> request) {
    String value = failure.getConversionError().getOriginalValue().map(Object::toString).orElse("");
    return request.getParameters().asMap().entrySet().stream()
        .filter(parameter -> holds(parameter.getValue(), value))
        .findFirst()
        .map(Map.Entry::getKey)
        .map(name -> "?" + name)
        .orElse("");
  }

  private static boolean holds(List<String> texts, String value) {
    return texts.stream().anyMatch(text -> List.of(text.split(",")).contains(value));
  }
}
