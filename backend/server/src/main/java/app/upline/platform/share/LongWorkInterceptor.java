package app.upline.platform.share;

import app.upline.platform.contract.ContractOperations;
import app.upline.platform.contract.ContractOperations.Operation;
import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.http.context.ServerRequestContext;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts the queue before the methods that are {@link LongWork}. */
@Singleton
@InterceptorBean(LongWork.class)
final class LongWorkInterceptor implements MethodInterceptor<Object, Object> {

  /** Outermost: a request that waits has no connection, and has not begun with the file. */
  private static final int ORDER = -1_000;

  private final LongWorkQueue queue;
  private final CallersOrganization callers;
  private final ContractOperations contract;

  LongWorkInterceptor(
      LongWorkQueue queue, CallersOrganization callers, ContractOperations contract) {
    this.queue = queue;
    this.callers = callers;
    this.contract = contract;
  }

  @Override
  public int getOrder() {
    return ORDER;
  }

  @Override
  public @Nullable Object intercept(MethodInvocationContext<Object, Object> method) {
    Optional<Place> ofUpload =
        ServerRequestContext.currentRequest()
            .flatMap(request -> request.getAttribute(UploadPlace.ATTRIBUTE, Place.class));
    try (Place place = ofUpload.map(Place::kept).orElseGet(() -> enter(method))) {
      return queue.work(place, method::proceed);
    }
  }

  private Place enter(MethodInvocationContext<Object, Object> method) {
    UUID organization =
        callers
            .current()
            .orElseThrow(() -> new IllegalStateException("Long work of somebody unknown"));
    Operation operation =
        contract
            .find(method.getMethodName())
            .orElseThrow(() -> new IllegalStateException("Long work that is no operation"));
    return queue.enter(organization, operation);
  }
}
