package app.upline.platform.start;

import io.micronaut.context.env.Environment;
import io.micronaut.runtime.Micronaut;
import java.util.List;
import java.util.Optional;
import sun.misc.Signal;

/**
 * Starts the service, and says in one sentence on standard error why it did not start when the
 * reason is one to be expected. Only the unexpected shows a stack trace.
 */
public final class Launch extends Micronaut {
  private static final int FAILED = 1;
  private static final List<String> STOPS = List.of("TERM", "INT");
  private static final String DEFAULT_PORT = "8080";

  private Launch() {}

  /** Starts the service; on failure the JVM ends with exit code 1. */
  public static void of(Class<?> application, String... args) {
    try {
      // The same variable and default as in application.yml, looked at before anything is started.
      PortCheck.free(Optional.ofNullable(System.getenv("UPLINE_PORT")).orElse(DEFAULT_PORT));
    } catch (StartFailure refused) {
      end(refused);
    }
    Launch launch = new Launch();
    launch.args(args).mainClass(application).banner(false).deduceEnvironment(false);
    ReadinessOnShutdown notice = launch.start().getBean(ReadinessOnShutdown.class);
    // To be asked to stop is no failure: left alone, the JVM would end with 143 or 130.
    STOPS.forEach(
        stop ->
            Signal.handle(
                new Signal(stop),
                signal -> {
                  notice.begin();
                  System.exit(0);
                }));
  }

  @Override
  protected void handleStartupException(Environment environment, Throwable failure) {
    end(failure);
  }

  private static void end(Throwable failure) {
    ExpectedFailures.sentence(failure)
        .ifPresentOrElse(
            sentence -> System.err.println("Upline did not start. " + sentence),
            failure::printStackTrace);
    System.exit(FAILED);
  }
}
