package app.upline.submission.web;

import app.upline.api.model.SubmissionDto;
import app.upline.platform.http.ETags;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.problem.ProblemException;
import app.upline.submission.SubmissionView;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;

/** A submission as an answer. */
final class SubmissionAnswers {

  private SubmissionAnswers() {}

  static MutableHttpResponse<SubmissionDto> of(Outcome<SubmissionView> outcome) {
    return of(outcome.orElseThrow(ProblemException::of));
  }

  static MutableHttpResponse<SubmissionDto> of(SubmissionView view) {
    return HttpResponse.ok(SubmissionModels.submission(view))
        .header(HttpHeaders.ETAG, ETags.of(view.submission().version()));
  }

  static ProblemException notFound() {
    return ProblemException.notFound("submission");
  }
}
