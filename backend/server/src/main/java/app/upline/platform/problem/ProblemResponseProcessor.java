package app.upline.platform.problem;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Gives a body to the errors that the framework finds by itself: no such path, wrong method, wrong
 * media type, too large. Its own messages name Java types and are not passed on.
 */
@Singleton
final class ProblemResponseProcessor implements ErrorResponseProcessor<ProblemDocument> {

  private final List<UploadsOfAnyKind> uploads;

  ProblemResponseProcessor(List<UploadsOfAnyKind> uploads) {
    this.uploads = uploads;
  }

  @Override
  public MutableHttpResponse<ProblemDocument> processResponse(
      ErrorContext context, MutableHttpResponse<?> begun) {
    HttpRequest<?> request = context.getRequest();
    if (begun.code() >= 500) {
      context.getRootCause().ifPresent(cause -> FailureTrace.log(request, cause));
    }
    return Refusals.fill(begun, request, problem(begun.code(), request));
  }

  private ProblemException problem(int status, HttpRequest<?> request) {
    return switch (status) {
      case 401 ->
          ProblemException.of(
              ProblemType.UNAUTHENTICATED,
              "Send a valid access token as Authorization: Bearer, or sign in again.");
      case 403 ->
          ProblemException.of(
              ProblemType.FORBIDDEN,
              request
                  .getAttribute(ForbiddenReason.ATTRIBUTE, String.class)
                  .orElse("None of your roles allows this operation."));
      case 404 -> ProblemException.notFound("address");
      case 405 ->
          ProblemException.of(
              ProblemType.METHOD_NOT_ALLOWED,
              "%s is not offered here; the Allow header lists what is."
                  .formatted(request.getMethodName()));
      case 406 ->
          ProblemException.of(
              ProblemType.NOT_ACCEPTABLE, "Ask for a content type that the operation lists.");
      case 412 -> ProblemException.of(ProblemType.PRECONDITION_FAILED, "Read again, then decide.");
      case 413 -> tooLarge(request);
      case 415 ->
          ProblemException.of(
              ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send a content type that the operation lists.");
      case 503 -> Failures.unavailable();
      default ->
          status < 500
              ? ProblemException.of(
                  ProblemType.MALFORMED_REQUEST, "The request is not one that HTTP allows here.")
              : Failures.internal();
    };
  }

  private ProblemException tooLarge(HttpRequest<?> request) {
    boolean upload =
        request
            .getContentType()
            .filter(type -> type.matches(MediaType.MULTIPART_FORM_DATA_TYPE))
            .isPresent();
    boolean workbook =
        upload && uploads.stream().noneMatch(files -> files.areAt(request.getPath()));
    return workbook
        ? ProblemException.of(
            ProblemType.WORKBOOK_TOO_LARGE, "The file has more bytes than the server accepts.")
        : ProblemException.of(
            ProblemType.BODY_TOO_LARGE, "The body has more bytes than the server accepts.");
  }
}
