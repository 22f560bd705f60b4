package app.upline.platform.share;

import app.upline.platform.problem.ProblemException;
import app.upline.platform.problem.ProblemType;

/** What is told to those whose share of the connections was in use for as long as one waits. */
public final class UsedUpShare {

  private static final int RETRY_AFTER_SECONDS = 5;

  private UsedUpShare() {}

  static ProblemException ofStrangers() {
    return ProblemException.of(
            ProblemType.UNAVAILABLE, "Too many who have not signed in ask at once; try again soon.")
        .retryAfter(RETRY_AFTER_SECONDS);
  }

  static ProblemException ofOrganization() {
    return ProblemException.of(
            ProblemType.TOO_MUCH_AT_ONCE,
            "Your organization has too much under way at once; try again in %d seconds."
                .formatted(RETRY_AFTER_SECONDS))
        .retryAfter(RETRY_AFTER_SECONDS);
  }

  /** Whether something failed for that of its organization, as anything else of it would now. */
  public static boolean isOfOrganization(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException problem) {
        return problem.type() == ProblemType.TOO_MUCH_AT_ONCE;
      }
    }
    return false;
  }
}
