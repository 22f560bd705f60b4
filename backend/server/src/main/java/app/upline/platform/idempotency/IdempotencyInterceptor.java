package app.upline.platform.idempotency;

import app.upline.platform.persistence.Database;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.problem.ProblemType;
import io.micronaut.aop.InterceptorBean;
import io.micronaut.aop.MethodInterceptor;
import io.micronaut.aop.MethodInvocationContext;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts the memory of earlier requests around the methods that are {@link Idempotent}. */
@Singleton
@InterceptorBean(Idempotent.class)
final class IdempotencyInterceptor implements MethodInterceptor<Object, Object> {
  private static final int RETRY_AFTER_SECONDS = IdempotencyLedger.SOON_SECONDS;
  private static final int FIRST_ERROR = 400;

  private final KeyedCalls calls;
  private final IdempotencyLedger ledger;
  private final UnreleasedLocks unreleased;
  private final ServerInstance instance;
  private final Database database;

  IdempotencyInterceptor(
      KeyedCalls calls,
      IdempotencyLedger ledger,
      UnreleasedLocks unreleased,
      ServerInstance instance,
      Database database) {
    this.instance = instance;
    this.calls = calls;
    this.ledger = ledger;
    this.unreleased = unreleased;
    this.database = database;
  }

  @Override
  public @Nullable Object intercept(MethodInvocationContext<Object, Object> method) {
    Optional<KeyedCall> call = calls.of(method);
    if (call.isEmpty()) {
      return method.proceed();
    }
    HttpResponse<?> answer = answer(method, call.get());
    return answersResponse(method) ? answer : answer.body();
  }

  private HttpResponse<?> answer(MethodInvocationContext<Object, Object> method, KeyedCall call) {
    return switch (ledger.claim(call)) {
      case IdempotencyLock.Granted(UUID claim) -> perform(method, call, claim);
      case IdempotencyLock.Answered(RememberedAnswer answer) ->
          answersResponse(method)
              ? answer.asResponse()
              : HttpResponse.ok(ledger.body(answer, method.getReturnType().asArgument()));
      case IdempotencyLock.InFlight(int retryAfter) -> throw inFlight(retryAfter);
      case IdempotencyLock.KeyReused() ->
          throw ProblemException.of(
              ProblemType.IDEMPOTENCY_KEY_REUSED, "Use a new key for a new request.");
    };
  }

  private HttpResponse<?> perform(
      MethodInvocationContext<Object, Object> method, KeyedCall call, UUID claim) {
    boolean remembered = false;
    Throwable failure = null;
    instance.begin();
    try {
      HttpResponse<?> response =
          call.ownTransaction()
              ? complete(call, claim, proceed(method))
              : database.writingUnless(
                  IdempotencyInterceptor::isError, () -> complete(call, claim, proceed(method)));
      remembered = !isError(response);
      return response;
    } catch (RuntimeException e) {
      failure = e;
      throw e;
    } finally {
      if (remembered) {
        instance.end();
      } else {
        unreleased.release(call, claim, failure);
      }
    }
  }

  private HttpResponse<?> complete(KeyedCall call, UUID claim, HttpResponse<?> response) {
    if (!isError(response) && !ledger.complete(call, claim, response)) {
      // Our lease ran out and another has begun: the effect is rolled back, theirs counts.
      throw inFlight(RETRY_AFTER_SECONDS);
    }
    return response;
  }

  /**
   * From here on, so that it can be done again where its transaction is. What answers no response
   * answers what is in one that is usual.
   */
  private HttpResponse<?> proceed(MethodInvocationContext<Object, Object> method) {
    Object answer = method.proceed(this);
    return answer instanceof HttpResponse<?> response ? response : HttpResponse.ok(answer);
  }

  private static boolean answersResponse(MethodInvocationContext<Object, Object> method) {
    return HttpResponse.class.isAssignableFrom(method.getReturnType().getType());
  }

  private static boolean isError(HttpResponse<?> response) {
    return response.code() >= FIRST_ERROR;
  }

  private static ProblemException inFlight(int retryAfter) {
    return ProblemException.of(
            ProblemType.IDEMPOTENCY_IN_FLIGHT,
            "The first request with this key is still under way; try again soon.")
        .retryAfter(retryAfter);
  }
}
