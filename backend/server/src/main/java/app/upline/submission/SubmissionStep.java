package app.upline.submission;

import app.upline.agency.AgencyLock;
import app.upline.audit.AuditTrail;
import app.upline.identity.CurrentUser;
import app.upline.identity.OrganizationKind;
import app.upline.platform.outcome.ExpectedVersion;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.OutdatedViewException;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * How every step is taken: alone, on what the caller has seen, and only where the state allows it.
 * An agency's steps hold the agency's lock as well, since they read and write its register, and so
 * does the undoing of an acknowledgement, which asks what the agency has submitted since; always
 * before the submission's, so that no two steps wait in a circle.
 */
@Singleton
final class SubmissionStep {

  static final String NOUN = "submission";

  private final Database database;
  private final AgencyLock agencyLock;
  private final SubmissionRows rows;
  private final AuditTrail audit;

  SubmissionStep(Database database, AgencyLock agencyLock, SubmissionRows rows, AuditTrail audit) {
    this.database = database;
    this.agencyLock = agencyLock;
    this.rows = rows;
    this.audit = audit;
  }

  /** Takes a step in a transaction of its own; whatever is refused leaves nothing behind. */
  Outcome<SubmissionView> take(
      CurrentUser user,
      UUID id,
      ExpectedVersion expected,
      Step step,
      Function<Submission, Outcome<SubmissionView>> work) {
    Optional<UUID> agencyToLock = agencyToLock(user, id, step);
    return database.writingUnless(
        Outcome::isRefused,
        () -> {
          agencyToLock.ifPresent(agencyLock::hold);
          Optional<Integer> version = rows.lock(user, id);
          if (version.isEmpty()) {
            return Outcome.notFound(NOUN);
          }
          Submission submission = rows.find(user, id).orElseThrow().submission();
          if (submission.version() != version.get()) {
            throw new OutdatedViewException(NOUN);
          }
          return expected.ifCurrent(
              submission.version(),
              () ->
                  submission.possible().contains(step)
                      ? audited(submission, work.apply(submission))
                      : Outcome.wrongState(
                          SubmissionTransitions.refusal(submission, step), submission.possible()));
        });
  }

  /** Asked before the transaction, which is to see everything as it is once it holds the lock. */
  private Optional<UUID> agencyToLock(CurrentUser user, UUID id, Step step) {
    if (user.kind() == OrganizationKind.AGENCY) {
      return Optional.of(user.agencyId());
    }
    return step == Step.UNDO_ACKNOWLEDGEMENT
        ? database.reading(() -> rows.agencyOf(user, id))
        : Optional.empty();
  }

  /** The submission as it now is. */
  Outcome<SubmissionView> done(CurrentUser user, UUID id) {
    return Outcome.done(rows.find(user, id).orElseThrow());
  }

  private Outcome<SubmissionView> audited(Submission before, Outcome<SubmissionView> outcome) {
    if (outcome instanceof Outcome.Done<SubmissionView>(SubmissionView after)) {
      audit.changed(
          "submission",
          before.id(),
          before.reference(),
          before.digest(),
          after.submission().digest());
    }
    return outcome;
  }
}
