package app.upline.audit.web;

import app.upline.audit.Actor;
import app.upline.audit.AuditedObject;
import app.upline.audit.Operation;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.web.router.MethodBasedRouteMatch;
import io.micronaut.web.router.RouteAttributes;
import io.micronaut.web.router.RouteMatch;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteMatch;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the matched route says about a request. The generated interfaces name their methods after
 * the operations of the contract, so a new operation is audited without anybodys doing.
 */
final class RoutedOperation {
  private static final String CONTRACT = "app.upline.api.";

  /** The same for every caller and no organization's data: telling who read it tells nothing. */
  static final Set<String> UNAUDITED = Set.of("getCodeLists");

  private static final String ID_SUFFIX = "Id";
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9:.+_-]{1,64}");

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** Stands for text that the caller typed: it may be a name. */
  private static final String GIVEN = "given";

  private final HttpRequest<?> request;
  private final UriRouteMatch<?, ?> route;
  private final String id;

  private RoutedOperation(HttpRequest<?> request, UriRouteMatch<?, ?> route, String id) {
    this.request = request;
    this.route = route;
    this.id = id;
  }

  /** Empty for whatever is no operation of the contract, or not audited. */
  static Optional<RoutedOperation> of(HttpRequest<?> request, Router router) {
    if (routeOf(request, router).orElse(null) instanceof UriRouteMatch<?, ?> route
        && route instanceof MethodBasedRouteMatch<?, ?> method
        && implementsContract(method.getDeclaringType())
        && !UNAUDITED.contains(method.getName())) {
      return Optional.of(new RoutedOperation(request, route, method.getName()));
    }
    return Optional.empty();
  }

  /** A request that no route takes for its media types has one by its method and address. */
  private static Optional<? extends RouteMatch<?>> routeOf(HttpRequest<?> request, Router router) {
    Optional<? extends RouteMatch<?>> matched = RouteAttributes.getRouteMatch(request);
    return matched.isPresent()
        ? matched
        : router.find(request.getMethod(), request.getPath(), request).findFirst();
  }

  Operation operation(UUID requestId, String source, Supplier<Actor> caller) {
    boolean reading =
        request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
    return new Operation(id, !reading, requestId, source, subject(), parameters(), caller);
  }

  private static boolean implementsContract(Class<?> controller) {
    return controller.getName().startsWith(CONTRACT)
        || Arrays.stream(controller.getInterfaces()).anyMatch(RoutedOperation::implementsContract)
        || (controller.getSuperclass() != null && implementsContract(controller.getSuperclass()));
  }

  /** The first id of the address: {@code /submissions/{submissionId}/…} is about a submission. */
  private @Nullable AuditedObject subject() {
    for (var variable : route.getRouteInfo().getUriMatchTemplate().getVariables()) {
      String name = variable.getName();
      Object value = route.getVariableValues().get(name);
      if (name.endsWith(ID_SUFFIX)
          && value != null
          && UUID_FORM.matcher(value.toString()).matches()) {
        String kind = name.substring(0, name.length() - ID_SUFFIX.length());
        return AuditedObject.named(words(kind), UUID.fromString(value.toString()));
      }
    }
    return null;
  }

  /** {@code correctiveAction} as {@code corrective-action}. */
  private static String words(String camelCase) {
    return camelCase.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private Map<String, String> parameters() {
    Map<String, String> safe = new TreeMap<>();
    for (Argument<?> argument : route.getArguments()) {
      argument
          .getAnnotationMetadata()
          .stringValue(QueryValue.class)
          .ifPresent(
              name -> {
                String value = request.getParameters().get(name);
                if (value != null) {
                  safe.put(name, shown(argument, value));
                }
              });
    }
    return safe;
  }

  /** Codes, ids, dates and numbers as they are; no text. */
  private static String shown(Argument<?> argument, String value) {
    return argument.getType() != String.class && SAFE.matcher(value).matches() ? value : GIVEN;
  }
}
