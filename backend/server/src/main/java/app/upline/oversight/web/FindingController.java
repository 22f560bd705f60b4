package app.upline.oversight.web;

import static app.upline.oversight.web.Times.time;

import app.upline.api.FindingsApi;
import app.upline.api.model.ExportFormatDto;
import app.upline.api.model.FindingAnswerDraftDto;
import app.upline.api.model.FindingAnswerDto;
import app.upline.api.model.FindingDraftDto;
import app.upline.api.model.FindingDto;
import app.upline.api.model.FindingKindDto;
import app.upline.api.model.FindingPageDto;
import app.upline.identity.CurrentUser;
import app.upline.identity.CurrentUserProvider;
import app.upline.oversight.Finding;
import app.upline.oversight.FindingService;
import app.upline.oversight.workbook.FindingExport;
import app.upline.platform.download.Downloads;
import app.upline.platform.download.TableFormat;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.paging.Cursors;
import app.upline.platform.paging.Page;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.share.LongWork;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class FindingController implements FindingsApi {

  private final CurrentUserProvider callers;
  private final FindingService findings;
  private final FindingExport export;
  private final Downloads downloads;

  FindingController(
      CurrentUserProvider callers,
      FindingService findings,
      FindingExport export,
      Downloads downloads) {
    this.callers = callers;
    this.findings = findings;
    this.export = export;
    this.downloads = downloads;
  }

  @Override
  public FindingPageDto listFindings(
      UUID incidentId, @Nullable String cursor, @Nullable Integer limit) {
    Cursors cursors = Cursors.of("findings", incidentId);
    Page<Finding> page =
        findings
            .page(callers.current(), incidentId, cursors.request(cursor, limit, false))
            .orElseThrow(() -> ProblemException.notFound("incident"));
    return new FindingPageDto()
        .items(page.items().stream().map(FindingController::finding).toList())
        .nextCursor(cursors.next(page));
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> exportFindings(
      @Nullable ExportFormatDto format) {
    CurrentUser user = callers.current();
    TableFormat wanted = downloads.wanted(format);
    return downloads.table("findings", wanted, out -> export.write(user, wanted, out));
  }

  @Override
  @Idempotent
  public HttpResponse<FindingDto> addFinding(
      UUID incidentId, FindingDraftDto draft, @Nullable String idempotencyKey) {
    FindingKindDto kind = draft.getKind();
    return HttpResponse.created(
        finding(
            findings
                .add(
                    callers.current(),
                    incidentId,
                    OversightCodes.FINDING_KINDS.toDomainOrNull(kind),
                    draft.getVisibleToAgency(),
                    draft.getText())
                .orElseThrow(ProblemException::of)));
  }

  @Override
  @Idempotent
  public HttpResponse<FindingDto> answerFinding(
      UUID findingId, FindingAnswerDraftDto draft, @Nullable String idempotencyKey) {
    return HttpResponse.created(
        finding(
            findings
                .answer(callers.current(), findingId, draft.getText())
                .orElseThrow(ProblemException::of)));
  }

  private static FindingDto finding(Finding finding) {
    return new FindingDto()
        .id(finding.id())
        .incidentId(finding.incidentId())
        .kind(OversightCodes.FINDING_KINDS.toContract(finding.kind()))
        .visibleToAgency(finding.visibleToAgency())
        .text(finding.text())
        .by(finding.by())
        .at(time(finding.at()))
        .answers(
            finding.answers().stream()
                .map(
                    answer ->
                        new FindingAnswerDto()
                            .text(answer.text())
                            .by(answer.by())
                            .at(time(answer.at())))
                .toList());
  }
}
