package app.upline.identity.web;

import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import java.util.Optional;

/** Which operation of the contract a request is routed to: the generated methods are named so. */
final class RoutedOperations {
  private RoutedOperations() {}

  static Optional<String> idOf(HttpRequest<?> request) {
    return RouteAttributes.getRouteMatch(request)
        .filter(MethodBasedRouteMatch.class::isInstance)
        .map(match -> ((MethodBasedRouteMatch<?, ?>) match).getName());
  }
}
