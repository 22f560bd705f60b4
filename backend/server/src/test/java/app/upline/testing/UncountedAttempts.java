package app.upline.testing;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;

/**
 * All tests ask from one address, of which the service counts what is tried. Each class begins
 * without what those before it have tried, or how fast they are would decide what it is told.
 */
@Singleton
final class UncountedAttempts implements ApplicationEventListener<ServerStartupEvent> {
  private final TestUsers crowd;

  UncountedAttempts(TestUsers crowd) {
    this.crowd = crowd;
  }

  @Override
  public void onApplicationEvent(ServerStartupEvent event) {
    crowd.run("delete from rate_limit");
  }
}
