package app.upline.submission;

import app.upline.audit.AuditTrail;
import app.upline.identity.CurrentUser;
import app.upline.platform.outcome.Outcome;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import app.upline.platform.persistence.Sql;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Comments on a submission, on its rows and on their fields. */
@Singleton
public final class CommentService {

  private final Database database;
  private final CommentRows comments;
  private final CommentReading reading;
  private final SubmissionRows rows;
  private final DisclosableTypes kinds;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;

  CommentService(
      Database database,
      CommentRows comments,
      CommentReading reading,
      SubmissionRows rows,
      DisclosableTypes kinds,
      AuditTrail audit,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.comments = comments;
    this.reading = reading;
    this.rows = rows;
    this.kinds = kinds;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** The row that a comment is about; neither for the whole. */
  public record CommentedRecord(@Nullable UUID relationshipId, @Nullable UUID incidentId) {

    @Nullable UUID of(SubmissionKind kind) {
      return switch (kind) {
        case RELATIONSHIPS -> relationshipId;
        case INCIDENTS -> incidentId;
      };
    }

    boolean isOfAnother(SubmissionKind kind) {
      return switch (kind) {
        case RELATIONSHIPS -> incidentId != null;
        case INCIDENTS -> relationshipId != null;
      };
    }

    String otherPointer(SubmissionKind kind) {
      return switch (kind) {
        case RELATIONSHIPS -> "/incidentId";
        case INCIDENTS -> "/relationshipId";
      };
    }
  }

  /** Comments while the submission is under review. */
  public Outcome<Comment> add(
      CurrentUser user,
      UUID id,
      CommentedRecord about,
      @Nullable String pointer,
      @Nullable String text) {
    return database.writing(
        () -> {
          if (rows.lock(user, id).isEmpty()) {
            return Outcome.notFound(SubmissionStep.NOUN);
          }
          Submission submission = rows.find(user, id).orElseThrow().submission();
          if (submission.status() != SubmissionStatus.SUBMITTED) {
            return Outcome.wrongState(
                submission.reference() + " is not under review, so nothing can be said of it now.",
                submission.possible());
          }
          String words = ReasonText.tidy(text);
          UUID recordId = about.of(submission.kind());
          List<Fault> faults = faults(submission, recordId, pointer, words);
          if (about.isOfAnother(submission.kind())) {
            faults.addFirst(
                new Fault(
                    about.otherPointer(submission.kind()),
                    "NOT_EXPECTED",
                    "This is a submission of %s.".formatted(submission.kind().plural())));
          }
          return faults.isEmpty()
              ? Outcome.done(write(user, submission, recordId, pointer, words))
              : Outcome.invalid(faults);
        });
  }

  /**
   * Oldest first. The agency sees those of a review once it is over; the carrier its own at once.
   */
  public Optional<Page<Comment>> list(CurrentUser user, UUID id, PageRequest request) {
    return database.reading(
        () -> rows.find(user, id).map(view -> reading.ofSubmission(user, id, request)));
  }

  private List<Fault> faults(
      Submission submission,
      @Nullable UUID recordId,
      @Nullable String pointer,
      @Nullable String text) {
    List<Fault> faults = new ArrayList<>();
    ReasonText.fault("/text", text, true).ifPresent(faults::add);
    String noun = submission.kind().noun();
    String row = "/" + noun + "Id";
    if (recordId != null && reference(submission, recordId).isEmpty()) {
      faults.add(new Fault(row, "UNKNOWN_ITEM", "The submission has no such item."));
    }
    if (pointer != null && recordId == null) {
      faults.add(new Fault(row, "REQUIRED", "Name the item whose field the comment is on."));
    }
    if (pointer != null && !kinds.of(submission).isField(pointer)) {
      faults.add(new Fault("/pointer", "UNKNOWN_FIELD", "No %s has such a field.".formatted(noun)));
    }
    return faults;
  }

  private Optional<String> reference(Submission submission, UUID recordId) {
    return database.first(
        Sql.of(
            CommentStatements.reference(submission.kind()),
            submission.id(),
            submission.revision(),
            recordId),
        row -> row.getString(1));
  }

  private Comment write(
      CurrentUser user,
      Submission submission,
      @Nullable UUID recordId,
      @Nullable String pointer,
      @Nullable String text) {
    CommentRow row =
        new CommentRow(
            ids.next(),
            submission.agency().id(),
            submission.carrier().id(),
            submission.id(),
            submission.revision(),
            submission.kind() == SubmissionKind.RELATIONSHIPS ? recordId : null,
            submission.kind() == SubmissionKind.INCIDENTS ? recordId : null,
            pointer,
            text == null ? "" : text,
            user.id(),
            user.name(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            CommentState.OPEN,
            CommentRow.WaitsFor.NOBODY,
            1,
            null);
    comments.save(row);
    Comment comment = reading.find(user, row.id()).orElseThrow();
    audit.changed("comment", row.id(), submission.reference(), null, comment.digest());
    return comment;
  }
}
