package app.upline.identity.web;

import app.upline.identity.PasswordOutcome;
import app.upline.platform.problem.ProblemException;
import io.micronaut.http.HttpResponse;
import java.util.List;

/** What becomes of a chosen password, as an answer. */
final class PasswordAnswers {
  private PasswordAnswers() {}

  static HttpResponse<Void> of(PasswordOutcome outcome) {
    return switch (outcome) {
      case PasswordOutcome.Chosen() -> HttpResponse.noContent();
      case PasswordOutcome.Refused(var faults) -> throw ProblemException.invalid(faults);
      case PasswordOutcome.Throttled(var met) -> throw ProblemException.tooMany(met);
    };
  }

  /** A link that does not work (any more), whatever it was for. */
  static ProblemException linkInvalid() {
    return PasswordOutcome.linkInvalid() instanceof PasswordOutcome.Refused(var faults)
        ? ProblemException.invalid(faults)
        : ProblemException.invalid(List.of());
  }
}
