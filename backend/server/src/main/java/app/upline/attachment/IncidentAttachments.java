package app.upline.attachment;

import app.upline.agency.AgencyLock;
import app.upline.attachment.AttachmentRows.Seen;
import app.upline.identity.CurrentUser;
import app.upline.incident.AttachedFiles;
import app.upline.incident.Attachment;
import app.upline.incident.AttachmentDraft;
import app.upline.incident.DisclosableIncidents;
import app.upline.incident.Incident;
import app.upline.incident.IncidentService;
import app.upline.incident.SavedIncident;
import app.upline.platform.files.OpenFile;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.persistence.Database;
import app.upline.platform.validation.Fault;
import app.upline.record.HeldRecords;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Adds files to incidents, takes them off, and opens them for those who see the incident. */
@Singleton
public final class IncidentAttachments {

  private final Database database;
  private final IncidentService incidents;
  private final DisclosableIncidents contents;
  private final AttachmentRows rows;
  private final AttachedFiles files;
  private final HeldRecords held;
  private final AgencyLock lock;

  IncidentAttachments(
      Database database,
      IncidentService incidents,
      DisclosableIncidents contents,
      AttachmentRows rows,
      AttachedFiles files,
      HeldRecords held,
      AgencyLock lock) {
    this.database = database;
    this.incidents = incidents;
    this.contents = contents;
    this.rows = rows;
    this.files = files;
    this.held = held;
    this.lock = lock;
  }

  /** Keeps the file, and lists it in a new revision of the incident. */
  public Outcome<SavedIncident> add(
      CurrentUser user, UUID incidentId, ExpectedVersion expected, AttachmentDraft draft) {
    List<Fault> faults = draft.faults();
    if (!faults.isEmpty()) {
      // Only callers who may see the incident are told what is wrong with a file for it.
      return incidents.find(user, incidentId).isEmpty()
          ? Outcome.notFound("incident")
          : Outcome.invalid(faults);
    }
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          // Before the file, which refers to the agency: two that had begun with it would each wait
          // for the other here.
          lock.hold(user.agencyId());
          Attachment attachment = files.keep(user.agencyId(), draft);
          Outcome<SavedIncident> outcome = incidents.attach(user, incidentId, expected, attachment);
          if (outcome instanceof Outcome.Done<SavedIncident>(SavedIncident saved)) {
            rows.added(user, incidentId, attachment.id(), revision(saved));
          }
          return outcome;
        });
  }

  /**
   * Takes it off the incident. Its content is erased too, unless a submission names a revision that
   * lists it, or the incident is under a legal hold: what was disclosed stays, and a draft is of
   * what it was drafted of.
   */
  public Outcome<SavedIncident> remove(
      CurrentUser user, UUID incidentId, ExpectedVersion expected, UUID attachmentId) {
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          Outcome<SavedIncident> outcome =
              incidents.detach(user, incidentId, expected, attachmentId);
          if (outcome instanceof Outcome.Done<SavedIncident>(SavedIncident saved)) {
            rows.takeOff(user.agencyId(), attachmentId, revision(saved));
            if (!rows.isDisclosed(incidentId, attachmentId)
                && !held.incident(user.agencyId(), incidentId)) {
              files.erase(user.agencyId(), attachmentId);
            }
          }
          return outcome;
        });
  }

  /** Opens it; empty when there is none in the caller's sight, or its content is erased. */
  public Optional<OpenFile> open(CurrentUser user, UUID incidentId, UUID attachmentId) {
    Optional<OpenFile> found =
        database.reading(
            () ->
                rows.find(user, incidentId, attachmentId).map(this::opened).filter(files::isThere));
    found.ifPresent(files::shown);
    return found;
  }

  private OpenFile opened(Seen seen) {
    return contents.details(seen.content()).attachments().stream()
        .filter(attachment -> attachment.id().equals(seen.id()))
        .map(attachment -> attachment.open(seen.agencyId(), seen.incidentReference()))
        .findFirst()
        .orElseThrow();
  }

  private static int revision(SavedIncident saved) {
    Incident incident = saved.incident().incident();
    return incident.revision();
  }
}
