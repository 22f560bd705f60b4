package app.upline.submission.web;

import app.upline.api.model.SubmissionDto;
import app.upline.identity.caller.CallersSteps;
import app.upline.platform.http.ETags;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.problem.ProblemException;
import app.upline.submission.SubmissionView;
import app.upline.submission.model.SubmissionCodes;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;

/** A submission as an answer to whoever asked. */
@Singleton
final class SubmissionAnswers {

  private final CallersSteps steps;

  SubmissionAnswers(CallersSteps steps) {
    this.steps = steps;
  }

  MutableHttpResponse<SubmissionDto> of(Outcome<SubmissionView> outcome) {
    return of(outcome.orElseThrow(ProblemException::of));
  }

  MutableHttpResponse<SubmissionDto> of(SubmissionView view) {
    return HttpResponse.ok(model(view))
        .header(HttpHeaders.ETAG, ETags.of(view.submission().version()));
  }

  SubmissionDto model(SubmissionView view) {
    return SubmissionModels.submission(
        view, steps.of(SubmissionCodes.ACTIONS.allToContract(view.submission().possible())));
  }

  static ProblemException notFound() {
    return ProblemException.notFound("submission");
  }
}
