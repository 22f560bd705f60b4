package app.upline.attachment;

import app.upline.attachment.AttachmentRows.Seen;
import app.upline.audit.AuditTrail;
import app.upline.identity.CurrentUser;
import app.upline.incident.Attachment;
import app.upline.incident.AttachmentDraft;
import app.upline.incident.DisclosableIncidents;
import app.upline.incident.Incident;
import app.upline.incident.IncidentOutcome;
import app.upline.incident.IncidentService;
import app.upline.platform.files.FileType;
import app.upline.platform.files.KeptFiles;
import app.upline.platform.persistence.Database;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;

/** Adds files to incidents, takes them off, and opens them for those who see the incident. */
@Singleton
public final class IncidentAttachments {

  private final Database database;
  private final IncidentService incidents;
  private final DisclosableIncidents contents;
  private final AttachmentRows rows;
  private final KeptFiles files;
  private final AuditTrail audit;

  IncidentAttachments(
      Database database,
      IncidentService incidents,
      DisclosableIncidents contents,
      AttachmentRows rows,
      KeptFiles files,
      AuditTrail audit) {
    this.database = database;
    this.incidents = incidents;
    this.contents = contents;
    this.rows = rows;
    this.files = files;
    this.audit = audit;
  }

  /**
   * Keeps the file, and lists it in a new revision of the incident.
   *
   * @param seen is told the current version and may throw, before anything is changed
   */
  public IncidentOutcome add(
      CurrentUser user, UUID incidentId, IntConsumer seen, AttachmentDraft draft) {
    List<Fault> faults = draft.faults();
    if (!faults.isEmpty()) {
      // Only somebody who may see the incident is told what is wrong with a file for it.
      return incidents.find(user, incidentId).isEmpty()
          ? new IncidentOutcome.NotFound("incident")
          : new IncidentOutcome.Refused(faults, false);
    }
    return database.writingUnless(
        outcome -> !(outcome instanceof IncidentOutcome.Saved),
        () -> {
          Attachment attachment = draft.kept(files.keep(user.agencyId(), draft.file()));
          IncidentOutcome outcome = incidents.attach(user, incidentId, seen, attachment);
          if (outcome instanceof IncidentOutcome.Saved saved) {
            rows.added(user, incidentId, attachment.id(), revision(saved));
          }
          return outcome;
        });
  }

  /**
   * Takes it off the incident. Its content is erased too, unless a submission names a revision that
   * lists it: what was disclosed stays, and a draft is of what it was drafted of.
   */
  public IncidentOutcome remove(
      CurrentUser user, UUID incidentId, IntConsumer seen, UUID attachmentId) {
    return database.writingUnless(
        outcome -> !(outcome instanceof IncidentOutcome.Saved),
        () -> {
          IncidentOutcome outcome = incidents.detach(user, incidentId, seen, attachmentId);
          if (outcome instanceof IncidentOutcome.Saved saved) {
            rows.takenOff(user, attachmentId, revision(saved));
            if (!rows.isDisclosed(incidentId, attachmentId)) {
              files.erase(user.agencyId(), attachmentId);
            }
          }
          return outcome;
        });
  }

  /** Opens it; empty when there is none in the caller's sight, or its content is erased. */
  public Optional<OpenAttachment> open(CurrentUser user, UUID incidentId, UUID attachmentId) {
    Optional<OpenAttachment> found =
        database.reading(
            () ->
                rows.find(user, incidentId, attachmentId)
                    .filter(seen -> files.isThere(seen.agencyId(), seen.id()))
                    .map(this::opened));
    found.ifPresent(attachment -> audit.read("attachment", attachment.id(), attachment.name()));
    return found;
  }

  /** Writes the content. */
  public void write(OpenAttachment attachment, OutputStream out) throws IOException {
    files.write(attachment.agencyId(), attachment.id(), out);
  }

  private OpenAttachment opened(Seen seen) {
    FileType type =
        contents.details(seen.content()).attachments().stream()
            .filter(attachment -> attachment.id().equals(seen.id()))
            .map(attachment -> FileType.of(attachment.mediaType()))
            .findFirst()
            .orElseThrow();
    return OpenAttachment.of(seen.agencyId(), seen.id(), seen.incidentReference(), type);
  }

  private static int revision(IncidentOutcome.Saved saved) {
    Incident incident = saved.incident().incident().incident();
    return incident.revision();
  }
}
