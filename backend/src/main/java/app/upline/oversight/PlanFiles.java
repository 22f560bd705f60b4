package app.upline.oversight;

import app.upline.audit.AuditTrail;
import app.upline.identity.CurrentUser;
import app.upline.incident.Attachment;
import app.upline.incident.AttachmentDraft;
import app.upline.platform.files.FileType;
import app.upline.platform.files.KeptFiles;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntConsumer;

/** Files that prove what an agency did for an item of a plan. Both sides see them at once. */
@Singleton
public final class PlanFiles {

  private final PlanService plans;
  private final PlanWriting writing;
  private final KeptFiles files;
  private final AuditTrail audit;
  private final Clock clock;

  PlanFiles(
      PlanService plans, PlanWriting writing, KeptFiles files, AuditTrail audit, Clock clock) {
    this.plans = plans;
    this.writing = writing;
    this.files = files;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A file that the caller may read.
   *
   * @param name for the file where it is saved: of references and numbers, of nobody's name
   */
  public record Open(UUID agencyId, UUID id, String name) {}

  /** Keeps the file and lists it at the item. */
  public Outcome<Plan> attach(
      CurrentUser user, UUID planId, UUID itemId, IntConsumer seen, AttachmentDraft draft) {
    return plans.takeOnItem(
        user,
        planId,
        itemId,
        seen,
        PlanStep.ATTACH_FILE,
        item -> {
          List<Fault> faults = new ArrayList<>(draft.faults());
          if (item.files().size() >= PlanItem.MOST_FILES) {
            faults.add(
                new Fault(
                    "/file",
                    "TOO_MANY",
                    "An item takes at most %d files.".formatted(PlanItem.MOST_FILES)));
          }
          if (faults.isEmpty()) {
            Attachment kept = draft.kept(files.keep(user.agencyId(), draft.file()));
            writing.attach(user, planId, itemId, kept, clock.instant());
          }
          return faults;
        });
  }

  /** Opens it; empty when the caller sees no such file. */
  public Optional<Open> open(CurrentUser user, UUID planId, UUID itemId, UUID attachmentId) {
    Optional<Open> open =
        plans.find(user, planId).flatMap(plan -> open(plan, itemId, attachmentId));
    open.ifPresent(file -> audit.read("attachment", file.id(), file.name()));
    return open;
  }

  /** Writes the content. */
  public void write(Open file, OutputStream out) throws IOException {
    files.write(file.agencyId(), file.id(), out);
  }

  private static Optional<Open> open(Plan plan, UUID itemId, UUID attachmentId) {
    return plan.item(itemId).stream()
        .flatMap(item -> item.files().stream())
        .map(PlanItem.File::attachment)
        .filter(attachment -> attachment.id().equals(attachmentId))
        .map(attachment -> new Open(plan.agency().id(), attachment.id(), name(plan, attachment)))
        .findFirst();
  }

  private static String name(Plan plan, Attachment attachment) {
    // The end of the id, which is random: its beginning is the time.
    return plan.reference()
        + "-"
        + attachment.id().toString().substring(24)
        + FileType.of(attachment.mediaType()).ending();
  }
}
