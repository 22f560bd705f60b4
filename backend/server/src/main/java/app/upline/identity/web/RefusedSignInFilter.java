package app.upline.identity.web;

import app.upline.identity.session.SignInSettings;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Answers refused sign-ins at even distances from when they came. For an address that has an
 * account more is done, such as its event in the trail, and by how long that takes a stranger would
 * learn which have. Outside of the audit, and no thread waits.
 */
@ServerFilter("/v1/sessions")
@Order(RefusedSignInFilter.ORDER)
final class RefusedSignInFilter {
  static final int ORDER = -6_000;
  private static final String BEGUN = "app.upline.sign-in-begun";

  private final long distance;

  RefusedSignInFilter(SignInSettings settings) {
    this.distance = settings.refusalsEvery().toNanos();
  }

  @RequestFilter
  void begin(HttpRequest<?> request) {
    request.setAttribute(BEGUN, System.nanoTime());
  }

  @ResponseFilter
  CompletableFuture<MutableHttpResponse<?>> end(
      HttpRequest<?> request, MutableHttpResponse<?> response) {
    return request
        .getAttribute(BEGUN, Long.class)
        .filter(begun -> isRefusedSignIn(request, response))
        .map(begun -> distance - (System.nanoTime() - begun) % distance)
        .map(rest -> CompletableFuture.delayedExecutor(rest, TimeUnit.NANOSECONDS))
        .<CompletableFuture<MutableHttpResponse<?>>>map(
            (Executor later) -> CompletableFuture.supplyAsync(() -> response, later))
        .orElseGet(() -> CompletableFuture.completedFuture(response));
  }

  private static boolean isRefusedSignIn(HttpRequest<?> request, MutableHttpResponse<?> response) {
    return request.getMethod() == HttpMethod.POST
        && response.code() == HttpStatus.UNAUTHORIZED.getCode();
  }
}
