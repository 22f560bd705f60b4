package app.upline.oversight.web;

import static app.upline.oversight.web.Answers.time;

import app.upline.api.FindingsApi;
import app.upline.api.model.Finding;
import app.upline.api.model.FindingAnswer;
import app.upline.api.model.FindingAnswerDraft;
import app.upline.api.model.FindingDraft;
import app.upline.api.model.FindingKind;
import app.upline.api.model.FindingPage;
import app.upline.identity.Callers;
import app.upline.oversight.FindingService;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class FindingController implements FindingsApi {

  private final Callers callers;
  private final FindingService findings;

  FindingController(Callers callers, FindingService findings) {
    this.callers = callers;
    this.findings = findings;
  }

  @Override
  public FindingPage listFindings(
      UUID incidentId, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("findings", incidentId);
    Page<app.upline.oversight.Finding> page =
        findings
            .page(callers.current(), incidentId, cursors.request(cursor, limit, false))
            .orElseThrow(() -> ProblemException.notFound("incident"));
    return new FindingPage()
        .items(page.items().stream().map(FindingController::finding).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  @Idempotent
  public HttpResponse<Finding> addFinding(
      UUID incidentId, FindingDraft draft, @Nullable String idempotencyKey) {
    FindingKind kind = draft.getKind();
    return HttpResponse.created(
        finding(
            Answers.of(
                findings.add(
                    callers.current(),
                    incidentId,
                    kind == null ? null : app.upline.oversight.Finding.Kind.valueOf(kind.name()),
                    draft.getVisibleToAgency(),
                    draft.getText()),
                "incident")));
  }

  @Override
  @Idempotent
  public HttpResponse<Finding> answerFinding(
      UUID findingId, FindingAnswerDraft draft, @Nullable String idempotencyKey) {
    return HttpResponse.created(
        finding(
            Answers.of(findings.answer(callers.current(), findingId, draft.getText()), "finding")));
  }

  private static Finding finding(app.upline.oversight.Finding finding) {
    return new Finding()
        .id(finding.id())
        .incidentId(finding.incidentId())
        .kind(FindingKind.valueOf(finding.kind().name()))
        .visibleToAgency(finding.visibleToAgency())
        .text(finding.text())
        .by(finding.by())
        .at(time(finding.at()))
        .answers(
            finding.answers().stream()
                .map(
                    answer ->
                        new FindingAnswer()
                            .text(answer.text())
                            .by(answer.by())
                            .at(time(answer.at())))
                .toList());
  }
}
