package app.upline.submission;

import static app.upline.platform.persistence.Database.instant;

import app.upline.identity.CurrentUser;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The acknowledgements that were undone, each by the version of the submission that it led to.
 * Called inside a transaction.
 */
@Singleton
final class UndoneAcknowledgements {

  private static final String KEEP =
      """
      insert into undone_acknowledgement (submission_id, revision, version, acknowledged_at, acknowledged_by, acknowledger_name,
        message, undone_at, undone_by, undoer_name, reason)
      select w.submission_id, w.revision, ?, w.decided_at, w.decided_by, w.decider_name, w.decision_message, ?, ?, ?, ?
      from submission_revision w
      where w.submission_id = ? and w.revision = ? and w.decision = 'ACKNOWLEDGED'
      """;

  private static final String ALL =
      """
      select u.revision, u.acknowledger_name, u.acknowledged_at, u.message, u.undoer_name, u.undone_at, u.reason
      from undone_acknowledgement u
      where u.submission_id = ? order by u.revision, u.version
      """;

  private final Database database;

  UndoneAcknowledgements(Database database) {
    this.database = database;
  }

  /**
   * What the agency has submitted since, and that tells more of what was acknowledged: as it is now
   * that its lock is held, whatever the transaction has seen before.
   */
  Optional<String> followedUpBy(Submission s, Instant acknowledgedAt) {
    return database.first(
        Sql.of(
            ItemStatements.laterWithAnyOf(s.kind()),
            s.kind(),
            s.agency().id(),
            s.carrier().id(),
            acknowledgedAt,
            s.id(),
            s.id(),
            s.revision()),
        row -> row.getString(1));
  }

  /** Puts the acknowledgement of the revision at hand here, before it is taken from there. */
  void keep(CurrentUser by, Submission after, Instant at, String reason) {
    int kept =
        database.update(
            Sql.of(
                KEEP,
                after.version(),
                at,
                by.id(),
                by.name(),
                reason,
                after.id(),
                after.revision()));
    if (kept != 1) {
      throw new IllegalStateException("There was no acknowledgement to undo");
    }
  }

  /** The revisions, each with those of its own. */
  List<SubmissionRevision> beside(Submission s, List<SubmissionRevision> revisions) {
    Map<Integer, List<Undone>> all =
        database.query(Sql.of(ALL, s.id()), UndoneAcknowledgements::undone).stream()
            .collect(Collectors.groupingBy(Undone::revision));
    return revisions.stream()
        .map(
            one ->
                one.with(
                    all.getOrDefault(one.revision(), List.of()).stream()
                        .map(Undone::acknowledgement)
                        .toList()))
        .toList();
  }

  private record Undone(int revision, UndoneAcknowledgement acknowledgement) {}

  private static Undone undone(ResultSet row) throws SQLException {
    return new Undone(
        row.getInt("revision"),
        new UndoneAcknowledgement(
            row.getString("acknowledger_name"),
            instant(row, "acknowledged_at"),
            row.getString("message"),
            row.getString("undoer_name"),
            instant(row, "undone_at"),
            row.getString("reason")));
  }
}
