package app.upline.submission;

import app.upline.agency.AgencyLock;
import app.upline.audit.AuditTrail;
import app.upline.identity.CurrentUser;
import app.upline.identity.OrganisationKind;
import app.upline.platform.persistence.Database;
import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntConsumer;

/**
 * How every step is taken: alone, on what the caller has seen, and only where the state allows it.
 * An agency's steps hold the agency's lock as well, since they read and write its register; always
 * before the submission's, so that nobody waits in a circle.
 */
@Singleton
final class GuardedStep {

  private final Database database;
  private final AgencyLock agencyLock;
  private final SubmissionRows rows;
  private final AuditTrail audit;

  GuardedStep(Database database, AgencyLock agencyLock, SubmissionRows rows, AuditTrail audit) {
    this.database = database;
    this.agencyLock = agencyLock;
    this.rows = rows;
    this.audit = audit;
  }

  /**
   * Takes a step in a transaction of its own; whatever is refused leaves nothing behind.
   *
   * @param seen is told the current version and may throw, before anything is changed
   */
  SubmissionOutcome take(
      CurrentUser user,
      UUID id,
      IntConsumer seen,
      Step step,
      Function<Submission, SubmissionOutcome> work) {
    return database.writingUnless(
        SubmissionOutcome::isRefusal,
        () -> {
          if (user.kind() == OrganisationKind.AGENCY) {
            agencyLock.hold(user.agencyId());
          }
          if (!rows.lock(user, id)) {
            return new SubmissionOutcome.NotFound();
          }
          Submission submission = rows.find(user, id).orElseThrow().submission();
          seen.accept(submission.version());
          return submission.possible().contains(step)
              ? audited(submission, work.apply(submission))
              : wrongState(submission, step);
        });
  }

  /** The submission as it now is. */
  SubmissionOutcome done(CurrentUser user, UUID id) {
    return new SubmissionOutcome.Done(rows.find(user, id).orElseThrow());
  }

  private SubmissionOutcome audited(Submission before, SubmissionOutcome outcome) {
    if (outcome instanceof SubmissionOutcome.Done(SubmissionView after)) {
      audit.changed(
          "submission",
          before.id(),
          before.reference(),
          before.digest(),
          after.submission().digest());
    }
    return outcome;
  }

  private static SubmissionOutcome wrongState(Submission submission, Step step) {
    return new SubmissionOutcome.WrongState(Steps.refusal(submission, step), submission.possible());
  }
}
