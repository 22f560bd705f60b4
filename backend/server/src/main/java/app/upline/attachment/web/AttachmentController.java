package app.upline.attachment.web;

import app.upline.api.AttachmentsApi;
import app.upline.api.model.AttachmentDto;
import app.upline.api.model.AttachmentKindDto;
import app.upline.attachment.IncidentAttachments;
import app.upline.identity.CurrentUserProvider;
import app.upline.incident.AttachedFiles;
import app.upline.incident.AttachmentDraft;
import app.upline.incident.IncidentView;
import app.upline.incident.SavedIncident;
import app.upline.incident.model.IncidentCodes;
import app.upline.incident.model.IncidentModel;
import app.upline.platform.download.Downloads;
import app.upline.platform.files.OpenFile;
import app.upline.platform.http.ETags;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.share.LongWork;
import app.upline.platform.upload.UploadedFiles;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Controller
class AttachmentController implements AttachmentsApi {

  private final CurrentUserProvider callers;
  private final IncidentAttachments attachments;
  private final AttachedFiles files;
  private final UploadedFiles uploads;
  private final Downloads downloads;

  AttachmentController(
      CurrentUserProvider callers,
      IncidentAttachments attachments,
      AttachedFiles files,
      UploadedFiles uploads,
      Downloads downloads) {
    this.callers = callers;
    this.attachments = attachments;
    this.files = files;
    this.uploads = uploads;
    this.downloads = downloads;
  }

  @Override
  @LongWork
  @Idempotent
  public HttpResponse<AttachmentDto> addIncidentAttachment(
      UUID incidentId,
      @Nullable String ifMatch,
      CompletedFileUpload file,
      AttachmentKindDto kind,
      @Nullable String idempotencyKey,
      @Nullable String note) {
    ExpectedVersion expected = ETags.expected(ifMatch);
    IncidentView incident =
        uploads.read(
            file,
            path ->
                saved(
                    attachments.add(
                        callers.current(),
                        incidentId,
                        expected,
                        AttachmentDraft.of(
                            IncidentCodes.ATTACHMENT_KINDS.toDomain(kind), note, path))));
    AttachmentDto added =
        IncidentModel.attachment(incident.incident().details().attachments().getLast());
    return HttpResponse.created(added)
        .header(HttpHeaders.ETAG, ETags.of(incident.standing().version()))
        .header(
            HttpHeaders.LOCATION,
            "/v1/incidents/%s/attachments/%s".formatted(incidentId, added.getId()));
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> downloadIncidentAttachment(
      UUID incidentId, UUID attachmentId) {
    OpenFile attachment =
        attachments
            .open(callers.current(), incidentId, attachmentId)
            .orElseThrow(() -> ProblemException.notFound("attachment"));
    return downloads.file(
        attachment.name(), MediaType.APPLICATION_OCTET_STREAM, out -> files.write(attachment, out));
  }

  @Override
  public HttpResponse<Void> removeIncidentAttachment(
      UUID incidentId, UUID attachmentId, @Nullable String ifMatch) {
    IncidentView incident =
        saved(
            attachments.remove(
                callers.current(), incidentId, ETags.expected(ifMatch), attachmentId));
    return HttpResponse.<Void>noContent()
        .header(HttpHeaders.ETAG, ETags.of(incident.standing().version()));
  }

  private static IncidentView saved(Outcome<SavedIncident> outcome) {
    return outcome.orElseThrow(ProblemException::of).incident();
  }
}
