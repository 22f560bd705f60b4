package app.upline.audit.web;

import app.upline.audit.Actor;
import app.upline.audit.Actors;
import app.upline.audit.AuditTrail;
import app.upline.audit.Operation;
import app.upline.platform.http.ClientSources;
import app.upline.platform.problem.NoConnection;
import app.upline.platform.problem.RequestId;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.Router;

/**
 * Tells the trail which operation a request performs before anything happens, and gives the request
 * its event when no change has: reads, refusals, failures. Outside of the security filter, so that
 * refusals are seen.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(AuditFilter.ORDER)
final class AuditFilter {
  static final int ORDER = -5_000;
  private static final String ATTRIBUTE = "app.upline.audited-operation";
  private static final int TOO_MANY_REQUESTS = 429;

  private final AuditTrail trail;
  private final Actors actors;
  private final ClientSources sources;
  private final Router router;

  AuditFilter(AuditTrail trail, Actors actors, ClientSources sources, Router router) {
    this.router = router;
    this.sources = sources;
    this.trail = trail;
    this.actors = actors;
  }

  @RequestFilter
  void begin(HttpRequest<?> request, MutablePropagatedContext context) {
    RoutedOperation.of(request, router)
        .ifPresent(
            routed -> {
              Operation operation =
                  routed.operation(
                      RequestId.of(request),
                      sources.of(request).address(),
                      () -> callerOf(request));
              request.setAttribute(ATTRIBUTE, operation);
              context.add(operation);
            });
  }

  /**
   * A flood that is turned away is not written down one by one; and who found no connection would
   * find none for this either: the log has its line.
   */
  @ResponseFilter
  @ExecuteOn(TaskExecutors.BLOCKING)
  void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
    request
        .getAttribute(ATTRIBUTE, Operation.class)
        .filter(operation -> response.code() != TOO_MANY_REQUESTS)
        .filter(operation -> !NoConnection.met(request))
        .filter(operation -> !operation.isRecorded() || response.code() >= 400)
        .ifPresent(operation -> trail.record(operation, response.code()));
  }

  private Actor callerOf(HttpRequest<?> request) {
    return request.getUserPrincipal().flatMap(actors::of).orElse(Actor.NOBODY);
  }
}
