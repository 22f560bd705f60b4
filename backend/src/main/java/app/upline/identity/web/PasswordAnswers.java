package app.upline.identity.web;

import app.upline.identity.PasswordOutcome;
import app.upline.platform.problem.ProblemException;
import io.micronaut.http.HttpResponse;

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
}
