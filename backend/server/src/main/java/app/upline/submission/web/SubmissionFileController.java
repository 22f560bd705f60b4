package app.upline.submission.web;

import app.upline.api.SubmissionFilesApi;
import app.upline.api.model.ChangeTypeDto;
import app.upline.api.model.DifferencesSinceDto;
import app.upline.api.model.ExportFormatDto;
import app.upline.api.model.SortDirectionDto;
import app.upline.api.model.SubmissionKindDto;
import app.upline.api.model.SubmissionSortDto;
import app.upline.api.model.SubmissionStatusDto;
import app.upline.disclosure.workbook.SubmissionExport;
import app.upline.disclosure.workbook.SubmissionListExport;
import app.upline.identity.CurrentUser;
import app.upline.identity.CurrentUserProvider;
import app.upline.platform.download.Downloads;
import app.upline.platform.download.TableFormat;
import app.upline.platform.listing.ListOrder;
import app.upline.platform.share.LongWork;
import app.upline.submission.SubmissionFilter;
import app.upline.submission.SubmissionSort;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class SubmissionFileController implements SubmissionFilesApi {

  private final CurrentUserProvider callers;
  private final SubmissionExport export;
  private final SubmissionListExport listExport;
  private final Downloads downloads;

  SubmissionFileController(
      CurrentUserProvider callers,
      SubmissionExport export,
      SubmissionListExport listExport,
      Downloads downloads) {
    this.callers = callers;
    this.export = export;
    this.listExport = listExport;
    this.downloads = downloads;
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> exportSubmissions(
      @Nullable SubmissionStatusDto status,
      @Nullable SubmissionKindDto kind,
      @Nullable String period,
      @Nullable UUID carrierId,
      @Nullable UUID agencyId,
      @Nullable String upline,
      @Nullable Boolean late,
      @Nullable OffsetDateTime submittedSince,
      @Nullable OffsetDateTime submittedUntil,
      @Nullable UUID assigneeId,
      @Nullable SubmissionSortDto sort,
      @Nullable SortDirectionDto direction,
      @Nullable ExportFormatDto format) {
    CurrentUser user = callers.current();
    SubmissionFilter filter =
        SubmissionRequests.filter(
            status,
            kind,
            period,
            carrierId,
            agencyId,
            upline,
            late,
            submittedSince,
            submittedUntil,
            assigneeId);
    ListOrder<SubmissionSort> order = SubmissionRequests.order(filter, sort, direction);
    TableFormat wanted = downloads.wanted(format);
    return downloads.table(
        "submissions", wanted, out -> listExport.write(user, filter, order, wanted, out));
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> exportSubmissionItems(
      UUID submissionId,
      @Nullable Integer revision,
      @Nullable ChangeTypeDto changeType,
      @Nullable Boolean changedSinceReturn,
      @Nullable DifferencesSinceDto since,
      @Nullable ExportFormatDto format) {
    TableFormat wanted = downloads.wanted(format);
    SubmissionExport.File file =
        export
            .find(
                callers.current(),
                submissionId,
                SubmissionRequests.items(revision, changeType, changedSinceReturn, since))
            .orElseThrow(SubmissionAnswers::notFound);
    return downloads.table(file.name(), wanted, out -> file.write(wanted, out));
  }
}
