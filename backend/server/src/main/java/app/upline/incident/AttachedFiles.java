package app.upline.incident;

import app.upline.audit.AuditTrail;
import app.upline.platform.files.KeptFiles;
import app.upline.platform.files.OpenFile;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.util.UUID;

/** Keeps and shows files for the rooms that attach them: to incidents, and to items of plans. */
@Singleton
public final class AttachedFiles {

  private final KeptFiles files;
  private final AuditTrail audit;

  AttachedFiles(KeptFiles files, AuditTrail audit) {
    this.files = files;
    this.audit = audit;
  }

  /** Keeps the file of a draft without faults, in the transaction at hand. */
  public Attachment keep(UUID agencyId, AttachmentDraft draft) {
    return draft.kept(files.keep(agencyId, draft.file()));
  }

  /** Whether the content of the file is there still. */
  public boolean isThere(OpenFile file) {
    return files.isThere(file.organizationId(), file.id());
  }

  /** Says that the caller is given the file. */
  public void shown(OpenFile file) {
    audit.read("attachment", file.id(), file.name());
  }

  /** Writes the content. */
  public void write(OpenFile file, OutputStream out) throws IOException {
    files.write(file.organizationId(), file.id(), out);
  }

  /** Forgets the content for good. */
  public void erase(UUID agencyId, UUID id) {
    files.erase(agencyId, id);
  }
}
