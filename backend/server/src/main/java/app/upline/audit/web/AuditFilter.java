package app.upline.audit.web;

import app.upline.audit.Actor;
import app.upline.audit.Actors;
import app.upline.audit.AuditTrail;
import app.upline.audit.EventOutcome;
import app.upline.audit.Operation;
import app.upline.audit.StrangerCounts;
import app.upline.platform.download.Transfer;
import app.upline.platform.http.ClientSources;
import app.upline.platform.problem.NoConnection;
import app.upline.platform.problem.RequestId;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.Router;
import java.util.Optional;

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
  private static final int OK = 200;
  private static final int FIRST_ERROR = 400;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int CLIENT_GONE = 499;
  private static final int BROKEN_OFF = 500;

  private final AuditTrail trail;
  private final Actors actors;
  private final ClientSources sources;
  private final Router router;
  private final StrangerCounts strangers;

  AuditFilter(
      AuditTrail trail,
      Actors actors,
      ClientSources sources,
      Router router,
      StrangerCounts strangers) {
    this.strangers = strangers;
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
    Optional<Operation> operation = request.getAttribute(ATTRIBUTE, Operation.class);
    Optional<Transfer> transfer = response.getAttribute(Transfer.ATTRIBUTE, Transfer.class);
    if (transfer.isPresent() && operation.isPresent()) {
      if (request.getMethod() != HttpMethod.GET) {
        // What wants a reason is on record before its first byte.
        trail.record(operation.get(), response.code());
      }
      follow(operation.get(), transfer.get());
      return;
    }
    transfer.ifPresent(unread -> unread.whenEnded(end -> {}));
    operation
        .filter(known -> response.code() != TOO_MANY_REQUESTS)
        .filter(known -> !NoConnection.met(request))
        .filter(known -> !known.isRecorded() || response.code() >= FIRST_ERROR)
        .filter(known -> isTold(request, known, response.code()))
        .ifPresent(known -> trail.record(known, response.code()));
  }

  /** A download has its event when it has ended, and then as what it was. */
  private void follow(Operation operation, Transfer transfer) {
    operation.settleActor();
    transfer.whenEnded(
        end -> {
          if (end != Transfer.End.WHOLE) {
            int status = end == Transfer.End.BROKEN ? BROKEN_OFF : CLIENT_GONE;
            trail.record(operation, EventOutcome.FAILED, status);
          } else if (!operation.isRecorded()) {
            trail.record(operation, OK);
          }
        });
  }

  /**
   * What unknown callers did is counted, and so is what strangers did at one organization beyond
   * the first of an hour: what was refused, and what needs no proof, such as beginning to sign in
   * at its provider. Otherwise strangers would fill the trail.
   */
  private boolean isTold(HttpRequest<?> request, Operation operation, int status) {
    if (operation.isNobodys()) {
      count(request, operation, status);
      return false;
    }
    boolean proven = status < FIRST_ERROR && operation.hasRead();
    if (proven
        || request.getUserPrincipal().isPresent()
        || strangers.isStillTold(operation.organizationId())) {
      return true;
    }
    count(request, operation, status);
    return false;
  }

  private void count(HttpRequest<?> request, Operation operation, int status) {
    strangers.count(
        operation.id(), status, sources.of(request).network(), operation.organizationId());
  }

  private Actor callerOf(HttpRequest<?> request) {
    return request.getUserPrincipal().flatMap(actors::of).orElse(Actor.NOBODY);
  }
}
