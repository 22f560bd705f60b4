package app.upline.submission;

import app.upline.identity.CurrentUser;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;

/**
 * What the steps of a submission do to the remarks on it: a decision tells the agency of them, a
 * resubmission answers them, and an acknowledgement resolves those of earlier revisions until it is
 * undone. Called inside the transaction of the step.
 */
@Singleton
final class ReviewedComments {

  private static final String TELL =
      """
      update submission_comment
      set told_version = version, waits_for = case when state = 'OPEN' then 'AGENCY' else waits_for end
      where submission_id = ? and revision = ? and told_version is null and state <> 'WITHDRAWN'
      """;

  private static final String WAIT_AGAIN =
      """
      update submission_comment set waits_for = 'AGENCY'
      where submission_id = ? and state = 'OPEN' and told_version is not null
      """;

  private static final String WAIT_NO_LONGER =
      "update submission_comment set waits_for = 'NOBODY' where submission_id = ? and waits_for = 'AGENCY'";

  private static final String NOTE_RESOLVED =
      """
      insert into comment_entry (comment_id, version, action, side, author_id, author_name, written_at)
      select k.id, k.version + 1, 'RESOLVE', 'CARRIER', ?, ?, ?
      from submission_comment k
      where k.submission_id = ? and k.revision < ? and k.state in ('OPEN', 'ANSWERED')
      """;

  private static final String RESOLVE =
      """
      update submission_comment set state = 'RESOLVED', waits_for = 'NOBODY', version = version + 1
      where submission_id = ? and revision < ? and state in ('OPEN', 'ANSWERED')
      """;

  /** By the acknowledgement, and with nothing said to them since. */
  private static final String RESOLVED_BY_IT =
      """
      join comment_entry e on e.comment_id = k.id and e.version = k.version and e.action = 'RESOLVE'
      join submission_revision w on w.submission_id = k.submission_id and w.revision = ?
        and w.decided_at = e.written_at and w.decided_by = e.author_id
      """;

  private static final String NOTE_REOPENED =
      """
      insert into comment_entry (comment_id, version, action, text, side, author_id, author_name, written_at)
      select k.id, k.version + 1, 'REOPEN', ?, 'CARRIER', ?, ?, ?
      from submission_comment k
      """
          + RESOLVED_BY_IT
          + """
          where k.submission_id = ? and k.revision < ? and k.state = 'RESOLVED'
          """;

  /**
   * Back to where the last word of a person had led. What is open waits for the agency only when
   * that was said after it had submitted.
   */
  private static final String REOPEN =
      """
      update submission_comment k
      """
          + RESOLVED_BY_IT
          + """
          left join comment_entry b on b.comment_id = k.id and b.version = (
            select max(y.version) from comment_entry y
            where y.comment_id = k.id and y.action <> 'RESOLVE' and y.version < k.version and not exists (
              select 1 from undone_acknowledgement u
              where u.submission_id = k.submission_id and y.action = 'REOPEN' and u.undone_at = y.written_at))
          set k.state = case when b.action = 'ANSWER' then 'ANSWERED' else 'OPEN' end,
            k.waits_for = case when b.action = 'ANSWER' then 'CARRIER'
              when b.action in ('CORRECT', 'REOPEN') and b.written_at > w.submitted_at then 'AGENCY'
              else 'NOBODY' end,
            k.version = k.version + 1
          where k.submission_id = ? and k.revision < ? and k.state = 'RESOLVED'
          """;

  private final Database database;
  private final SubmissionEvents events;

  ReviewedComments(Database database, SubmissionEvents events) {
    this.database = database;
    this.events = events;
  }

  /** What was corrected, or taken back, is for the carrier to look at. */
  void submittedOrWithdrawn(Submission s) {
    database.update(Sql.of(WAIT_NO_LONGER, s.id()));
  }

  void decided(CurrentUser by, Submission s, Decision.Outcome outcome, Instant at) {
    int told = database.update(Sql.of(TELL, s.id(), s.revision()));
    switch (outcome) {
      case RETURNED -> database.update(Sql.of(WAIT_AGAIN, s.id()));
      case ACKNOWLEDGED -> {
        database.update(Sql.of(NOTE_RESOLVED, by.id(), by.name(), at, s.id(), s.revision()));
        database.update(Sql.of(RESOLVE, s.id(), s.revision()));
        if (told > 0) {
          events.remarkedOn(s);
        }
      }
      case WITHDRAWN -> throw new IllegalStateException("An agency withdraws, and decides nothing");
    }
  }

  /**
   * What it resolved is where it was before. What it told the agency stays told.
   *
   * @param reason stands as a word of the conversation too
   */
  void acknowledgementUndone(CurrentUser by, Submission s, Instant at, String reason) {
    int revision = s.revision();
    database.update(
        Sql.of(NOTE_REOPENED, reason, by.id(), by.name(), at, revision, s.id(), revision));
    database.update(Sql.of(REOPEN, revision, s.id(), revision));
  }
}
