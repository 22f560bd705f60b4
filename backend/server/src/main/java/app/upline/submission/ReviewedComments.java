package app.upline.submission;

import app.upline.identity.CurrentUser;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.time.Instant;

/**
 * What the steps of a submission do to the remarks on it: a decision tells the agency of them, a
 * resubmission answers them, and an acknowledgement resolves those of earlier revisions. Called
 * inside the transaction of the step.
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
}
