package app.upline.platform.problem;

import app.upline.platform.persistence.DatabaseFailure;
import app.upline.platform.throttle.BusyException;
import io.micronaut.data.exceptions.OptimisticLockException;
import java.io.EOFException;

/** What the caller is told about failures that nobody has turned into an answer. */
final class Failures {
  private static final int RETRY_AFTER_SECONDS = 5;
  private static final String FORM_DECODER = "io.netty.handler.codec.http.multipart.";

  private Failures() {}

  static ProblemException problem(Throwable failure) {
    if (failure instanceof EOFException) {
      // Nobody is there any more to read this; it only must not look like a failure of ours.
      return ProblemException.of(
          ProblemType.MALFORMED_REQUEST, "The connection ended before the body did.");
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException problem) {
        return problem;
      }
      if (cause instanceof BusyException busy) {
        return ProblemException.of(
                ProblemType.UNAVAILABLE, "Too many ask for this at a time; try again soon.")
            .retryAfter(busy.retryAfterSeconds());
      }
      if (isOfFormDecoder(cause)) {
        return ProblemException.of(
            ProblemType.MALFORMED_REQUEST,
            "The parts of the form cannot be told apart; look at their headers, such as the file's name.");
      }
      if (cause instanceof OptimisticLockException) {
        return ProblemException.of(
            ProblemType.PRECONDITION_FAILED,
            "Somebody changed it in the same moment: read again, then decide.");
      }
    }
    return DatabaseFailure.isPassing(failure) ? unavailable() : internal();
  }

  /**
   * The server's decoder of forms runs out of its arrays where the headers of a part are not as
   * they should be, say for a stray quotation mark in the name of a file.
   */
  private static boolean isOfFormDecoder(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return trace.length > 0 && trace[0].getClassName().startsWith(FORM_DECODER);
  }

  static ProblemException unavailable() {
    return ProblemException.of(
            ProblemType.UNAVAILABLE, "The database cannot answer just now; try again soon.")
        .retryAfter(RETRY_AFTER_SECONDS);
  }

  static ProblemException internal() {
    return ProblemException.of(
        ProblemType.INTERNAL_ERROR, "Nothing was half-written. Quote instance when you report it.");
  }
}
