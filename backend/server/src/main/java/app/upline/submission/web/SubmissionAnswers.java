package app.upline.submission.web;

import app.upline.api.model.AcknowledgedSubmissionsDto;
import app.upline.api.model.SubmissionDto;
import app.upline.api.model.SubmissionPageDto;
import app.upline.identity.caller.CallersSteps;
import app.upline.platform.http.ETags;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import app.upline.submission.SubmissionDueDates;
import app.upline.submission.SubmissionView;
import app.upline.submission.model.SubmissionCodes;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;

/** A submission as an answer to the caller. */
@Singleton
final class SubmissionAnswers {

  private final CallersSteps steps;
  private final SubmissionDueDates dueDates;

  SubmissionAnswers(CallersSteps steps, SubmissionDueDates dueDates) {
    this.steps = steps;
    this.dueDates = dueDates;
  }

  MutableHttpResponse<SubmissionDto> of(Outcome<SubmissionView> outcome) {
    return of(outcome.orElseThrow(ProblemException::of));
  }

  MutableHttpResponse<SubmissionDto> of(SubmissionView view) {
    return HttpResponse.ok(models(List.of(view)).getFirst())
        .header(HttpHeaders.ETAG, ETags.of(view.submission().version()));
  }

  HttpResponse<SubmissionDto> created(Outcome<SubmissionView> outcome) {
    MutableHttpResponse<SubmissionDto> answer = of(outcome);
    return answer
        .status(HttpStatus.CREATED)
        .header(HttpHeaders.LOCATION, "/v1/submissions/" + answer.body().getId());
  }

  AcknowledgedSubmissionsDto acknowledged(Outcome<List<SubmissionView>> outcome) {
    return new AcknowledgedSubmissionsDto()
        .acknowledged(models(outcome.orElseThrow(ProblemException::of)));
  }

  SubmissionPageDto page(Page<SubmissionView> page, Cursors cursors) {
    SubmissionPageDto answer =
        new SubmissionPageDto().items(models(page.items())).nextCursor(cursors.next(page));
    return page.total() == null
        ? answer
        : answer.total(page.total().count()).totalIsCapped(page.total().capped());
  }

  private List<SubmissionDto> models(List<SubmissionView> views) {
    SubmissionDueDates.Dates due = dueDates.of(views);
    return views.stream()
        .map(
            view ->
                SubmissionModels.submission(
                        view,
                        steps.of(
                            SubmissionCodes.ACTIONS.allToContract(view.submission().possible())))
                    .dueDate(due.of(view.submission())))
        .toList();
  }

  static ProblemException notFound() {
    return ProblemException.notFound("submission");
  }
}
