package app.upline.platform.form;

import app.upline.platform.contract.RequestForms;
import app.upline.platform.contract.Schema;
import app.upline.platform.http.ClientSources;
import app.upline.platform.http.RoutedOperation;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.problem.ProblemType;
import app.upline.platform.share.CallersOrganization;
import app.upline.platform.share.UploadPlace;
import app.upline.platform.share.UploadQueue;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.FilterContinuation;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads the form of a request that has one, when there is a place for it, and lets go of it when
 * the request is answered, whatever the answer is. Innermost: nothing is read for a caller who may
 * not send it. The framework's own reader, which keeps parts in the temporary folder and forgets
 * those of a refused request there, gets to read nothing.
 */
@ServerFilter(
    value = ServerFilter.MATCH_ALL_PATTERN,
    methods = {HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH})
@Order(Ordered.LOWEST_PRECEDENCE)
final class FormFilter {
  private final FormReader parts;
  private final FieldReader fields;
  private final RequestForms forms;
  private final List<FormRefusals> refusals;
  private final UploadQueue queue;
  private final CallersOrganization callers;
  private final ClientSources sources;

  FormFilter(
      FormReader parts,
      FieldReader fields,
      RequestForms forms,
      List<FormRefusals> refusals,
      UploadQueue queue,
      CallersOrganization callers,
      ClientSources sources) {
    this.queue = queue;
    this.callers = callers;
    this.sources = sources;
    this.refusals = refusals;
    this.parts = parts;
    this.fields = fields;
    this.forms = forms;
  }

  @RequestFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  HttpResponse<?> hold(HttpRequest<?> request, FilterContinuation<HttpResponse<?>> next)
      throws IOException {
    Optional<MediaType> type = request.getContentType();
    boolean inParts = type.filter(MediaType.MULTIPART_FORM_DATA_TYPE::matches).isPresent();
    boolean inOneLine =
        type.filter(MediaType.APPLICATION_FORM_URLENCODED_TYPE::matches).isPresent();
    if ((!inParts && !inOneLine) || RouteAttributes.getRouteMatch(request).isEmpty()) {
      return next.proceed();
    }
    try (UploadPlace place = queue.enter(request, operation(request));
        Form form = read(request, inParts)) {
      request.setAttribute(Form.ATTRIBUTE, form);
      return next.proceed();
    } catch (ProblemException refusal) {
      return refused(request, refusal);
    }
  }

  private HttpResponse<?> refused(HttpRequest<?> request, ProblemException refusal) {
    Optional<String> operation = operation(request);
    return refusals.stream()
        .filter(words -> refusal.type() == ProblemType.MALFORMED_REQUEST)
        .filter(words -> operation.filter(words.operation()::equals).isPresent())
        .findFirst()
        .<HttpResponse<?>>map(words -> words.answer(refusal))
        .orElseThrow(() -> refusal);
  }

  private static Optional<String> operation(HttpRequest<?> request) {
    return RouteAttributes.getRouteMatch(request)
        .filter(MethodBasedRouteMatch.class::isInstance)
        .map(match -> ((MethodBasedRouteMatch<?, ?>) match).getName());
  }

  private Form read(HttpRequest<?> request, boolean inParts) throws IOException {
    Schema schema = schema(request, inParts);
    String owner =
        callers.current().map(UUID::toString).orElseGet(() -> sources.of(request).network());
    try (InputStream body = ((ServerHttpRequest<?>) request).byteBody().toInputStream()) {
      return inParts
          ? parts.read(request.getHeaders().get(HttpHeaders.CONTENT_TYPE), body, schema, owner)
          : fields.read(body, schema, owner);
    }
  }

  private @Nullable Schema schema(HttpRequest<?> request, boolean inParts) {
    String type = inParts ? MediaType.MULTIPART_FORM_DATA : MediaType.APPLICATION_FORM_URLENCODED;
    return RoutedOperation.of(request, forms)
        .map(operation -> operation.form().bodies().get(type))
        .orElse(null);
  }
}
