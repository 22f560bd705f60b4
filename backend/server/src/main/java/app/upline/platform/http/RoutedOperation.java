package app.upline.platform.http;

import app.upline.platform.contract.RequestForm;
import app.upline.platform.contract.RequestForms;
import io.micronaut.http.HttpRequest;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.UriRouteMatch;
import java.util.Map;
import java.util.Optional;

/**
 * Which operation of the contract a request is routed to: the generated methods are named so.
 *
 * @param variables of the address
 * @param checksBody whether its room holds the body to the contract by itself
 */
public record RoutedOperation(RequestForm form, Map<String, Object> variables, boolean checksBody) {

  /** Empty for whatever is no operation of the contract. */
  public static Optional<RoutedOperation> of(HttpRequest<?> request, RequestForms forms) {
    return RouteAttributes.getRouteMatch(request)
        .filter(MethodBasedRouteMatch.class::isInstance)
        .flatMap(
            match ->
                forms
                    .find(((MethodBasedRouteMatch<?, ?>) match).getName())
                    .map(
                        form ->
                            new RoutedOperation(
                                form,
                                match instanceof UriRouteMatch<?, ?> route
                                    ? route.getVariableValues()
                                    : Map.of(),
                                match.getAnnotationMetadata().hasAnnotation(ChecksBody.class))));
  }
}
