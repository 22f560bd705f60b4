package app.upline.submission;

import static app.upline.platform.persistence.Database.instant;
import static app.upline.platform.persistence.Database.intOrNull;

import app.upline.identity.CurrentUser;
import app.upline.platform.persistence.Database;
import app.upline.platform.persistence.Sql;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The revisions of a submission: counts, seal and decision. */
@Singleton
final class RevisionRows {

  static final String COLUMNS =
      """
      v.revision as shown, v.added, v.changed, v.ended, v.unchanged, v.late_items, v.late_reason, v.free_text_reason, v.receipt_number, v.content_sha256,
      v.submitted_at, v.agency_name, v.carrier_name, v.attester_name, v.attester_title, v.wording_version, v.wording,
      v.decision, v.decided_at, v.decider_name, v.decision_message
      """;

  private static final String SEAL =
      """
      update submission_revision set receipt_number = ?, content_sha256 = ?, submitted_at = ?, late_items = ?,
        late_reason = ?, free_text_reason = ?,
        agency_name = ?, carrier_name = ?, attested_by = ?, attester_name = ?, attester_title = ?, wording_version = ?,
        wording = ?
      where submission_id = ? and revision = ? and receipt_number is null
      """;

  private static final String DECIDE =
      """
      update submission_revision set decision = ?, decided_at = ?, decided_by = ?, decider_name = ?, decision_message = ?
      where submission_id = ? and revision = ? and decision is null
      """;

  private final Database database;

  RevisionRows(Database database) {
    this.database = database;
  }

  void insert(UUID submissionId, int revision) {
    database.update(
        Sql.of(
            "insert into submission_revision (submission_id, revision, added, changed, ended, unchanged) values (?, ?, 0, 0, 0, 0)",
            submissionId,
            revision));
  }

  /** Drops a revision that was being prepared. Its items are gone already. */
  void deleteUnsealed(UUID submissionId, int revision) {
    database.update(
        Sql.of(
            "delete from submission_revision where submission_id = ? and revision = ? and receipt_number is null",
            submissionId,
            revision));
  }

  /** When a revision was submitted; empty before. */
  Optional<Instant> submittedAt(UUID submissionId, int revision) {
    return database.first(
        Sql.of(
            "select submitted_at from submission_revision where submission_id = ? and revision = ? and submitted_at is not null",
            submissionId,
            revision),
        row -> instant(row, "submitted_at"));
  }

  /** The submitted ones, newest first. */
  List<SubmissionRevision> sealed(Submission submission) {
    return database.query(
        Sql.of("select " + COLUMNS + " from submission_revision v")
            .add("where v.submission_id = ?", submission.id())
            .add("and v.receipt_number is not null order by v.revision desc"),
        RevisionRows::revision);
  }

  void seal(UUID submissionId, int revision, Seal seal, CurrentUser attester) {
    Attestation attestation = seal.attestation();
    one(
        Sql.of(
            SEAL,
            seal.receiptNumber(),
            seal.contentSha256(),
            seal.submittedAt(),
            seal.lateItems(),
            seal.reasons().late(),
            seal.reasons().freeText(),
            seal.agencyName(),
            seal.carrierName(),
            attester.id(),
            attestation.attestedBy(),
            attestation.title(),
            attestation.wordingVersion(),
            attestation.wording(),
            submissionId,
            revision));
  }

  void decide(UUID submissionId, int revision, Decision decision, CurrentUser by) {
    one(
        Sql.of(
            DECIDE,
            decision.outcome(),
            decision.at(),
            by.id(),
            decision.by(),
            decision.message(),
            submissionId,
            revision));
  }

  private void one(Sql sql) {
    if (database.update(sql) != 1) {
      throw new IllegalStateException("What is sealed or decided stays as it is");
    }
  }

  static SubmissionRevision revision(ResultSet row) throws SQLException {
    ChangeCounts counts =
        new ChangeCounts(
            row.getInt("added"),
            row.getInt("changed"),
            row.getInt("ended"),
            row.getInt("unchanged"));
    return new SubmissionRevision(row.getInt("shown"), counts, seal(row), decision(row, ""));
  }

  private static @Nullable Seal seal(ResultSet row) throws SQLException {
    String receiptNumber = row.getString("receipt_number");
    if (receiptNumber == null) {
      return null;
    }
    Instant at = instant(row, "submitted_at");
    return new Seal(
        receiptNumber,
        row.getString("content_sha256"),
        at,
        intOrNull(row, "late_items"),
        new Reasons(row.getString("late_reason"), row.getString("free_text_reason")),
        row.getString("agency_name"),
        row.getString("carrier_name"),
        new Attestation(
            row.getString("attester_name"),
            row.getString("attester_title"),
            row.getString("wording_version"),
            row.getString("wording"),
            at));
  }

  static @Nullable Decision decision(ResultSet row, String prefix) throws SQLException {
    String outcome = row.getString(prefix + "decision");
    return outcome == null
        ? null
        : new Decision(
            Decision.Outcome.valueOf(outcome),
            row.getString(prefix + "decider_name"),
            instant(row, prefix + "decided_at"),
            row.getString(prefix + "decision_message"));
  }
}
