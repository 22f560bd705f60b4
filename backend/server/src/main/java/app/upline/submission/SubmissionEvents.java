package app.upline.submission;

import app.upline.identity.CurrentUser;
import app.upline.notification.Event;
import app.upline.notification.EventType;
import app.upline.notification.Events;
import app.upline.work.Subject;
import app.upline.work.SubjectKind;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Tells each side what the other has done with a submission, in the transaction of the step. */
@Singleton
final class SubmissionEvents {

  private final Events events;

  SubmissionEvents(Events events) {
    this.events = events;
  }

  void received(Submission submission) {
    tellCarrier(EventType.SUBMISSION_RECEIVED, submission);
  }

  void withdrawn(Submission submission) {
    tellCarrier(EventType.SUBMISSION_WITHDRAWN, submission);
  }

  void decided(Submission submission, Decision.Outcome outcome) {
    EventType type =
        outcome == Decision.Outcome.RETURNED
            ? EventType.SUBMISSION_RETURNED
            : EventType.SUBMISSION_ACKNOWLEDGED;
    events.publish(
        Event.of(type, submission.agency().id(), submission.carrier().id(), subject(submission)));
  }

  /** To both sides, for both may have gone on with it; not to the one who did it. */
  void acknowledgementUndone(CurrentUser by, Submission submission) {
    UUID agency = submission.agency().id();
    UUID carrier = submission.carrier().id();
    events.publish(
        List.of(
            Event.of(EventType.ACKNOWLEDGEMENT_UNDONE, agency, carrier, subject(submission)),
            Event.of(EventType.REVIEW_REOPENED, carrier, agency, subject(submission))
                .exceptTo(by.id())));
  }

  /** There are remarks on what was acknowledged; a return tells of its remarks itself. */
  void remarkedOn(Submission submission) {
    events.publish(
        Event.of(
            EventType.REMARK_MADE,
            submission.agency().id(),
            submission.carrier().id(),
            subject(submission)));
  }

  void remarked(Comment comment) {
    tellAgency(EventType.REMARK_MADE, comment);
  }

  void resolved(Comment comment) {
    tellAgency(EventType.REMARK_RESOLVED, comment);
  }

  void answered(Comment comment) {
    events.publish(
        Event.of(
            EventType.REMARK_ANSWERED, comment.carrierId(), comment.agencyId(), subject(comment)));
  }

  private void tellAgency(EventType type, Comment comment) {
    events.publish(Event.of(type, comment.agencyId(), comment.carrierId(), subject(comment)));
  }

  private static Subject subject(Comment comment) {
    UUID submission = comment.place().submissionId();
    return submission == null
        ? Subject.of(
            SubjectKind.INCIDENT,
            Objects.requireNonNull(comment.place().recordId()),
            comment.place().name())
        : Subject.of(SubjectKind.SUBMISSION, submission, comment.place().name());
  }

  private void tellCarrier(EventType type, Submission submission) {
    events.publish(
        Event.of(type, submission.carrier().id(), submission.agency().id(), subject(submission)));
  }

  private static Subject subject(Submission submission) {
    return Subject.of(SubjectKind.SUBMISSION, submission.id(), submission.reference());
  }
}
