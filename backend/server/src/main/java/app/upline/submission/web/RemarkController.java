package app.upline.submission.web;

import app.upline.api.RemarksApi;
import app.upline.api.model.RemarkDraftDto;
import app.upline.api.model.RemarkDto;
import app.upline.api.model.RemarkPageDto;
import app.upline.api.model.RemarkTextDto;
import app.upline.api.model.RemarkWordDto;
import app.upline.identity.CurrentUser;
import app.upline.identity.CurrentUserProvider;
import app.upline.platform.http.ETags;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.paging.Cursors;
import app.upline.platform.problem.ProblemException;
import app.upline.submission.CommentAction;
import app.upline.submission.ConversationService;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class RemarkController implements RemarksApi {

  private final CurrentUserProvider callers;
  private final ConversationService conversations;

  RemarkController(CurrentUserProvider callers, ConversationService conversations) {
    this.callers = callers;
    this.conversations = conversations;
  }

  @Override
  public RemarkPageDto listIncidentRemarks(
      UUID incidentId, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("incident-remarks", incidentId);
    CurrentUser user = callers.current();
    return conversations
        .onIncident(user, incidentId, cursors.request(cursor, limit, false))
        .map(page -> RemarkModels.page(user, page, cursors))
        .orElseThrow(() -> ProblemException.notFound("incident"));
  }

  @Override
  @Idempotent
  public HttpResponse<RemarkDto> addIncidentRemark(
      UUID incidentId, RemarkDraftDto draft, @Nullable String idempotencyKey) {
    CurrentUser user = callers.current();
    return RemarkModels.answer(
            user,
            conversations
                .remark(user, incidentId, draft.getPointer(), draft.getText())
                .orElseThrow(ProblemException::of))
        .status(HttpStatus.CREATED);
  }

  @Override
  public HttpResponse<RemarkDto> getRemark(UUID remarkId, @Nullable String ifNoneMatch) {
    CurrentUser user = callers.current();
    return RemarkModels.answer(
        user,
        conversations.find(user, remarkId).orElseThrow(() -> ProblemException.notFound("remark")));
  }

  @Override
  @Idempotent
  public HttpResponse<RemarkDto> answerRemark(
      UUID remarkId,
      @Nullable String ifMatch,
      RemarkTextDto said,
      @Nullable String idempotencyKey) {
    return act(remarkId, ifMatch, CommentAction.ANSWER, said.getText());
  }

  @Override
  @Idempotent
  public HttpResponse<RemarkDto> correctRemark(
      UUID remarkId,
      @Nullable String ifMatch,
      RemarkTextDto said,
      @Nullable String idempotencyKey) {
    return act(remarkId, ifMatch, CommentAction.CORRECT, said.getText());
  }

  @Override
  @Idempotent
  public HttpResponse<RemarkDto> resolveRemark(
      UUID remarkId,
      @Nullable String ifMatch,
      RemarkWordDto said,
      @Nullable String idempotencyKey) {
    return act(remarkId, ifMatch, CommentAction.RESOLVE, said.getText());
  }

  @Override
  @Idempotent
  public HttpResponse<RemarkDto> reopenRemark(
      UUID remarkId,
      @Nullable String ifMatch,
      RemarkTextDto said,
      @Nullable String idempotencyKey) {
    return act(remarkId, ifMatch, CommentAction.REOPEN, said.getText());
  }

  @Override
  @Idempotent
  public HttpResponse<RemarkDto> withdrawRemark(
      UUID remarkId,
      @Nullable String ifMatch,
      RemarkWordDto said,
      @Nullable String idempotencyKey) {
    return act(remarkId, ifMatch, CommentAction.WITHDRAW, said.getText());
  }

  private HttpResponse<RemarkDto> act(
      UUID remarkId, @Nullable String ifMatch, CommentAction action, @Nullable String text) {
    CurrentUser user = callers.current();
    return RemarkModels.answer(
        user,
        conversations
            .act(user, remarkId, ETags.expected(ifMatch), action, text)
            .orElseThrow(ProblemException::of));
  }
}
