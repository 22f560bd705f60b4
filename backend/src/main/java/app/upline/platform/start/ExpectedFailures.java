package app.upline.platform.start;

import java.net.BindException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the one sentence for a failed start, where the reason is one that its owner can mend. */
final class ExpectedFailures {
  private static final String MISSING_URL = "No URL specified";
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
      case StartFailure refused -> Optional.ofNullable(refused.getMessage());
      case BindException taken ->
          Optional.of("The port is taken: stop what listens there, or choose another port.");
      case SQLException refused -> databaseSentence(refused);
      case RuntimeException other when String.valueOf(other.getMessage()).contains(MISSING_URL) ->
          Optional.of(
              "No database is configured: set DATASOURCES_DEFAULT_URL, DATASOURCES_DEFAULT_USERNAME and DATASOURCES_DEFAULT_PASSWORD, or use `make run`, which brings its own.");
      default -> Optional.empty();
    };
  }

  private static Optional<String> databaseSentence(SQLException refused) {
    return switch (refused.getErrorCode()) {
      case ACCESS_DENIED, ACCESS_DENIED_TO_SCHEMA ->
          Optional.of(
              "The database refused the account: check DATASOURCES_DEFAULT_USERNAME and DATASOURCES_DEFAULT_PASSWORD.");
      case UNKNOWN_SCHEMA ->
          Optional.of(
              "The database server does not have the schema that DATASOURCES_DEFAULT_URL names.");
      default ->
          String.valueOf(refused.getSQLState()).startsWith(CONNECTION_FAILURE)
              ? Optional.of(
                  "The database cannot be reached: check DATASOURCES_DEFAULT_URL and that the server is running.")
              : Optional.empty();
    };
  }
}
