package app.upline.platform.problem;

import app.upline.platform.persistence.AlteredContentException;
import app.upline.platform.persistence.ConstraintFailure;
import app.upline.platform.persistence.DatabaseFailure;
import app.upline.platform.throttle.BusyException;
import io.micronaut.data.exceptions.OptimisticLockException;
import io.netty.handler.codec.compression.DecompressionException;
import java.io.EOFException;
import java.sql.SQLException;
import java.util.Set;

/** What the caller is told about failures that no other code has turned into an answer. */
final class Failures {
  private static final int RETRY_AFTER_SECONDS = 5;
  private static final String FORM_DECODER = "io.netty.handler.codec.http.multipart.";

  /**
   * MariaDB and MySQL refuse to compare a text with a column of letters, digits and hyphens when
   * the text holds other characters. The sender can fix that.
   */
  private static final Set<Integer> CHARACTERS = Set.of(1267, 3988);

  private Failures() {}

  static ProblemException problem(Throwable failure) {
    if (failure instanceof EOFException) {
      // The client is gone and will not read this; it only must not look like a failure of ours.
      return ProblemException.of(
          ProblemType.MALFORMED_REQUEST, "The connection ended before the body did.");
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException problem) {
        return problem;
      }
      if (cause instanceof SQLException sql && CHARACTERS.contains(sql.getErrorCode())) {
        return ProblemException.of(
            ProblemType.MALFORMED_REQUEST,
            "Something in the request holds characters that never stand there.");
      }
      if (cause instanceof AlteredContentException) {
        return ProblemException.of(
            ProblemType.RECORD_ALTERED,
            "Something here was changed behind the service's back, so it is not shown as if it were sound. Quote instance to the operator, who finds it with verify-audit.");
      }
      if (cause instanceof BusyException busy) {
        return ProblemException.of(
                ProblemType.UNAVAILABLE, "Too many ask for this at a time; try again soon.")
            .retryAfter(busy.retryAfterSeconds());
      }
      if (cause instanceof DecompressionException) {
        return ProblemException.of(
            ProblemType.MALFORMED_REQUEST,
            "The body is not packed as its Content-Encoding says, or was damaged on its way.");
      }
      if (isOfFormDecoder(cause)) {
        return ProblemException.of(
            ProblemType.MALFORMED_REQUEST,
            "The parts of the form cannot be told apart; look at their headers, such as the file's name.");
      }
      if (cause instanceof OptimisticLockException) {
        return ProblemException.of(
            ProblemType.PRECONDITION_FAILED,
            "It was changed at the same moment: read it again, then decide.");
      }
    }
    if (ConstraintFailure.in(failure).orElse(null) instanceof ConstraintFailure.Duplicate) {
      return ProblemException.of(
          ProblemType.WRONG_STATE, "The same is there already; read again, then decide.");
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
        ProblemType.INTERNAL_ERROR, "No changes were made. Quote the instance when you report it.");
  }
}
