package app.upline.oversight;

import app.upline.identity.CurrentUser;
import app.upline.incident.AttachedFiles;
import app.upline.incident.Attachment;
import app.upline.incident.AttachmentDraft;
import app.upline.platform.files.OpenFile;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Files that prove what an agency did for an item of a plan. Both sides see them at once. */
@Singleton
public final class PlanFiles {

  private final PlanService plans;
  private final PlanWriting writing;
  private final AttachedFiles files;
  private final Clock clock;

  PlanFiles(PlanService plans, PlanWriting writing, AttachedFiles files, Clock clock) {
    this.plans = plans;
    this.writing = writing;
    this.files = files;
    this.clock = clock;
  }

  /** Keeps the file and lists it at the item. */
  public Outcome<Plan> attach(
      CurrentUser user, UUID planId, UUID itemId, ExpectedVersion expected, AttachmentDraft draft) {
    List<Fault> ofDraft = draft.faults();
    return plans.takeOnItem(
        user,
        planId,
        itemId,
        expected,
        PlanStep.ATTACH_FILE,
        item -> {
          List<Fault> faults = new ArrayList<>(ofDraft);
          if (item.files().size() >= PlanItem.MOST_FILES) {
            faults.add(
                new Fault(
                    "/file",
                    "TOO_MANY",
                    "An item takes at most %d files.".formatted(PlanItem.MOST_FILES)));
          }
          if (faults.isEmpty()) {
            Attachment kept = files.keep(user.agencyId(), draft);
            writing.attach(user, planId, itemId, kept, clock.instant());
          }
          return faults;
        });
  }

  /** Opens it; empty when the caller sees no such file. */
  public Optional<OpenFile> open(CurrentUser user, UUID planId, UUID itemId, UUID attachmentId) {
    Optional<OpenFile> open =
        plans.find(user, planId).flatMap(plan -> open(plan, itemId, attachmentId));
    open.ifPresent(files::shown);
    return open;
  }

  private static Optional<OpenFile> open(Plan plan, UUID itemId, UUID attachmentId) {
    return plan.item(itemId).stream()
        .flatMap(item -> item.files().stream())
        .map(PlanItem.File::attachment)
        .filter(attachment -> attachment.id().equals(attachmentId))
        .map(attachment -> attachment.open(plan.agency().id(), plan.reference()))
        .findFirst();
  }
}
