package app.upline.platform.problem;

import io.micronaut.http.HttpRequest;
import java.sql.SQLException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A failure written for the log without the messages of its exceptions: a database puts the values
 * of a row into them, and values are people's. Class names, error codes and frames find the place.
 * What our own code says of itself is told, too.
 */
public final class FailureTrace {
  private static final Logger LOG = LoggerFactory.getLogger(FailureTrace.class);
  private static final String OURS = "app.upline.";

  /** Rooms of ours whose messages may quote a user's sheet. */
  private static final List<String> OF_SHEETS =
      List.of("app.upline.workbook.", "app.upline.sheet.");

  private static final int MOST_FRAMES = 40;
  private static final int MOST_CAUSES = 8;

  private FailureTrace() {}

  static void log(HttpRequest<?> request, Throwable failure) {
    LOG.error("Request {} failed: {}", RequestId.of(request), of(failure));
  }

  /** The failure and its causes, each with the frames nearest to it. */
  public static String of(Throwable failure) {
    StringBuilder trace = new StringBuilder();
    Throwable cause = failure;
    for (int i = 0; i < MOST_CAUSES && cause != null; i++, cause = cause.getCause()) {
      trace.append(i == 0 ? "" : "\nCaused by ").append(headline(cause));
      frames(cause, trace);
    }
    return trace.toString();
  }

  private static String headline(Throwable cause) {
    String name = cause.getClass().getName();
    return switch (cause) {
      case SQLException sql -> "%s [%d, %s]".formatted(name, sql.getErrorCode(), sql.getSQLState());
      // The JVM's own description names code, never a value.
      case NullPointerException missing -> name + ": " + missing.getMessage();
      default -> isOurs(cause) ? name + ": " + cause.getMessage() : name;
    };
  }

  /**
   * Whether our own code made it and speaks of itself: not of an argument, which may be a user's,
   * and not in the words of the cause.
   */
  private static boolean isOurs(Throwable failure) {
    StackTraceElement[] frames = failure.getStackTrace();
    String place = frames.length == 0 ? "" : frames[0].getClassName();
    boolean kind =
        failure instanceof IllegalStateException || failure.getClass().getName().startsWith(OURS);
    return kind
        && failure.getMessage() != null
        && place.startsWith(OURS)
        && OF_SHEETS.stream().noneMatch(place::startsWith)
        && !failure.getMessage().equals(String.valueOf(failure.getCause()));
  }

  private static void frames(Throwable cause, StringBuilder trace) {
    StackTraceElement[] frames = cause.getStackTrace();
    for (int i = 0; i < Math.min(MOST_FRAMES, frames.length); i++) {
      trace.append("\n\tat ").append(frames[i]);
    }
  }
}
