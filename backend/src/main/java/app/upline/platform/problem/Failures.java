package app.upline.platform.problem;

import app.upline.platform.persistence.DatabaseFailure;
import io.micronaut.data.exceptions.OptimisticLockException;
import java.io.EOFException;

/** What the caller is told about failures that nobody has turned into an answer. */
final class Failures {
  private static final int RETRY_AFTER_SECONDS = 5;

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
      if (cause instanceof OptimisticLockException) {
        return ProblemException.of(
            ProblemType.PRECONDITION_FAILED,
            "Somebody changed it in the same moment: read again, then decide.");
      }
    }
    return DatabaseFailure.isPassing(failure) ? unavailable() : internal();
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
