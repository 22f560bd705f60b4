package app.upline.platform.start;

import io.micronaut.context.exceptions.ConfigurationException;
import java.net.BindException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the one sentence for a failed start, where the reason is one that its owner can fix. */
final class ExpectedFailures {
  /** How Micronaut says that there is no usable address; it has no exception type for it. */
  private static final List<String> NO_ADDRESS = List.of("No URL specified", "Invalid JDBC URL");

  private static final String OURS = "app.upline.";

  private static final int ACCESS_DENIED = 1045;
  private static final int ACCESS_DENIED_TO_SCHEMA = 1044;
  private static final int UNKNOWN_SCHEMA = 1049;

  /** SQLSTATE class of all connection failures. */
  private static final String CONNECTION_FAILURE = "08";

  private ExpectedFailures() {}

  /** Looks through the causes, the outermost first; the wrappers of the framework say nothing. */
  static Optional<String> sentence(Throwable failure) {
    return causes(failure).stream().flatMap(cause -> sentenceFor(cause).stream()).findFirst();
  }

  private static List<Throwable> causes(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    for (Throwable cause = failure;
        cause != null && !causes.contains(cause);
        cause = cause.getCause()) {
      causes.add(cause);
    }
    return causes;
  }

  private static Optional<String> sentenceFor(Throwable cause) {
    return switch (cause) {
      // Ours, and not the framework's, which are for developers.
      case ConfigurationException refused when isOurs(refused) ->
          Optional.ofNullable(refused.getMessage());
      case BindException taken ->
          Optional.of("The port is taken: stop what listens there, or choose another one.");
      case SQLException refused -> databaseSentence(refused);
      case RuntimeException other when saysNoAddress(other) ->
          Optional.of(
              "No database is configured: set DATASOURCES_DEFAULT_URL (jdbc:mysql://…), DATASOURCES_DEFAULT_USERNAME and DATASOURCES_DEFAULT_PASSWORD, or use `make run`, which brings its own.");
      default -> Optional.empty();
    };
  }

  private static boolean isOurs(ConfigurationException failure) {
    return failure.getClass().getPackageName().startsWith(OURS);
  }

  private static boolean saysNoAddress(RuntimeException failure) {
    String message = String.valueOf(failure.getMessage());
    return NO_ADDRESS.stream().anyMatch(message::contains);
  }

  private static Optional<String> databaseSentence(SQLException refused) {
    return switch (refused.getErrorCode()) {
      case ACCESS_DENIED ->
          Optional.of(
              "The database refused the account: check DATASOURCES_DEFAULT_USERNAME and DATASOURCES_DEFAULT_PASSWORD.");
      case ACCESS_DENIED_TO_SCHEMA, UNKNOWN_SCHEMA ->
          Optional.of(
              "The database server has no schema of the name in DATASOURCES_DEFAULT_URL that this account may use.");
      default ->
          String.valueOf(refused.getSQLState()).startsWith(CONNECTION_FAILURE)
              ? Optional.of(
                  "The database cannot be reached: check DATASOURCES_DEFAULT_URL and that the server is running.")
              : Optional.empty();
    };
  }
}
