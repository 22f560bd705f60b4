package app.upline.identity.web;

import app.upline.identity.Caller;
import app.upline.identity.Doorkeeper;
import app.upline.platform.http.ClientSource;
import app.upline.platform.http.ClientSources;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.token.validator.TokenValidator;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Asks the doorkeeper about the access token of each request, away from the threads that read from
 * the network.
 */
@Singleton
final class BearerTokens implements TokenValidator<HttpRequest<?>> {
  private final Doorkeeper doorkeeper;
  private final ClientSources sources;
  private final Scheduler blocking;

  BearerTokens(
      Doorkeeper doorkeeper,
      ClientSources sources,
      @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.doorkeeper = doorkeeper;
    this.sources = sources;
    this.blocking = Schedulers.fromExecutorService(blocking);
  }

  @Override
  public Publisher<Authentication> validateToken(String token, HttpRequest<?> request) {
    ClientSource source = sources.of(request);
    return Mono.fromCallable(() -> doorkeeper.admit(token, source))
        .subscribeOn(blocking)
        .flatMap(Mono::justOrEmpty)
        .map(BearerTokens::authentication);
  }

  private static Authentication authentication(Caller caller) {
    List<String> roles = caller.user().roles().stream().map(Enum::name).toList();
    return Authentication.build(
        caller.user().id().toString(), roles, Map.of(Caller.ATTRIBUTE, caller));
  }
}
