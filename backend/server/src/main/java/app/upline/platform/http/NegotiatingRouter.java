package app.upline.platform.http;

import app.upline.platform.contract.RequestForm;
import app.upline.platform.contract.RequestForms;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.problem.ProblemType;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.web.router.DefaultRouter;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteBuilder;
import io.micronaut.web.router.UriRouteMatch;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the operation by method and address alone, and only then asks whether its media types are
 * the caller's. The framework lets them choose between addresses: a caller who takes JSON best
 * would be sent from {@code /relationships/export} to {@code /relationships/{id}}. A refusal waits
 * until the caller is known, counted and let in ({@link RequestCheckFilter}).
 */
@Singleton
@Replaces(DefaultRouter.class)
final class NegotiatingRouter extends DefaultRouter {
  /** The attribute of a request whose media types its operation does not take or answer. */
  static final String REFUSAL = "app.upline.media-type-refusal";

  private static final String FORMAT = "format";
  private static final String ACCEPT_PATCH = "Accept-Patch";

  private final RequestForms forms;

  @Inject
  NegotiatingRouter(Collection<RouteBuilder> builders, RequestForms forms) {
    super(builders);
    this.forms = forms;
  }

  @Override
  public <T, R> @Nullable UriRouteMatch<T, R> findClosest(HttpRequest<?> request) {
    Optional<UriRouteMatch<T, R>> closest =
        this.<T, R>find(request.getMethod(), request.getPath(), request)
            .min(Comparator.comparingInt(NegotiatingRouter::variables));
    Optional<RequestForm> form = closest.flatMap(this::form);
    if (form.isEmpty()) {
      return super.findClosest(request);
    }
    List<MediaType> consumes = closest.get().getRouteInfo().getConsumes();
    request
        .getContentType()
        .filter(type -> !form.get().bodies().isEmpty() && !consumes.isEmpty())
        .filter(type -> !closest.get().getRouteInfo().doesConsume(type))
        .ifPresent(type -> request.setAttribute(REFUSAL, notConsumed(request, consumes)));
    if (!formatIsNamed(request, form.get()) && !isAccepted(request, closest.get())) {
      request.setAttribute(
          REFUSAL,
          ProblemException.of(
              ProblemType.NOT_ACCEPTABLE, "Ask for a content type that the operation lists."));
    }
    return closest.get();
  }

  private Optional<RequestForm> form(UriRouteMatch<?, ?> match) {
    return match instanceof MethodBasedRouteMatch<?, ?> method
        ? forms.find(method.getName())
        : Optional.empty();
  }

  private static int variables(UriRouteMatch<?, ?> match) {
    return match.getVariableValues().size();
  }

  private static boolean formatIsNamed(HttpRequest<?> request, RequestForm form) {
    return request.getParameters().contains(FORMAT)
        && form.in("query").stream().anyMatch(parameter -> parameter.name().equals(FORMAT));
  }

  private static boolean isAccepted(HttpRequest<?> request, UriRouteMatch<?, ?> match) {
    Acceptance acceptance = Acceptance.of(request);
    List<MediaType> produces =
        match.getRouteInfo().getProduces().stream().filter(type -> !isProblem(type)).toList();
    return produces.isEmpty()
        || produces.stream().anyMatch(type -> acceptance.takes(type.getName()));
  }

  static boolean isProblem(MediaType type) {
    return type.getName().equals(MediaType.APPLICATION_JSON_PROBLEM);
  }

  private static ProblemException notConsumed(HttpRequest<?> request, List<MediaType> consumes) {
    String types = consumes.stream().map(MediaType::getName).collect(Collectors.joining(", "));
    return ProblemException.of(
            ProblemType.UNSUPPORTED_MEDIA_TYPE, "Send the body as %s.".formatted(types))
        .header(request.getMethod() == HttpMethod.PATCH ? ACCEPT_PATCH : HttpHeaders.ACCEPT, types);
  }
}
