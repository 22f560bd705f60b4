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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the operation by method and address alone, and only then asks whether its media types are
 * the caller's. The framework lets them choose between addresses: a caller who takes JSON best
 * would be sent from {@code /relationships/export} to {@code /relationships/{id}}. A refusal waits
 * until the caller is known, counted and let in ({@link RequestCheckFilter}). What has an address
 * of its own is not the page's, which answers for whatever could be one of its addresses.
 */
@Singleton
@Replaces(DefaultRouter.class)
final class NegotiatingRouter extends DefaultRouter {
  /** The attribute of a request whose media types its operation does not take or answer. */
  static final String REFUSAL = "app.upline.media-type-refusal";

  private static final Pattern VARIABLE = Pattern.compile("\\{[^}]*}");
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
    List<UriRouteMatch<T, R>> all =
        this.<T, R>find(request.getMethod(), request.getPath(), request).toList();
    Optional<UriRouteMatch<T, R>> closest =
        all.stream()
            .min(
                Comparator.<UriRouteMatch<?, ?>>comparingInt(NegotiatingRouter::variables)
                    .thenComparing(Comparator.comparingInt(NegotiatingRouter::spelled).reversed()));
    Optional<RequestForm> form = closest.flatMap(this::form);
    if (form.isEmpty() && all.size() < 2) {
      return super.findClosest(request);
    }
    form.ifPresent(of -> checkConsumed(request, of, closest.get()));
    boolean isNamed = form.isPresent() && formatIsNamed(request, form.get());
    if (!isNamed && !isAccepted(request, closest.get())) {
      request.setAttribute(
          REFUSAL,
          ProblemException.of(
              ProblemType.NOT_ACCEPTABLE, "Ask for a content type that the operation lists."));
    }
    return closest.get();
  }

  private static void checkConsumed(
      HttpRequest<?> request, RequestForm form, UriRouteMatch<?, ?> match) {
    List<MediaType> consumes = match.getRouteInfo().getConsumes();
    request
        .getContentType()
        .filter(type -> !form.bodies().isEmpty() && !consumes.isEmpty())
        .filter(type -> !match.getRouteInfo().doesConsume(type))
        .ifPresent(type -> request.setAttribute(REFUSAL, notConsumed(request, consumes)));
  }

  private Optional<RequestForm> form(UriRouteMatch<?, ?> match) {
    return match instanceof MethodBasedRouteMatch<?, ?> method
        ? forms.find(method.getName())
        : Optional.empty();
  }

  private static int variables(UriRouteMatch<?, ?> match) {
    return match.getVariableValues().size();
  }

  /** How much of an address is said by the route itself. */
  private static int spelled(UriRouteMatch<?, ?> match) {
    String template = match.getRouteInfo().getUriMatchTemplate().toPathString();
    return VARIABLE.matcher(template).replaceAll("").length();
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
