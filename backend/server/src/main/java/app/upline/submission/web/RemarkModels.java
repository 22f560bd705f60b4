package app.upline.submission.web;

import app.upline.api.model.RemarkDto;
import app.upline.api.model.RemarkEntryDto;
import app.upline.api.model.RemarkPageDto;
import app.upline.identity.CurrentUser;
import app.upline.identity.caller.CallersSteps;
import app.upline.platform.http.ETags;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.submission.Comment;
import app.upline.submission.CommentEntry;
import app.upline.submission.model.SubmissionCodes;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;

/** Makes the contract's form of remarks, for the caller. */
@Singleton
final class RemarkModels {

  private final CallersSteps steps;

  RemarkModels(CallersSteps steps) {
    this.steps = steps;
  }

  RemarkPageDto page(CurrentUser user, Page<Comment> page, Cursors cursors) {
    return new RemarkPageDto()
        .items(page.items().stream().map(comment -> remark(user, comment)).toList())
        .nextCursor(cursors.next(page));
  }

  MutableHttpResponse<RemarkDto> answer(CurrentUser user, Comment comment) {
    return HttpResponse.ok(remark(user, comment))
        .header(HttpHeaders.ETAG, ETags.of(comment.version()));
  }

  private RemarkDto remark(CurrentUser user, Comment comment) {
    Comment.Place place = comment.place();
    RemarkDto model =
        new RemarkDto()
            .id(comment.id())
            .submissionId(place.submissionId())
            .submissionReference(place.submissionReference())
            .revision(place.revision())
            .pointer(place.pointer())
            .state(SubmissionCodes.REMARK_STATES.toContract(comment.state()))
            .text(comment.text())
            .by(comment.written().by())
            .at(comment.written().at().atOffset(ZoneOffset.UTC))
            .entries(comment.entries().stream().map(RemarkModels::entry).toList())
            .possibleActions(
                steps.of(SubmissionCodes.REMARK_ACTIONS.allToContract(comment.possibleFor(user))));
    return switch (place.kind()) {
      case RELATIONSHIPS ->
          model.relationshipId(place.recordId()).relationshipReference(place.reference());
      case INCIDENTS -> model.incidentId(place.recordId()).incidentReference(place.reference());
    };
  }

  private static RemarkEntryDto entry(CommentEntry entry) {
    return new RemarkEntryDto()
        .action(SubmissionCodes.REMARK_ACTIONS.toContract(entry.action()))
        .text(entry.text())
        .side(SubmissionCodes.SIDES.toContract(entry.side()))
        .by(entry.by())
        .at(entry.at().atOffset(ZoneOffset.UTC));
  }
}
