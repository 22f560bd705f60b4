package app.upline.submission.web;

import app.upline.api.model.Submission;
import app.upline.platform.http.ETags;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.problem.ProblemType;
import app.upline.submission.CommentService;
import app.upline.submission.Step;
import app.upline.submission.SubmissionOutcome;
import app.upline.submission.SubmissionView;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.util.List;

/** What came of a step, as an answer or a problem. */
final class Answers {

  private Answers() {}

  static MutableHttpResponse<Submission> of(SubmissionOutcome outcome) {
    return switch (outcome) {
      case SubmissionOutcome.Done done -> of(done.view());
      case SubmissionOutcome.NotFound() -> throw notFound();
      case SubmissionOutcome.WrongState wrong ->
          throw ProblemException.wrongState(wrong.why(), codes(wrong.possible()));
      case SubmissionOutcome.DraftExists exists ->
          throw ProblemException.of(ProblemType.DRAFT_EXISTS, exists.why());
      case SubmissionOutcome.NothingToDisclose nothing ->
          throw ProblemException.of(ProblemType.NOTHING_TO_DISCLOSE, nothing.why());
      case SubmissionOutcome.NotNil no -> throw ProblemException.of(ProblemType.NOT_NIL, no.why());
      case SubmissionOutcome.NilDeclared declared ->
          throw ProblemException.of(ProblemType.NIL_DECLARED, declared.why());
      case SubmissionOutcome.AttestationOutdated outdated ->
          throw ProblemException.of(ProblemType.ATTESTATION_OUTDATED, outdated.why());
      case SubmissionOutcome.Refused refused -> throw ProblemException.invalid(refused.faults());
    };
  }

  static MutableHttpResponse<Submission> of(SubmissionView view) {
    return HttpResponse.ok(SubmissionModels.submission(view))
        .header(HttpHeaders.ETAG, ETags.of(view.submission().version()));
  }

  static app.upline.submission.Comment of(CommentService.Outcome outcome) {
    return switch (outcome) {
      case CommentService.Outcome.Added added -> added.comment();
      case CommentService.Outcome.NotFound() -> throw notFound();
      case CommentService.Outcome.NotUnderReview no ->
          throw ProblemException.wrongState(no.why(), codes(no.possible()));
      case CommentService.Outcome.Refused refused ->
          throw ProblemException.invalid(refused.faults());
    };
  }

  static ProblemException notFound() {
    return ProblemException.notFound("submission");
  }

  private static List<String> codes(List<Step> steps) {
    return steps.stream().map(Step::name).toList();
  }
}
