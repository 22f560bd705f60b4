package app.upline.platform.start;

import io.micronaut.context.ApplicationContext;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Runs something on the service's database and settings without serving, as a program that ends. A
 * failure is told as that of a start.
 */
public final class Command {
  private static final int FAILED = 1;

  /** A command is not waited for like an answer: a statement may take its time, though not days. */
  private static final Map<String, Object> PATIENT =
      Map.of("datasources.default.data-source-properties.socketTimeout", "3600000");

  private Command() {}

  public static void run(Consumer<ApplicationContext> work) {
    run(Map.of(), work);
  }

  /**
   * The same with settings of its own.
   *
   * @param settings prevail over what the environment says
   */
  public static void run(Map<String, Object> settings, Consumer<ApplicationContext> work) {
    try (ApplicationContext context =
        ApplicationContext.builder()
            .banner(false)
            .deduceEnvironment(false)
            .properties(PATIENT)
            .properties(settings)
            .start()) {
      work.accept(context);
    } catch (RuntimeException failure) {
      ExpectedFailures.sentence(failure)
          .ifPresentOrElse(
              sentence -> System.err.println("Nothing was done. " + sentence),
              failure::printStackTrace);
      System.exit(FAILED);
    }
  }
}
