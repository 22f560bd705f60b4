package app.upline.submission;

import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.uuid;
import static app.upline.platform.persistence.Database.uuidOrNull;

import app.upline.audit.AuditTrail;
import app.upline.audit.Digest;
import app.upline.identity.CurrentUser;
import app.upline.identity.OrganisationKind;
import app.upline.platform.paging.Page;
import app.upline.platform.paging.PageRequest;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Ids;
import app.upline.platform.persistence.Sql;
import app.upline.platform.validation.Fault;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
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

  private static final String COMMENTS =
      """
      select k.id, k.revision, k.{record}_id, r.reference, k.pointer, k.text, k.author_name,
        k.written_at
      from submission_comment k
      straight_join submission_revision v on v.submission_id = k.submission_id and v.revision = k.revision
      left join {record} r on r.id = k.{record}_id
      where k.submission_id = ?
      """;

  private static final String INSERT =
      """
      insert into submission_comment (id, submission_id, revision, {record}_id, pointer, text, author, author_name, written_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String REFERENCE =
      """
      select r.reference from {items} i join {record} r on r.id = i.{record}_id
      where i.submission_id = ? and i.revision = ? and i.{record}_id = ?
      """;

  private final Database database;
  private final SubmissionRows rows;
  private final RecordKinds kinds;
  private final AuditTrail audit;
  private final Ids ids;
  private final Clock clock;

  CommentService(
      Database database,
      SubmissionRows rows,
      RecordKinds kinds,
      AuditTrail audit,
      Ids ids,
      Clock clock) {
    this.database = database;
    this.rows = rows;
    this.kinds = kinds;
    this.audit = audit;
    this.ids = ids;
    this.clock = clock;
  }

  /** The row that a comment is about; neither for the whole. */
  public record Row(@Nullable UUID relationshipId, @Nullable UUID incidentId) {

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

  /** What came of commenting. */
  public sealed interface Outcome {
    record Added(Comment comment) implements Outcome {}

    record NotFound() implements Outcome {}

    record NotUnderReview(String why, List<Step> possible) implements Outcome {}

    record Refused(List<Fault> faults) implements Outcome {}
  }

  /** Comments while the submission is under review. */
  public Outcome add(
      CurrentUser user, UUID id, Row row, @Nullable String pointer, @Nullable String text) {
    return database.writing(
        () -> {
          if (!rows.lock(user, id)) {
            return new Outcome.NotFound();
          }
          Submission submission = rows.find(user, id).orElseThrow().submission();
          if (submission.status() != SubmissionStatus.SUBMITTED) {
            return new Outcome.NotUnderReview(
                submission.reference() + " is not under review, so nothing can be said of it now.",
                submission.possible());
          }
          String words = Remark.tidy(text);
          UUID recordId = row.of(submission.kind());
          List<Fault> faults = faults(submission, recordId, pointer, words);
          if (row.isOfAnother(submission.kind())) {
            faults.addFirst(
                new Fault(
                    row.otherPointer(submission.kind()),
                    "NOT_EXPECTED",
                    "This is a submission of %s.".formatted(submission.kind().plural())));
          }
          return faults.isEmpty()
              ? new Outcome.Added(write(user, submission, recordId, pointer, words))
              : new Outcome.Refused(faults);
        });
  }

  /**
   * Oldest first. The agency sees those of a review once it is over; the carrier its own at once.
   */
  public Optional<Page<Comment>> list(CurrentUser user, UUID id, PageRequest request) {
    return database.reading(
        () -> rows.find(user, id).map(view -> page(user, view.submission(), request)));
  }

  private Page<Comment> page(CurrentUser user, Submission s, PageRequest request) {
    Sql sql = Sql.of(s.kind().sql(COMMENTS), s.id());
    if (user.kind() == OrganisationKind.AGENCY) {
      if (!isDecided(s)) {
        // Nothing is for the agency's eyes yet, so there is nothing to look through.
        return new Page<>(List.of(), null, null);
      }
      sql.add("and v.decision in ('RETURNED', 'ACKNOWLEDGED')");
    }
    if (!request.isFirst()) {
      sql.add("and k.id > ?", request.after().getFirst());
    }
    sql.add("order by k.id limit ?", request.limit() + 1);
    return Page.of(
        database.query(sql, row -> comment(s.kind(), row)),
        request.limit(),
        comment -> List.of(comment.id().toString()));
  }

  /** Whether any revision was returned or acknowledged. */
  private boolean isDecided(Submission s) {
    return database
        .first(
            Sql.of(
                """
                select 1 from submission_revision
                where submission_id = ? and decision in ('RETURNED', 'ACKNOWLEDGED') limit 1
                """,
                s.id()),
            row -> row.getInt(1))
        .isPresent();
  }

  private List<Fault> faults(
      Submission submission,
      @Nullable UUID recordId,
      @Nullable String pointer,
      @Nullable String text) {
    List<Fault> faults = new ArrayList<>();
    Remark.fault("/text", text, true).ifPresent(faults::add);
    String noun = submission.kind().noun();
    String row = "/" + noun + "Id";
    if (recordId != null && reference(submission, recordId).isEmpty()) {
      faults.add(new Fault(row, "UNKNOWN_ITEM", "The submission has no such row."));
    }
    if (pointer != null && recordId == null) {
      faults.add(new Fault(row, "REQUIRED", "Name the row whose field the comment is on."));
    }
    if (pointer != null && !kinds.of(submission).isField(pointer)) {
      faults.add(new Fault("/pointer", "UNKNOWN_FIELD", "No %s has such a field.".formatted(noun)));
    }
    return faults;
  }

  private Optional<String> reference(Submission submission, UUID recordId) {
    return database.first(
        Sql.of(submission.kind().sql(REFERENCE), submission.id(), submission.revision(), recordId),
        row -> row.getString(1));
  }

  private Comment write(
      CurrentUser user,
      Submission submission,
      @Nullable UUID recordId,
      @Nullable String pointer,
      @Nullable String text) {
    Comment comment =
        new Comment(
            ids.next(),
            submission.kind(),
            submission.revision(),
            recordId,
            recordId == null ? null : reference(submission, recordId).orElseThrow(),
            pointer,
            text == null ? "" : text,
            user.name(),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    database.update(
        Sql.of(
            submission.kind().sql(INSERT),
            comment.id(),
            submission.id(),
            comment.revision(),
            recordId,
            pointer,
            comment.text(),
            user.id(),
            user.name(),
            comment.at()));
    audit.changed(
        "comment",
        comment.id(),
        submission.reference(),
        null,
        Digest.of(comment.revision(), comment.text()));
    return comment;
  }

  private static Comment comment(SubmissionKind kind, ResultSet row) throws SQLException {
    return new Comment(
        uuid(row, "id"),
        kind,
        row.getInt("revision"),
        uuidOrNull(row, kind.noun() + "_id"),
        row.getString("reference"),
        row.getString("pointer"),
        row.getString("text"),
        row.getString("author_name"),
        instant(row, "written_at"));
  }
}
