package app.upline.attachment.web;

import app.upline.api.AttachmentsApi;
import app.upline.api.model.Attachment;
import app.upline.attachment.IncidentAttachments;
import app.upline.identity.Callers;
import app.upline.incident.AttachedFiles;
import app.upline.incident.AttachmentDraft;
import app.upline.incident.DatedIncident;
import app.upline.incident.IncidentOutcome;
import app.upline.incident.model.IncidentModel;
import app.upline.platform.download.Downloads;
import app.upline.platform.files.OpenFile;
import app.upline.platform.http.ETags;
import app.upline.platform.idempotency.Idempotent;
import app.upline.platform.problem.ProblemException;
import app.upline.platform.share.LongWork;
import app.upline.platform.upload.UploadedFiles;
import app.upline.platform.validation.Fault;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.server.types.files.FileCustomizableResponseType;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

@Controller
class AttachmentController implements AttachmentsApi {

  private final Callers callers;
  private final IncidentAttachments attachments;
  private final AttachedFiles files;
  private final UploadedFiles uploads;
  private final Downloads downloads;

  AttachmentController(
      Callers callers,
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
  public HttpResponse<Attachment> addIncidentAttachment(
      UUID incidentId,
      CompletedFileUpload file,
      app.upline.api.model.AttachmentKind kind,
      @Nullable String ifMatch,
      @Nullable String idempotencyKey,
      @Nullable String note) {
    DatedIncident incident =
        uploads.read(
            file,
            path ->
                saved(
                    attachments.add(
                        callers.current(),
                        incidentId,
                        seen(ifMatch),
                        AttachmentDraft.of(
                            app.upline.incident.AttachmentKind.valueOf(kind.name()), note, path))));
    Attachment added =
        IncidentModel.attachment(incident.incident().details().attachments().getLast());
    return HttpResponse.created(added)
        .header(HttpHeaders.ETAG, ETags.of(incident.standing().version()))
        .header(
            HttpHeaders.LOCATION,
            "/v1/incidents/%s/attachments/%s".formatted(incidentId, added.getId()));
  }

  @Override
  @LongWork
  public HttpResponse<FileCustomizableResponseType> getIncidentAttachment(
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
    DatedIncident incident =
        saved(attachments.remove(callers.current(), incidentId, seen(ifMatch), attachmentId));
    return HttpResponse.<Void>noContent()
        .header(HttpHeaders.ETAG, ETags.of(incident.standing().version()));
  }

  private static IntConsumer seen(@Nullable String ifMatch) {
    return version -> ETags.requireMatch(ifMatch, ETags.of(version));
  }

  private static DatedIncident saved(IncidentOutcome outcome) {
    return switch (outcome) {
      case IncidentOutcome.Saved(var saved) -> saved.incident();
      case IncidentOutcome.NotFound(String what) -> throw ProblemException.notFound(what);
      case IncidentOutcome.Refused(List<Fault> faults, boolean misshapen) ->
          throw ProblemException.invalid(faults);
    };
  }
}
